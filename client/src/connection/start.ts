import { Disposable, type TextDocument, window, workspace } from 'vscode';
import type { Feature } from '../feature.ts';
import { isLetterDocument } from '../letters.ts';
import type { Client } from './client.ts';

/** Starts the server unless it runs; says so where it cannot. */
export async function ensureStarted(client: Client): Promise<boolean> {
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
