import { strict as assert } from 'node:assert';
import { test } from '../runner.ts';
import { found, open, replace } from './editor.ts';
import { withoutHistory } from './letter.ts';
import { killServer } from './servers.ts';

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

for (const [name, run] of [
  ['goes on with a new server when the server dies', survivesKill],
  ['finds what was written while the server was down, without another key', survivesKillInMidEdit],
] as const) {
  if (process.platform === 'win32') test.skip(name, 'no ps on Windows', run);
  else test(name, run);
}
