// Tests from outside, in the browser that shows the workbench: of what the extension host cannot see, or what ends it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { walkedByKeyboard } from './keyboard.mts';
import { reloaded } from './reload.mts';
import { restricted } from './restricted.mts';
import type { Result } from './results.ts';

/** Each takes a folder of its own, and says why it failed, by throwing too; null where it did not. */
const TESTS: Readonly<Record<string, (work: string) => Promise<string | null>>> = {
  'reads no order and no setting of a folder until it is trusted, and shows that many letters are being checked':
    restricted,
  'the checklist is walked by the keyboard, says its rows aloud, leads to the letter and mends it':
    walkedByKeyboard,
  'shows the pages again, as they were, after the window was reloaded': reloaded,
};

/** Runs them one after the other. */
export async function outsideTests(work: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const [i, [name, run]] of Object.entries(TESTS).entries()) {
    const folder = join(work, `outside-${i}`);
    mkdirSync(folder);
    results.push(await result(name, () => run(folder)));
  }
  return results;
}

async function result(name: string, run: () => Promise<string | null>): Promise<Result> {
  const start = performance.now();
  const outcome = await run().catch((error: unknown) =>
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  const ms = Math.round(performance.now() - start);
  if (outcome === null) return { name, outcome: 'passed', ms };
  if (outcome.includes('No Chromium found')) return { name, outcome: 'skipped', ms, reason: 'no Chromium' };
  return { name, outcome: 'failed', ms, reason: outcome };
}
