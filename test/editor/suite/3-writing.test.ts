import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isLetter } from '../../../server/src/letter/frontmatter.ts';
import { test } from '../runner.ts';
import { findings, found, open, pause, replace, rules, until, untitled } from './editor.ts';
import { clean, withoutHistory } from './letter.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
}

/** The snippets as the extension ships them, by name. */
function snippets(): [string, Snippet][] {
  const own = vscode.extensions.all.find((e) => e.packageJSON.name === 'ex-parte');
  assert(own);
  const [{ path }] = own.packageJSON.contributes.snippets as [{ path: string }];
  const all: unknown = JSON.parse(readFileSync(join(own.extensionPath, path), 'utf8'));
  return Object.entries(all as Record<string, Snippet>);
}

test('a snippet writes a new letter, which is checked at once though it is in no file', async () => {
  const letters = snippets().filter(([, { body }]) => isLetter([body].flat().join('\n')));
  assert(letters.length > 0, 'no snippet writes a letter');
  for (const [name] of letters) {
    const { document } = await untitled('');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
    assert(isLetter(document.getText()), `${name} wrote:\n${document.getText()}`);
    await until(
      `something to be missing in "${name}"`,
      () => findings(document).length,
      (n) => n > 0,
    );
    assert(!rules(document).includes('unknown-judge'), name);
    assert(!rules(document).includes('missing-section'), name);
  }
});

test('offers the judges and the keys of the header', async () => {
  const { document } = await open('completion.md', clean.replace('judge: reznik', 'judge: \nlea'));
  const at = async (line: number, character: number) => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(line, character),
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };
  await until(
    'the letter to be checked',
    () => findings(document).length,
    (n) => n > 0,
  );
  const judges = await at(1, 7);
  for (const judge of ['reznik', 'spero', 'percy', 'moses']) {
    assert(
      judges.some((label) => label.toLowerCase().includes(judge)),
      `${judge} is not offered: ${judges.join(', ')}`,
    );
  }
  const keys = await at(2, 3);
  assert(
    keys.some((label) => label.startsWith('leave')),
    `leave is not offered: ${keys.join(', ')}`,
  );
});

test('tells on hovering the judge what the order asks for', async () => {
  const { document } = await open('hover.md', withoutHistory);
  await found(document, 'missing-section');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(1, 8),
  );
  const text = hovers.flatMap((h) => h.contents.map((c) => (typeof c === 'string' ? c : c.value))).join('\n');
  assert.match(text, /Reznik/);
});

test('takes up a text that becomes a letter, and lets go of one that ceases to be', async () => {
  const text = withoutHistory.replace('judge: reznik\n', '');
  const editor = await open('becoming.md', text);
  const { document } = editor;
  await pause(500);
  assert.deepEqual(rules(document), []);
  await replace(editor, '---\ncase', '---\njudge: reznik\ncase');
  await found(document, 'missing-section');
  await replace(editor, 'judge: reznik\n', '');
  await until(
    'all findings to be gone',
    () => rules(document),
    (all) => all.length === 0,
  );
});

test('leaves a README alone while it checks a letter beside it', async () => {
  const editor = await open('README.md', '# Readme\n\nTODO: [Amount] ____ served on opposing counsel.\n');
  const letter = await open('beside.md', withoutHistory);
  await found(letter.document, 'missing-section');
  await vscode.window.showTextDocument(editor.document);
  const again = vscode.window.activeTextEditor;
  assert(again);
  await replace(again, '# Readme', '# Readme\n\njudge: reznik');
  await pause(1000);
  assert.deepEqual(rules(editor.document), []);
});
