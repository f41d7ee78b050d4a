import { type Connection, LSPErrorCodes, type Range, ResponseError } from 'vscode-languageserver/node';
import { codeActions } from '../features/code-actions.ts';
import type { RulePage } from '../features/convert.ts';
import { inlayHints } from '../features/dates.ts';
import { headerCompletion } from '../features/header-completion.ts';
import { hover } from '../features/hover.ts';
import type { Environment } from './environment.ts';
import type { OrderStore } from './orders.ts';
import { isAbort, type Session } from './session.ts';

/** What the features need of the server. */
export interface Surroundings {
  /** The session of a document that is a letter. */
  letterAt(uri: string): Session | undefined;
  /** The session of any open Markdown: its header may be about to become a letter's. */
  sessionAt(uri: string): Session | undefined;
  readonly orders: OrderStore;
  readonly environment: Environment;
  readonly page: RulePage;
}

/** Answers requests about a letter with the pure functions of features/. */
export function registerFeatures(connection: Connection, at: Surroundings): void {
  connection.onCodeAction(({ textDocument, range, context }) => {
    const session = at.letterAt(textDocument.uri);
    return session ? actions(session, range, context.only, at.page) : [];
  });
  connection.onHover(({ textDocument, position }) => {
    const session = at.letterAt(textDocument.uri);
    if (!session) return null;
    const { letter, matter } = session.open();
    return hover(letter, matter, letter.lines.offset(position), at.environment.today);
  });
  connection.onCompletion(({ textDocument, position }) => {
    const session = at.sessionAt(textDocument.uri);
    if (!session) return [];
    const { letter, matter } = session.open();
    return headerCompletion(letter, matter, at.orders.set(), letter.lines.offset(position));
  });
  connection.languages.inlayHint.on(({ textDocument }) => {
    const session = at.letterAt(textDocument.uri);
    return session ? inlayHints(session.open().letter, at.environment.today) : null;
  });
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
