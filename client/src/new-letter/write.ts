import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Range, Selection, Uri, window, workspace } from 'vscode';

/**
 * Writes a new letter into the folder that is open and shows it at its first blank; where no folder or more
 * than one is open, the writer says where. Never writes over a file.
 */
export async function writeLetter(name: string, text: string, blank: Range): Promise<Uri | undefined> {
  const folder = await folderOf();
  const uri = folder ? await freeName(folder, name) : await askWhere(name);
  if (!uri) return undefined;
  try {
    await workspace.fs.writeFile(uri, Buffer.from(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`The letter could not be written: ${reason}`);
    return undefined;
  }
  // To stay: what is opened as a preview goes with the next thing that is opened.
  const editor = await window.showTextDocument(uri, { preview: false });
  editor.selection = new Selection(blank.start, blank.end);
  editor.revealRange(blank);
  return uri;
}

/** The folder of the text in front, if it lies in an open folder; else the open folder. */
async function folderOf(): Promise<Uri | undefined> {
  const front = window.activeTextEditor?.document.uri;
  if (front?.scheme === 'file' && workspace.getWorkspaceFolder(front)) return Uri.joinPath(front, '..');
  const { workspaceFolders = [] } = workspace;
  if (workspaceFolders.length < 2) return workspaceFolders[0]?.uri;
  const chosen = await window.showWorkspaceFolderPick({ placeHolder: 'Into which folder?' });
  return chosen?.uri;
}

/** `Letter.md`, else `Letter 2.md`, and so on. */
export async function freeName(folder: Uri, name: string): Promise<Uri> {
  const stem = name.replace(/\.md$/, '');
  for (let n = 1; ; n++) {
    const uri = Uri.joinPath(folder, n === 1 ? name : `${stem} ${n}.md`);
    if (!(await exists(uri))) return uri;
  }
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

const askWhere = async (name: string): Promise<Uri | undefined> =>
  window.showSaveDialog({
    title: 'Save the New Letter',
    filters: { Markdown: ['md'] },
    defaultUri: Uri.file(join(homedir(), name)),
  });
