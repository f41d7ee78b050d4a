import { bodyCompletion } from '../features/body-completion.ts';
import { codeLenses } from '../features/code-lenses.ts';
import { inlayHints } from '../features/dates.ts';
import { documentSymbols, flat } from '../features/document-symbols.ts';
import { headerCompletion } from '../features/header-completion.ts';
import { hover } from '../features/hover.ts';
import { orderFileCompletion, orderFileHover } from '../features/order-file-help.ts';
import { filesNear } from './exhibits.ts';
import { type LanguageFeatures, ofNewest } from './language-feature.ts';

/** What is told and offered where the writer is. */
export const help = {
  hover: (connection, at) =>
    connection.onHover(({ textDocument, position }, token) => {
      const order = at.orderFileAt(textDocument.uri);
      if (order) return orderFileHover(order.getText(), order.offsetAt(position));
      const session = at.letterAt(textDocument.uri);
      if (!session) return null;
      const { letter, matter } = session.open();
      const { today } = at.environment;
      const offset = letter.lines.offset(position);
      if (offset < letter.body.start) return hover(letter, matter, offset, today, null);
      return ofNewest(session, token, (checked) =>
        hover(checked.letter, checked.matter, checked.letter.lines.offset(position), today, checked.result),
      );
    }),
  completion: (connection, at) =>
    connection.onCompletion(async ({ textDocument, position }) => {
      const order = at.orderFileAt(textDocument.uri);
      if (order) return orderFileCompletion(order.getText(), order.offsetAt(position));
      const session = at.sessionAt(textDocument.uri);
      if (!session) return [];
      const { letter, matter } = session.open();
      const offset = letter.lines.offset(position);
      if (offset >= letter.body.start && letter.header.state !== 'open') {
        return session.isLetter ? bodyCompletion(letter, matter, offset, at.can.snippets) : [];
      }
      const files = await filesNear(session.place.file);
      const { today } = at.environment;
      const facts = { letter, matter, set: at.orders.set(), today, files };
      return headerCompletion(facts, offset, at.can.own);
    }),
  codeLenses: (connection, at) =>
    connection.onCodeLens(({ textDocument }, token) => {
      const session = at.letterAt(textDocument.uri);
      if (!session) return [];
      return ofNewest(session, token, async (checked) =>
        codeLenses(checked.letter, checked.matter, checked.result, await at.places.of(session, checked)),
      );
    }),
  documentSymbols: (connection, at) =>
    connection.onDocumentSymbol(({ textDocument }) => {
      const session = at.letterAt(textDocument.uri);
      if (!session) return [];
      const { letter, matter } = session.open();
      const symbols = documentSymbols(letter, matter);
      if (at.can.tree) return symbols;
      return flat(symbols).map(({ name, kind, range }) => ({
        name,
        kind,
        location: { uri: textDocument.uri, range },
      }));
    }),
  inlayHints: (connection, at) =>
    connection.languages.inlayHint.on(({ textDocument }) => {
      const session = at.letterAt(textDocument.uri);
      return session ? inlayHints(session.open().letter, at.environment.today) : null;
    }),
} satisfies Partial<LanguageFeatures>;
