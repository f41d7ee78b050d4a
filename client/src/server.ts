import { Disposable, type TextDocument, window, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, ORDER_PAGE } from '../../server/src/protocol.ts';
import type { Feature } from './feature.ts';
import { isLetterDocument, orderFiles, selector } from './letters.ts';

/** The client of `dist/server.js`, not yet started. IPC, so that nothing printed can break the protocol. */
export function createClient(module: string): LanguageClient {
  const options: LanguageClientOptions = {
    // An order's page too, from which one goes back to the letter.
    documentSelector: [...selector, ...orderFiles, { scheme: ORDER_PAGE }],
    // A function: trust may be granted before the first letter is opened.
    initializationOptions: (): InitializationOptions => ({ trusted: workspace.isTrusted }),
    diagnosticCollectionName: 'Ex Parte',
  };
  const transport = TransportKind.ipc;
  return new LanguageClient(
    'exParte',
    'Ex Parte',
    { run: { module, transport }, debug: { module, transport, options: { execArgv: ['--inspect=6009'] } } },
    options,
  );
}

/** Starts the server unless it runs; says so where it cannot. */
export async function ensureStarted(client: LanguageClient): Promise<boolean> {
  try {
    await client.start();
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`Ex Parte could not start, so no letter is checked: ${reason}`);
    return false;
  }
}

/** Starts the server when the first letter is open: other Markdown costs no process. */
export const startWithLetter: Feature = ({ client }) => {
  let started = false;
  const consider = (document: TextDocument): void => {
    const order =
      document.languageId === 'yaml' && /[\\/]\.ex-parte[\\/]orders[\\/][^\\/]+$/.test(document.uri.fsPath);
    if (started || !(order || isLetterDocument(document))) return;
    started = true;
    watching.dispose();
    void ensureStarted(client);
  };
  const watching = Disposable.from(
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => consider(document)),
  );
  workspace.textDocuments.forEach(consider);
  return watching;
};
