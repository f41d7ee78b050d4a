import { type Connection, LSPErrorCodes, type Range, ResponseError } from 'vscode-languageserver/node';
import { codeActions } from '../features/code-actions.ts';
import type { RulePage } from '../features/convert.ts';
import { orderFileActions } from '../features/order-file.ts';
import type { LanguageFeatures, Surroundings } from './language-feature.ts';
import { help } from './language-help.ts';
import { navigation } from './language-navigation.ts';
import { isAbort, type Session } from './session.ts';

const features: LanguageFeatures = {
  // Answered by Diagnostics, which pushes too, and for all letters of the folders by Matters.
  diagnostics: () => {},
  codeActions: (connection, at) =>
    connection.onCodeAction(({ textDocument, range, context }) => {
      const order = at.orderFileAt(textDocument.uri);
      if (order) return orderFileActions(order, order.getText(), context.diagnostics);
      const session = at.letterAt(textDocument.uri);
      return session ? actions(session, range, context.only, at.page) : [];
    }),
  ...help,
  ...navigation,
};

/** Answers requests about a letter with the pure functions of features/. */
export function registerFeatures(connection: Connection, at: Surroundings): void {
  for (const register of Object.values(features)) register(connection, at);
}

async function actions(session: Session, range: Range, only: string[] | undefined, page: RulePage) {
  const { uri } = session.document;
  try {
    const { letter, matter, result, version } = await session.check();
    return codeActions(letter, matter, result, { uri, version, range, ...(only ? { only } : {}), page });
  } catch (error) {
    // An edit for a text that has moved on would land in the wrong place.
    if (isAbort(error)) throw new ResponseError(LSPErrorCodes.ContentModified, 'the letter has changed');
    throw error;
  }
}
