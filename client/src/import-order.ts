import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import {
  IMPORT_ORDER,
  type ImportOrderParams,
  type ImportOrderResult,
} from '../../server/src/protocol-import-order.ts';
import { RequestType } from './connection/client.ts';
import { ensureStarted } from './connection/start.ts';
import type { Feature } from './feature.ts';
import { freeName } from './new-letter/write.ts';

const importOrder = new RequestType<ImportOrderParams, ImportOrderResult>(IMPORT_ORDER);

/**
 * Reads an order that just arrived: writes the order file and the order's text into the workspace's orders, shows
 * them side by side, and writes a letter with its header filled, whose tab waits behind the order's. The result is the order file's address, undefined
 * where nothing was written.
 */
export const importOrderFeature: Feature = ({ client }) =>
  commands.registerCommand('exParte.newLetterFromOrder', async (given?: Uri) => {
    const file = given instanceof Uri ? given : await chooseFile();
    const folder = file && (await chooseFolder(file));
    if (!file || !folder || !(await ensureStarted(client))) return undefined;
    const orders = Uri.joinPath(folder, '.ex-parte', 'orders');
    const read = await client.sendRequest(importOrder, { file: file.fsPath, folder: orders.fsPath });
    if ('problem' in read) {
      void window.showErrorMessage(read.problem);
      return undefined;
    }
    const order = Uri.joinPath(orders, read.name);
    if ((await exists(order)) && !(await mayReplace(read.name))) return undefined;
    const text = Uri.joinPath(orders, read.textName);
    await workspace.fs.writeFile(text, Buffer.from(read.text));
    await workspace.fs.writeFile(order, Buffer.from(read.yaml));
    // Beside the order that arrived, where that lies in the case's folder.
    const beside = workspace.getWorkspaceFolder(file) ? Uri.joinPath(file, '..') : folder;
    const letter = await freeName(beside, read.letterName);
    await workspace.fs.writeFile(letter, Buffer.from(read.letter));
    await window.showTextDocument(letter, { viewColumn: ViewColumn.One, preview: false });
    await window.showTextDocument(order, { viewColumn: ViewColumn.One, preview: false });
    await window.showTextDocument(text, { viewColumn: ViewColumn.Two, preview: false, preserveFocus: true });
    if (read.questions > 0) {
      const many = read.questions === 1 ? 'One question is' : `${read.questions} questions are`;
      void window.showInformationMessage(
        `${many} left open at the end of ${read.name}: the light bulb settles them.`,
      );
    }
    return order;
  });

async function chooseFile(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: 'The order',
    openLabel: 'Read This Order',
    filters: { Orders: ['pdf', 'md', 'txt', 'html', 'htm'] },
  });
  return chosen?.[0];
}

/** The open folder that is to hold the order; without one there is nowhere from which it would be read. */
async function chooseFolder(file: Uri): Promise<Uri | undefined> {
  const { workspaceFolders = [] } = workspace;
  const own =
    workspace.getWorkspaceFolder(file) ?? (workspaceFolders.length === 1 ? workspaceFolders[0] : undefined);
  if (own) return own.uri;
  if (workspaceFolders.length === 0) {
    void window.showErrorMessage(
      'Open the folder of the case first: the order is kept there, beside the letters.',
    );
    return undefined;
  }
  return (await window.showWorkspaceFolderPick({ placeHolder: 'Into which folder?' }))?.uri;
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

async function mayReplace(name: string): Promise<boolean> {
  const answer = await window.showWarningMessage(
    `There is an order file ${name} already.`,
    { modal: true },
    'Replace It',
  );
  return answer === 'Replace It';
}
