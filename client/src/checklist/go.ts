import { Selection, TextEditorRevealType, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { ChecklistItem } from '../../../server/src/protocol-checklist.ts';
import { rangeFrom } from '../connection/convert.ts';

type Place = NonNullable<ChecklistItem['range']>;
type Fix = NonNullable<ChecklistItem['fix']>;

/** Shows a place of the letter, in the editor that has it already if there is one. */
export async function goTo(uri: Uri, place: Place): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(
    document,
    open?.viewColumn ? { viewColumn: open.viewColumn } : {},
  );
  const range = rangeFrom(place);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Carries out a fix, and shows where it was made. */
export async function applyFix(uri: Uri, { edits, title }: Fix): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(uri, rangeFrom(range), newText);
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage(`The editor refused the change: ${title}.`);
    return;
  }
  const [first] = edits;
  if (first) await goTo(uri, { start: first.range.start, end: first.range.start });
}
