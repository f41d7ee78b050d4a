import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { test } from '../runner.ts';
import { extension, found, open, replace, until } from './editor.ts';
import { withoutHistory } from './letter.ts';

/** The process ids of the servers that this extension host has started. */
function servers(): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((m) => Number(m?.[2]) === process.pid && m?.[3]?.includes('dist/server.js'))
    .map((m) => Number(m?.[1]));
}

async function survivesKill(): Promise<void> {
  const editor = await open('crash.md', withoutHistory);
  const { document } = editor;
  await found(document, 'missing-section');
  const before = servers();
  assert.equal(before.length, 1, `servers: ${before.join(', ')}`);
  for (const pid of before) process.kill(pid, 'SIGKILL');
  await until(
    'another server to run',
    () => servers().filter((pid) => !before.includes(pid)).length,
    (count) => count === 1,
  );
  const api = await extension();
  await until('the client to be connected', api.running, (running) => running);
  await replace(editor, 'Dear Judge Reznik:', 'Dear Judge Reznik: TODO');
  await found(document, 'placeholder');
  await found(document, 'missing-section');
}

/** The edits before the kill, at it and while no server is there all count, and nobody has to type again. */
async function survivesKillInMidEdit(): Promise<void> {
  const editor = await open('mid-edit.md', withoutHistory);
  const { document } = editor;
  await found(document, 'missing-section');
  const before = servers();
  assert.equal(before.length, 1, `servers: ${before.join(', ')}`);
  await replace(editor, 'Dear Judge Reznik:', 'Dear Judge Reznik: T');
  for (const pid of before) process.kill(pid, 'SIGKILL');
  await replace(editor, 'Dear Judge Reznik: T', 'Dear Judge Reznik: TODO');
  await until(
    'another server to run',
    () => servers().filter((pid) => !before.includes(pid)).length,
    (count) => count === 1,
  );
  const finding = await found(document, 'placeholder');
  assert.equal(document.getText(finding.range), 'TODO');
  await found(document, 'missing-section');
}

for (const [name, run] of [
  ['goes on with a new server when the server dies', survivesKill],
  ['finds what was written while the server was down, without another key', survivesKillInMidEdit],
] as const) {
  if (process.platform === 'win32') test.skip(name, 'no ps on Windows', run);
  else test(name, run);
}
