import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { orderWith } from '../order.ts';
import { test } from '../runner.ts';
import { findings, found, open, ruleOf, until } from './editor.ts';

const ORDER = orderWith(
  `A settlement conference will be held before the undersigned on March 4, 2099, at 10:00 a.m. in Rutland.

`,
  `2. The letter shall address: (a) the facts in dispute; (b) the damages claimed; and (c) the history of settlement negotiations.

3. Each party shall attend through a person with full settlement authority.
`,
);

const editors = (): readonly string[] =>
  vscode.window.visibleTextEditors.map((e) => e.document.uri.path.split('/').at(-1) ?? '');

test('an order that arrived opens beside what was read from it, and a letter is saved', async () => {
  const { document: source } = await open('order that arrived.txt', ORDER);
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>(
    'exParte.newLetterFromOrder',
    source.uri,
  );
  assert(uri);
  assert.match(uri.path, /\/\.ex-parte\/orders\/quillan\.yaml$/);
  assert.deepEqual([...editors()].sort(), ['quillan-order.txt', 'quillan.yaml']);
  const front = vscode.window.activeTextEditor;
  assert.equal(front?.document.uri.toString(), uri.toString());

  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const letter = tabs.find((tab) => /settlement letter to Judge Quillan\.md$/.test(tab.label));
  assert(letter, `no letter among ${tabs.map((tab) => tab.label).join(', ')}`);
  assert.equal(letter.isDirty, false);
  assert.equal(letter.isPreview, false);
});

test('each value leads to its words, and a question is settled by its light bulb', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert(folder);
  const uri = vscode.Uri.joinPath(folder, '.ex-parte/orders/quillan.yaml');
  const { document } = await vscode.window.showTextDocument(uri);
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    uri,
  );
  const words = links.map((link) => document.getText(link.range));
  for (const expected of [/5:24-cv-00317/, /Hester|HESTER/, /March 4, 2099/, /January 5, 2099/, /five pages/])
    assert(
      words.some((w) => expected.test(w)),
      `${expected} leads nowhere: ${words.join(' | ')}`,
    );
  for (const link of links) assert.match(link.target?.path ?? '', /quillan-order\.txt$/);

  const question = await found(document, 'question');
  const many = findings(document).filter((d) => ruleOf(d) === 'question').length;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    question.range,
  );
  const settle = actions.find((a) => /^Settled/.test(a.title));
  assert(settle?.edit, actions.map((a) => a.title).join(', '));
  await vscode.workspace.applyEdit(settle.edit);
  await until(
    'one question less',
    () => findings(document).filter((d) => ruleOf(d) === 'question').length,
    (left) => left === many - 1,
  );
  await document.save();
});

test('the letter knows its judge at once, and what the order asks', async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert(folder);
  const [uri] = await vscode.workspace.findFiles('*to Judge Quillan.md');
  assert(uri);
  const { document } = await vscode.window.showTextDocument(uri);
  const text = document.getText();
  for (const line of ['judge: Quillan', 'conference: 2099-03-04 10:00', 'due: 2099-02-24'])
    assert(text.includes(line), `${line} is not in:\n${text.slice(0, 500)}`);
  await found(document, 'placeholder');
  assert(!findings(document).some((d) => /unknown-judge|missing-section/.test(ruleOf(d))));
});
