import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ShownChecklist } from '../../../client/src/checklist/checklist.ts';
import { test } from '../runner.ts';
import { extension, found, gone, open, pause, replace, until, untitled } from './editor.ts';
import { clean, withoutHistory } from './letter.ts';

async function shown(what: string, holds: (now: ShownChecklist) => boolean): Promise<ShownChecklist> {
  const { checklist } = await extension();
  return until(what, checklist, holds);
}

const of = (editor: vscode.TextEditor) => (now: ShownChecklist) =>
  now.uri === editor.document.uri.toString() && now.version === editor.document.version;

async function follows(editor: vscode.TextEditor): Promise<ShownChecklist> {
  return shown('the checklist of the letter', of(editor));
}

test('the checklist says what is covered and what is missing, and counts the gaps', async () => {
  await vscode.commands.executeCommand('exParte.checklist.focus');
  const editor = await open('listed.md', withoutHistory);
  const { rows, badge, message } = await follows(editor);
  assert.match(
    rows.get('contents/history') ?? '',
    /^History of Settlement Negotiations, missing, ¶ 2\(1\), can be mended/,
  );
  assert.match(rows.get('contents/issues') ?? '', /covered/);
  assert.match(rows.get('form/marking') ?? '', /in order/);
  assert.match(rows.get('form/pages') ?? '', /at most 10 pages, in order, 1 page now/);
  assert.match(rows.get('deadlines/submission') ?? '', /May 20, 2024/);
  assert.match(rows.get('attendees/0') ?? '', /^Rosa Alfano/);
  assert.equal(badge, 1);
  assert.equal(message, '');
});

test('it follows the letter in front, and keeps it while an ordinary text lies beside', async () => {
  const first = await open('first.md', withoutHistory);
  await follows(first);
  const second = await open('second.md', clean);
  assert.equal((await follows(second)).badge, undefined);
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Notes\n' }),
    vscode.ViewColumn.Beside,
  );
  await pause(300);
  assert.equal((await follows(second)).uri, second.document.uri.toString());
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const none = await shown('nothing to be followed', ({ uri }) => uri === undefined);
  assert.equal(none.rows.size, 0);
  assert.equal(none.badge, undefined);
});

test('a row leads to its place, and mends what can be mended', async () => {
  const editor = await open('mended.md', withoutHistory);
  await follows(editor);
  await vscode.commands.executeCommand('exParte.checklist.goTo', 'contents/issues');
  const front = vscode.window.activeTextEditor;
  assert(front);
  assert.match(front.document.lineAt(front.selection.active.line).text, /^## Key issues/);
  await vscode.commands.executeCommand('exParte.checklist.fix', 'contents/history');
  await gone(editor.document, 'missing-section');
  assert.match(editor.document.getText(), /^## History of Settlement Negotiations$/m);
});

test('it changes as one types, and draws nothing where only places move', async () => {
  const editor = await open('typed-in.md', clean);
  const before = await follows(editor);
  assert.equal(before.badge, undefined);
  await replace(editor, 'Dear Judge Reznik:', 'Dear Judge Reznik:\n\nTODO');
  const after = await shown('the gap', ({ badge }) => badge === 1);
  assert.match(after.rows.get('others/placeholder/0') ?? '', /TODO/);
  await follows(editor);
  await replace(editor, 'Ms. Alfano returns', 'Ms. Alfano happily returns');
  const moved = await follows(editor);
  assert.equal(moved.drawn, after.drawn, 'rows were drawn though nothing in them changed');
});

test('a letter in no file is listed too', async () => {
  const editor = await untitled(withoutHistory);
  await found(editor.document, 'missing-section');
  assert.equal((await follows(editor)).badge, 1);
});
