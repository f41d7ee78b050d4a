import { strict as assert } from 'node:assert';
import { note, test } from '../runner.ts';
import { extension } from './editor.ts';

/** Milliseconds to load the client and register everything, on a machine that does nothing else. */
const AIM = 100;
/** Milliseconds after which it is too slow on any machine. */
const HANGS = 3_000;

test('the extension is active at once', async () => {
  // No Markdown was opened before: this loads it.
  const start = performance.now();
  await extension();
  const took = performance.now() - start;
  note(`loaded and activated in ${Math.round(took)} ms; aim ${AIM} ms`);
  assert(took < HANGS, `${Math.round(took)} ms`);
});
