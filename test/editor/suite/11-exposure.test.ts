import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { answer, shown } from './dialogs.ts';
import { extension, open, pause, until } from './editor.ts';
import { clean } from './letter.ts';

const warned = (): string[] => shown.filter((message) => /^This letter lies in/.test(message));
const setting = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('exParte');

test('warns once of a letter in a folder that synchronises, and of one in a repository with a remote', async () => {
  await extension();
  answer();
  await open('Dropbox/one.md', clean);
  await until('the warning', warned, (all) => all.length === 1);
  assert.match(warned()[0] ?? '', /Dropbox copies to its servers/);
  // Another letter in the same place is nothing new.
  await open('Dropbox/two.md', clean);
  await pause(1_500);
  assert.equal(warned().length, 1);
  const config = vscode.Uri.joinPath(
    (await open('firm/note.md', 'A note.\n')).document.uri,
    '../.git/config',
  );
  await vscode.workspace.fs.writeFile(config, Buffer.from('[remote "origin"]\n\turl = x\n'));
  await open('firm/letter.md', clean);
  await until('the warning', warned, (all) => all.length === 2);
  assert.match(warned()[1] ?? '', /Git repository with the remote origin/);
});

test('never warns again once told so', async () => {
  answer('Never Warn');
  try {
    await open('OneDrive - Firm LLP/one.md', clean);
    await until('the warning', warned, (all) => all.length === 1);
    await until(
      'the setting',
      () => setting().get('exposureWarnings'),
      (on) => on === false,
    );
    await open('iCloudDrive/one.md', clean);
    await pause(1_500);
    assert.equal(warned().length, 1);
  } finally {
    await setting().update('exposureWarnings', undefined, vscode.ConfigurationTarget.Global);
  }
});
