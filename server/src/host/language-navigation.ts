import type { Location, LocationLink } from 'vscode-languageserver/node';
import { toRange } from '../features/convert.ts';
import { definitionAt, referencesAt, sectionsFor } from '../features/definition.ts';
import { documentLinks, filesNamed } from '../features/document-links.ts';
import { filesIn } from './exhibits.ts';
import type { LanguageFeatures, Surroundings } from './language-feature.ts';
import { toUri } from './language-folders.ts';
import { OrderPlaces } from './order-places.ts';
import type { Session } from './session.ts';

/** From the letter to its order and its exhibits, and back. */
export const navigation = {
  definition(connection, at) {
    const places = new OrderPlaces(at.orders, at.can.texts);
    connection.onDefinition(({ textDocument, position }): Location[] | LocationLink[] => {
      const session = at.letterAt(textDocument.uri);
      if (!session) return back(places, at, textDocument.uri, position.line);
      const { letter, matter } = session.open();
      const found = definitionAt(letter, matter, letter.lines.offset(position));
      const target = found && matter.order && places.locate(matter.order, found.field);
      if (!target) return [];
      if (!at.can.links) return [target];
      return [
        {
          originSelectionRange: toRange(letter, found.origin),
          targetUri: target.uri,
          targetRange: target.range,
          targetSelectionRange: target.range,
        },
      ];
    });
  },
  references(connection, at) {
    const places = new OrderPlaces(at.orders, at.can.texts);
    connection.onReferences(({ textDocument, position }): Location[] => {
      const session = at.letterAt(textDocument.uri);
      if (!session) return back(places, at, textDocument.uri, position.line);
      const { letter, matter } = session.open();
      const spans = referencesAt(letter, matter, letter.lines.offset(position));
      return spans.map((s) => ({ uri: textDocument.uri, range: toRange(letter, s) }));
    });
  },
  orderPages(connection, at) {
    if (!at.can.texts) return;
    const places = new OrderPlaces(at.orders, true);
    const shown = new Map<string, string | null>();
    at.onChange(() => {
      for (const [uri, before] of shown) {
        if (places.page(uri) !== before) void connection.workspace.textDocumentContent.refresh(uri);
      }
    });
    connection.workspace.textDocumentContent.on(({ uri }) => {
      const text = places.page(uri);
      shown.set(uri, text);
      return { text: text ?? 'This order is no longer there.\n' };
    });
  },
  documentLinks: (connection, at) =>
    connection.onDocumentLinks(async ({ textDocument }) => {
      const order = at.orderFileAt(textDocument.uri);
      if (order) return at.orderFiles.links(order);
      const session = at.letterAt(textDocument.uri);
      if (!session) return [];
      const { letter } = session.open();
      return documentLinks(letter, await addresses(session, filesNamed(letter)));
    }),
} satisfies Partial<LanguageFeatures>;

/** From a line of an order to the sections that answer to it, in all open letters before that judge. */
function back(places: OrderPlaces, { letters }: Surroundings, uri: string, line: number): Location[] {
  return letters().flatMap((session) => {
    const { letter, matter } = session.open();
    const field = matter.order && places.fieldAt(uri, line, matter.order);
    if (field === undefined) return [];
    return sectionsFor(letter, matter, field).map((s) => ({
      uri: session.document.uri,
      range: toRange(letter, s),
    }));
  });
}

async function addresses({ place }: Session, named: readonly string[]): Promise<Map<string, string>> {
  const { file, root } = place;
  const found = await filesIn(named, { file, root });
  return new Map([...found].map(([name, path]) => [name, toUri(path)]));
}
