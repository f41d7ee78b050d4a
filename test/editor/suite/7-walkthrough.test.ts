// The steps of the walkthrough, which lies over the letter while its buttons are pressed.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { extension, found, open, until, untitled } from './editor.ts';
import { clean, withoutHistory } from './letter.ts';
import { listen, question, reply } from './quick-input.ts';

async function walkthrough(): Promise<void> {
  await vscode.commands.executeCommand('exParte.openWalkthrough');
  await until(
    'the walkthrough to lie over the letter',
    () => vscode.window.activeTextEditor,
    (editor) => editor === undefined,
  );
}

test('the checklist, the pages and the steps are those of the letter behind the walkthrough', async () => {
  const { document } = await open('behind.md', withoutHistory);
  await found(document, 'missing-section');
  // A preview would make room for the walkthrough.
  await vscode.window.showTextDocument(document, { preview: false });
  await walkthrough();
  const { checklist, pages } = await extension();
  await vscode.commands.executeCommand('exParte.checklist.focus');
  const shown = await until('the letter to be listed', checklist, ({ rows }) => rows.size > 0);
  assert.equal(shown.uri, document.uri.toString());
  await vscode.commands.executeCommand('exParte.showPages');
  await until('its pages', pages, (now) => now?.uri === document.uri.toString());
  listen();
  void vscode.commands.executeCommand('exParte.prepareSubmission');
  const steps = await question(1);
  assert.match(steps.title ?? '', /^Prepare submission: .*Judge Reznik/);
  steps.hide();
});

test('a letter that is closed behind the walkthrough is followed no more', async () => {
  const { document } = await open('closed-behind.md', withoutHistory);
  await found(document, 'missing-section');
  await vscode.window.showTextDocument(document, { preview: false });
  await walkthrough();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(({ input }) => input instanceof vscode.TabInputText);
  await vscode.window.tabGroups.close(own);
  const { checklist } = await extension();
  await until('nothing to be followed', checklist, ({ uri }) => uri === undefined);
});

test('a text that names no judge is made a letter by a few questions', async () => {
  const body = clean.slice(clean.indexOf('**Confidential'));
  const editor = await open('plain.md', body);
  listen();
  const done = vscode.commands.executeCommand('exParte.addHeader');
  await reply(1, 'Judge Victoria Reznik');
  await reply(2, 'Alfano v. Krasne');
  await reply(3, '7:23-cv-07291');
  await reply(4, 'Plaintiff');
  await reply(5, 'May 28, 2024 at 2:30 p.m.');
  await done;
  const text = editor.document.getText();
  assert.match(
    text,
    /^---\njudge: reznik\n[\s\S]*\nconference: 2024-05-28 14:30\n[\s\S]*\n---\n\n\*\*Confidential/,
  );
  assert(text.endsWith(body), 'the text itself was changed');
  assert.match(editor.document.lineAt(editor.selection.active.line).text, /^\w+:$/);
  const { checklist } = await extension();
  const { rows } = await until('it to be checked', checklist, ({ uri, rows }) => {
    return uri === editor.document.uri.toString() && rows.has('contents/history');
  });
  assert.match(rows.get('contents/history') ?? '', /covered/);
});

test('a letter that is pasted into a new text, which is plain to the editor, is checked', async () => {
  const pasted = await vscode.workspace.openTextDocument({ language: 'plaintext', content: withoutHistory });
  await vscode.window.showTextDocument(pasted);
  await vscode.commands.executeCommand('exParte.addHeader');
  const now = vscode.window.activeTextEditor?.document;
  assert(now);
  assert.equal(now.getText(), withoutHistory);
  await found(now, 'missing-section');
});

test('a header that is there already keeps its keys and gains the judge', async () => {
  const editor = await untitled('---\ntitle: Ours\n---\n\nDear Judge Moses:\n');
  await vscode.commands.executeCommand('exParte.addHeader', 'moses');
  assert.equal(editor.document.getText(), '---\njudge: moses\ntitle: Ours\n---\n\nDear Judge Moses:\n');
});
