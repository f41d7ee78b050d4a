import { ConfigurationTarget, Disposable, type TextEditor, window, workspace } from 'vscode';
import { EXPOSURES, type ExposuresParams, type ExposuresResult } from '../../server/src/protocol-exposure.ts';
import { RequestType } from './connection/client.ts';
import { toServer } from './connection/convert.ts';
import type { Feature } from './feature.ts';
import { isLetterDocument } from './letters.ts';

const exposures = new RequestType<ExposuresParams, ExposuresResult>(EXPOSURES);
const OFF = 'Never Warn';
/** Holds what was told, by kind and place. */
const TOLD = 'exParte.exposuresTold';

/** Says once for each place how a letter there may get out by itself. */
export const exposureFeature: Feature = ({ client, extension: { globalState } }) => {
  const asked = new Set<string>();
  const ask = async (editor: TextEditor | undefined): Promise<void> => {
    const document = editor?.document;
    if (!document || client.state !== 'running' || !isLetterDocument(document)) return;
    const uri = document.uri.toString();
    if (asked.has(uri)) return;
    asked.add(uri);
    const found = await client.sendRequest(exposures, {
      uri: toServer(document.uri),
    });
    // The server hears of a change of settings later than whoever made it.
    if (!workspace.getConfiguration('exParte', document).get('exposureWarnings', true)) return;
    for (const { kind, place, message } of found) {
      const told = globalState.get<readonly string[]>(TOLD, []);
      const key = `${kind} ${place}`;
      if (told.includes(key)) continue;
      await globalState.update(TOLD, [...told, key]);
      void window.showWarningMessage(message, OFF).then((answer) => {
        if (answer !== OFF) return;
        void workspace
          .getConfiguration('exParte')
          .update('exposureWarnings', false, ConfigurationTarget.Global);
      });
    }
  };
  // A server that ends in between answers nothing; the next letter asks again.
  const consider = (editor: TextEditor | undefined): void => void ask(editor).catch(() => {});
  return Disposable.from(
    client.onDidChangeState((state) => {
      if (state === 'running') consider(window.activeTextEditor);
    }),
    window.onDidChangeActiveTextEditor(consider),
    // It may lie elsewhere now, or under another name.
    workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        asked.delete(oldUri.toString());
        asked.delete(newUri.toString());
      }
    }),
  );
};
