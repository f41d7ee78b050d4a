import type { InitializeParams } from 'vscode-languageserver/node';
import type { InitializationOptions } from '../protocol.ts';

/** What the client said in `initialize` that it can do, and that the server heeds. */
export interface ClientCan {
  /** Whether the client is our own, which alone knows our notifications. */
  readonly own: boolean;
  readonly pulls: boolean;
  readonly configuration: boolean;
  /** Whether it tells of changed settings only to who has asked for it. */
  readonly registerConfiguration: boolean;
  readonly folders: boolean;
  readonly watch: boolean;
  /** Whether files outside of the workspace's folders can be watched too. */
  readonly watchAnywhere: boolean;
  readonly refreshDiagnostics: boolean;
  /** Whether the client shows how far long work has got. */
  readonly progress: boolean;
  readonly refreshLenses: boolean;
  readonly refreshHints: boolean;
  readonly snippets: boolean;
  /** Whether a definition may say which words lead to it. */
  readonly links: boolean;
  /** Whether document symbols may be a tree. */
  readonly tree: boolean;
  /** Whether the client shows texts that the server makes up, such as a built-in order in plain words. */
  readonly texts: boolean;
}

export function clientCan({ capabilities, initializationOptions }: InitializeParams): ClientCan {
  const { textDocument, window, workspace } = capabilities;
  const options = initializationOptions as Partial<InitializationOptions> | undefined;
  return {
    own: typeof options?.trusted === 'boolean',
    pulls: textDocument?.diagnostic !== undefined,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchAnywhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    progress: window?.workDoneProgress === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    links: textDocument?.definition?.linkSupport === true,
    tree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    texts: workspace?.textDocumentContent !== undefined,
  };
}
