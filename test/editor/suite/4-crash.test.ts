import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { extension, found, open, replace, rules, until } from './editor.ts';
import { withoutHistory } from './letter.ts';
import { killServer, servers } from './servers.ts';

async function survivesKill(): Promise<void> {
  const editor = await open('crash.md', withoutHistory);
  const { document } = editor;
  await found(document, 'missing-section');
  await killServer();
  await replace(editor, 'Dear Judge Reznik:', 'Dear Judge Reznik: TODO');
  await found(document, 'placeholder');
  await found(document, 'missing-section');
}

/** The edits before the kill, at it and while no server is there all count, and nobody has to type again. */
async function survivesKillInMidEdit(): Promise<void> {
  const editor = await open('mid-edit.md', withoutHistory);
  const { document } = editor;
  await found(document, 'missing-section');
  await replace(editor, 'Dear Judge Reznik:', 'Dear Judge Reznik: T');
  await killServer(() => replace(editor, 'Dear Judge Reznik: T', 'Dear Judge Reznik: TODO'));
  const finding = await found(document, 'placeholder');
  assert.equal(document.getText(finding.range), 'TODO');
  await found(document, 'missing-section');
}

/** A server that dies again and again is left dead: the writer is told, nothing looks checked, and a command starts it. */
async function startsAgain(): Promise<void> {
  const { document } = await open('often.md', withoutHistory);
  await found(document, 'missing-section');
  const { running, checklist } = await extension();
  const gaveUp = (): boolean => checklist().message?.startsWith('Ex Parte is not running') ?? false;
  for (let deaths = 0; !gaveUp(); deaths++) {
    assert(deaths < 6, 'it is started without end');
    const before = servers();
    for (const pid of before) process.kill(pid, 'SIGKILL');
    const another = (): boolean => running() && servers().some((pid) => !before.includes(pid));
    await until('another server, or none any more', () => gaveUp() || another(), Boolean);
  }
  assert.deepEqual(servers(), []);
  assert.deepEqual(rules(document), []);
  await vscode.commands.executeCommand('exParte.startAgain');
  await found(document, 'missing-section');
}

for (const [name, run] of [
  ['goes on with a new server when the server dies', survivesKill],
  ['finds what was written while the server was down, without another key', survivesKillInMidEdit],
  ['says when the server dies too often, and starts it again when told to', startsAgain],
] as const) {
  if (process.platform === 'win32') test.skip(name, 'no ps on Windows', run);
  else test(name, run);
}
