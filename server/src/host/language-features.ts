import {
  CodeActionKind,
  type Connection,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import {
  CLEAN_UP_NOTES,
  CLEAN_UP_SILENCERS,
  codeActions,
  INSERT_MISSING,
  LEDGER,
} from '../features/code-actions.ts';
import type { RulePage } from '../features/convert.ts';
import { orderFileActions } from '../features/order-file.ts';
import type { ClientCan } from './language-client.ts';
import type { LanguageFeature, Surroundings } from './language-feature.ts';
import { help } from './language-help.ts';
import { navigation } from './language-navigation.ts';
import { isAbort, type Session } from './session.ts';

/** Every feature of the server; what `initialize` promises and what is answered cannot drift apart. */
const features: readonly LanguageFeature[] = [
  {
    capabilities: ({ pulls }) =>
      pulls
        ? {
            diagnosticProvider: {
              identifier: 'ex-parte',
              interFileDependencies: false,
              workspaceDiagnostics: true,
            },
          }
        : {},
    // Answered by Diagnostics, which pushes too, and for all letters of the folders by Matters.
    register: () => {},
  },
  {
    capabilities: () => ({
      codeActionProvider: {
        codeActionKinds: [
          CodeActionKind.QuickFix,
          INSERT_MISSING,
          LEDGER,
          CLEAN_UP_NOTES,
          CLEAN_UP_SILENCERS,
        ],
      },
    }),
    register: (connection, at) =>
      connection.onCodeAction(({ textDocument, range, context }) => {
        const order = at.orderFileAt(textDocument.uri);
        if (order) return orderFileActions(order, order.getText(), context.diagnostics);
        const session = at.letterAt(textDocument.uri);
        return session ? actions(session, range, context.only, at.page) : [];
      }),
  },
  ...help,
  ...navigation,
];

export function capabilitiesOf(can: ClientCan): ServerCapabilities {
  const all = features.map((f) => f.capabilities(can));
  const workspace = Object.assign({}, ...all.map((c) => c.workspace ?? {}));
  return { ...Object.assign({}, ...all), workspace };
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
