import { commands, Position, Range, Selection, type Uri, window, workspace } from 'vscode';
import { remarksOn } from '../../../server/src/export/standing.ts';
import type { Exported, Failed, Refused } from '../../../server/src/protocol-export.ts';
import { cleanUp } from './clean-up.ts';
import { fileActions } from './files.ts';

const SHOW = 'Show Problems';
const INSIST = 'Export Anyway';
const ELSEWHERE = 'Save Elsewhere…';
const TAKE_OUT = 'Take Out Comments';

/** Says why a letter is not exported, and lists it. Whether the person insists. */
export async function tellRefusal({ reason, told, mayInsist }: Refused, letter: Uri): Promise<boolean> {
  const detail = told.map(({ line, message }) => `Line ${line}: ${message}`).join('\n');
  const answers = [...(told.length > 0 ? [SHOW] : []), ...(mayInsist ? [INSIST] : [])];
  // A dialog, not a notification: to insist is a decision of its own.
  const answer = await window.showWarningMessage(
    `Not exported: ${reason}.`,
    { modal: true, detail },
    ...answers,
  );
  if (answer === SHOW) await showPlace(letter, told[0]?.line ?? 1);
  return answer === INSIST;
}

/** Says that nothing was written, and why. Whether the person wants to name another place. */
export async function tellFailure({ reason, target }: Failed): Promise<boolean> {
  const answers = target === null ? [] : [ELSEWHERE];
  return (
    (await window.showErrorMessage(`Not exported: ${reason}.`.replace(/\.\.$/, '.'), ...answers)) ===
    ELSEWHERE
  );
}

/** Says what was made, what stands against it all the same, and offers to open it. */
export async function tellExport(done: Exported, file: Uri, letter: Uri): Promise<void> {
  const { errors, warnings, unchecked } = done.standing;
  const name = file.path.split('/').at(-1) ?? '';
  const replaces = done.replaced ? ', in place of an earlier one' : '';
  const text = [`${name}: ${done.what}${replaces}.`, ...done.notes, ...remarksOn(done.standing)].join(' ');
  const actions = fileActions(file);
  const stands = errors.length + warnings.length + unchecked.length > 0;
  const answers = [
    ...actions.map(({ title }) => title),
    ...(stands ? [SHOW] : []),
    ...(done.comments > 0 ? [TAKE_OUT] : []),
  ];
  const overridden = errors.length + unchecked.length > 0;
  const show = overridden ? window.showWarningMessage : window.showInformationMessage;
  const answer = await show(text, ...answers);
  if (answer === SHOW) await showPlace(letter, [...errors, ...warnings][0]?.line ?? 1);
  if (answer === TAKE_OUT) await cleanUp(letter);
  await actions.find(({ title }) => title === answer)?.run();
}

/** Goes to a line (from 1) of the letter, and lists the problems below it. */
export async function showPlace(letter: Uri, line: number): Promise<void> {
  const editor = await window.showTextDocument(await workspace.openTextDocument(letter));
  const at = new Position(Math.min(line, editor.document.lineCount) - 1, 0);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
  await commands.executeCommand('workbench.actions.view.problems');
}
