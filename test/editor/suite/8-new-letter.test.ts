import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { findings, open, rules, until } from './editor.ts';
import { listen, press, question, reply } from './quick-input.ts';

const begin = (judge?: string): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand<vscode.Uri | undefined>('exParte.newLetter', judge);

async function checked(uri: vscode.Uri | undefined): Promise<vscode.TextEditor> {
  const editor = vscode.window.activeTextEditor;
  assert(uri && editor);
  assert.equal(editor.document.uri.toString(), uri.toString());
  await until(
    'the blanks to be found',
    () => rules(editor.document),
    (all) => all.includes('placeholder'),
  );
  return editor;
}

test('a letter is begun from an order’s name alone, at its first blank', async () => {
  const { document, selection } = await checked(await begin('percy'));
  assert.match(document.uri.path, /\/Settlement conference statement to Judge Percy\.md$/);
  assert.equal(document.lineAt(selection.active.line).text, 'case:');
  assert.equal(selection.active.character, 'case:'.length);
  assert(!rules(document).includes('missing-section'));
});

test('it asks judge, document, case, side and conference, and writes what it was told', async () => {
  listen();
  const written = begin();
  await reply(1, 'Judge Joseph C. Spero');
  const documents = await question(2);
  assert.deepEqual([documents.step, documents.totalSteps], [2, 6]);
  await reply(2, 'Settlement Conference Statement'.slice(0, 10));
  await reply(3, 'Alfano v. Krasne');
  await reply(4, '3:23-cv-07291');
  await reply(5, 'Defendant');
  const when = await question(6);
  assert(!('items' in when));
  when.value = '2026-02-30';
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await until(
    'the date to be refused',
    () => when.validationMessage,
    (said) => typeof said === 'object' && /no such day/.test(said.message),
  );
  await reply(6, 'May 28, 2099 at 2:30 p.m.');
  const { document } = await checked(await written);
  const text = document.getText();
  for (const line of [
    'judge: spero',
    'caption: Alfano v. Krasne',
    'case: 3:23-cv-07291',
    'role: defendant',
    'party: Krasne',
    'conference: 2099-05-28 14:30',
  ]) {
    assert(text.includes(`\n${line}\n`), `${line} is not in:\n${text.slice(0, 600)}`);
  }
  assert.match(document.uri.path, /\/Alfano v Krasne - settlement conference statement to Judge Spero\.md$/);
  assert.deepEqual(
    findings(document)
      .filter((d) => d.severity === vscode.DiagnosticSeverity.Error)
      .map((d) => d.message),
    [],
  );
});

test('one can go back, and end the questions early', async () => {
  listen();
  const written = begin();
  await reply(1, 'Judge Victoria Reznik');
  await reply(2, 'Smith v. Jones');
  await press(3, 'back');
  const again = await question(4);
  assert.equal(again.value, 'Smith v. Jones');
  await reply(4, 'Smythe v. Jones');
  await press(5, /Write the letter now/);
  const { document } = await checked(await written);
  assert.match(document.getText(), /^caption: Smythe v\. Jones$/m);
  assert.match(document.getText(), /^conference:$/m);
});

test('it never writes over a letter, and leaves nothing behind where it is cancelled', async () => {
  const first = await begin('moses');
  const second = await begin('moses');
  assert(first && second);
  assert.match(second.path, / 2\.md$/);
  await open('beside-nothing.md', '# Notes\n');
  listen();
  const written = begin();
  (await question(1)).hide();
  assert.equal(await written, undefined);
});
