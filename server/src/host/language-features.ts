import {
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { codeActions, INSERT_MISSING, LEDGER } from '../features/code-actions.ts';
import type { RulePage } from '../features/convert.ts';
import { inlayHints } from '../features/dates.ts';
import { headerCompletion } from '../features/header-completion.ts';
import { hover } from '../features/hover.ts';
import type { Environment } from './environment.ts';
import type { ClientCan } from './language-client.ts';
import type { OrderStore } from './orders.ts';
import { isAbort, type Session } from './session.ts';

/** What the features need of the server. */
export interface Surroundings {
  readonly can: ClientCan;
  /** The session of a document that is a letter. */
  letterAt(uri: string): Session | undefined;
  /** The session of any open Markdown: its header may be about to become a letter's. */
  sessionAt(uri: string): Session | undefined;
  readonly orders: OrderStore;
  readonly environment: Environment;
  readonly page: RulePage;
}

/** What one feature tells the client in `initialize`, and how it answers. */
interface LanguageFeature {
  capabilities(can: ClientCan): ServerCapabilities;
  register(connection: Connection, at: Surroundings): void;
}

/** Every feature of the server; what `initialize` promises and what is answered cannot drift apart. */
const features: readonly LanguageFeature[] = [
  {
    capabilities: ({ pulls }) =>
      pulls
        ? {
            diagnosticProvider: {
              identifier: 'ex-parte',
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {},
    // Answered by Diagnostics, which pushes too.
    register: () => {},
  },
  {
    capabilities: () => ({
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, INSERT_MISSING, LEDGER] },
    }),
    register: (connection, at) =>
      connection.onCodeAction(({ textDocument, range, context }) => {
        const session = at.letterAt(textDocument.uri);
        return session ? actions(session, range, context.only, at.page) : [];
      }),
  },
  {
    capabilities: () => ({ hoverProvider: true }),
    register: (connection, at) =>
      connection.onHover(({ textDocument, position }) => {
        const session = at.letterAt(textDocument.uri);
        if (!session) return null;
        const { letter, matter } = session.open();
        return hover(letter, matter, letter.lines.offset(position), at.environment.today);
      }),
  },
  {
    capabilities: () => ({ completionProvider: { triggerCharacters: [' ', ':'] } }),
    register: (connection, at) =>
      connection.onCompletion(({ textDocument, position }) => {
        const session = at.sessionAt(textDocument.uri);
        if (!session) return [];
        const { letter, matter } = session.open();
        return headerCompletion(letter, matter, at.orders.set(), letter.lines.offset(position));
      }),
  },
  {
    capabilities: () => ({ inlayHintProvider: true }),
    register: (connection, at) =>
      connection.languages.inlayHint.on(({ textDocument }) => {
        const session = at.letterAt(textDocument.uri);
        return session ? inlayHints(session.open().letter, at.environment.today) : null;
      }),
  },
];

export function capabilitiesOf(can: ClientCan): ServerCapabilities {
  return Object.assign({}, ...features.map((f) => f.capabilities(can)));
}

/** Answers requests about a letter with the pure functions of features/. */
export function registerFeatures(connection: Connection, at: Surroundings): void {
  for (const feature of features) feature.register(connection, at);
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
