import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { CLEAN_UP_NOTES, CLEAN_UP_SILENCERS, INSERT_MISSING, LEDGER } from '../features/action-kinds.ts';
import { ORDER_PAGE } from '../protocol.ts';
import type { ClientCan } from './language-client.ts';

/**
 * What `initialize` promises, feature by feature. `language-features.ts` has who answers, under the same names, which the
 * compiler compares: what is promised and what is answered cannot drift apart. The two are apart because the promise goes
 * out before what answers is loaded (see `front.ts`); so nothing here imports anything dear.
 */
const promises = {
  diagnostics: ({ pulls }) =>
    pulls
      ? {
          diagnosticProvider: {
            identifier: 'ex-parte',
            interFileDependencies: false,
            workspaceDiagnostics: true,
          },
        }
      : {},
  codeActions: () => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, INSERT_MISSING, LEDGER, CLEAN_UP_NOTES, CLEAN_UP_SILENCERS],
    },
  }),
  hover: () => ({ hoverProvider: true }),
  completion: () => ({
    completionProvider: { triggerCharacters: [' ', ':', '#', '*', ','], resolveProvider: false },
  }),
  codeLenses: () => ({ codeLensProvider: {} }),
  documentSymbols: () => ({ documentSymbolProvider: { label: 'Ex Parte' } }),
  inlayHints: () => ({ inlayHintProvider: true }),
  definition: () => ({ definitionProvider: true }),
  references: () => ({ referencesProvider: true }),
  orderPages: ({ texts }) => (texts ? { workspace: { textDocumentContent: { schemes: [ORDER_PAGE] } } } : {}),
  documentLinks: () => ({ documentLinkProvider: {} }),
} satisfies Record<string, (can: ClientCan) => ServerCapabilities>;

export type FeatureName = keyof typeof promises;

/** The answer to `initialize`. */
export function capabilitiesOf(can: ClientCan): ServerCapabilities {
  const all: ServerCapabilities[] = Object.values(promises).map((promise) => promise(can));
  const workspace = Object.assign({}, ...all.map((c) => c.workspace ?? {}));
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...Object.assign({}, ...all),
    workspace: { ...workspace, workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
