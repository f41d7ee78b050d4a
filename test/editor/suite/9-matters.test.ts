import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { extension, found, open, until } from './editor.ts';
import { clean, withoutHistory } from './letter.ts';

test('the letters of the folder are listed and checked without being opened', async () => {
  await vscode.commands.executeCommand('exParte.matters.focus');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert(folder);
  const unopened = vscode.Uri.joinPath(folder.uri, 'other case', 'unopened.md');
  const text = withoutHistory.replace('Alfano v. Krasne', 'Basso v. Miller');
  await vscode.workspace.fs.writeFile(unopened, Buffer.from(text));
  await open('opened.md', clean.replace('Alfano v. Krasne', 'Opened v. Listed'));
  const { matters } = await extension();
  const rows = await until('both to be listed', matters, (all) =>
    ['Basso v. Miller', 'Opened v. Listed'].every((name) => all.some((row) => row.startsWith(name))),
  );
  const other = rows.find((row) => row.startsWith('Basso')) ?? '';
  assert.match(other, /Judge Reznik, due Mon, May 20, 2024, \d+ days ago, 1 gap$/);
  assert.match(rows.find((row) => row.startsWith('Opened')) ?? '', /nothing missing$/);
  const problems = (): number => vscode.languages.getDiagnostics(unopened).length;
  await until('its findings to be among the problems', problems, (count) => count > 0);
  assert(!vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === unopened.toString()));

  // Two letters in one matter are told apart by their files.
  const second = vscode.Uri.joinPath(folder.uri, 'other case', 'second.md');
  await vscode.workspace.fs.writeFile(second, Buffer.from(text));
  await until('both by their files', matters, (all) =>
    ['unopened', 'second'].every((name) =>
      all.some((row) => row.startsWith(`other case/${name}.md, Basso v. Miller, `)),
    ),
  );
  await vscode.workspace.fs.delete(second);

  await vscode.workspace.fs.writeFile(unopened, Buffer.from(text.replace('Basso', 'Changed')));
  await until('the change to be listed', matters, (all) => all.some((row) => row.startsWith('Changed')));
  await vscode.workspace.fs.delete(unopened);
  await until('it to be gone', matters, (all) => !all.some((row) => row.startsWith('Changed')));
  await until('its findings to be gone', problems, (count) => count === 0);
});

test('the findings of a letter stay among the problems when it is closed', async () => {
  const { document } = await open('closed.md', withoutHistory);
  await found(document, 'missing-section');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(
    'the file to be checked again',
    () => vscode.languages.getDiagnostics(document.uri).length,
    (count) => count > 0,
  );
});
