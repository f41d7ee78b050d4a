import { type CodeAction, commands, Range, type Uri, window, workspace } from 'vscode';

/** As the server names them (`features/code-actions.ts`), in whose place a person may choose among them. */
const KIND = 'source.cleanUp';

/** Takes the comments out of a letter, as an edit that Undo takes back. Whether anything was changed. */
export async function cleanUp(letter: Uri): Promise<boolean> {
  await window.showTextDocument(await workspace.openTextDocument(letter));
  const found = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    letter,
    new Range(0, 0, 0, 0),
    KIND,
  );
  const offered = found.filter(({ edit, kind }) => edit && kind?.value.endsWith('.exParte'));
  if (offered.length === 0) {
    void window.showInformationMessage('No comments are left in this letter.');
    return false;
  }
  const chosen = offered.length === 1 ? offered[0] : await choose(offered);
  return chosen?.edit ? workspace.applyEdit(chosen.edit) : false;
}

const choose = async (offered: readonly CodeAction[]): Promise<CodeAction | undefined> =>
  (
    await window.showQuickPick(
      offered.map((action) => ({ label: action.title, action })),
      { title: 'What to take out' },
    )
  )?.action;
