import { commands, Disposable, type TextDocument, window, workspace } from 'vscode';
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

/** In the manifest too. */
export const START_AGAIN = 'exParte.startAgain';

/** Starts the server again, where it is no longer started by itself or does not do what it should. */
export const startAgain: Feature = ({ client }) =>
  commands.registerCommand(START_AGAIN, async () => {
    // One that cannot be ended in order is ended by force.
    await client.stop().catch(() => {});
    await ensureStarted(client);
  });
