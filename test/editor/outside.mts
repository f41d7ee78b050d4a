// Tests from outside, in the browser that shows the workbench: of what the extension host cannot see, or what ends it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { confidential } from './confidential.mts';
import { walkedByKeyboard } from './keyboard.mts';
import { reloaded } from './reload.mts';
import { restricted } from './restricted.mts';
import type { Result } from './results.ts';

/** Why a test cannot run on this machine. */
export class Skipped extends Error {}

/** By their files' names; each takes a folder of its own, and says why it failed, by throwing too, or null. */
const TESTS: Readonly<
  Record<string, { readonly name: string; readonly run: (work: string) => Promise<string | null> }>
> = {
  restricted: {
    name: 'reads no order and no setting of a folder until it is trusted, and shows that many letters are being checked',
    run: restricted,
  },
  keyboard: {
    name: 'the checklist is walked by the keyboard, says its rows aloud, leads to the letter and mends it',
    run: walkedByKeyboard,
  },
  reload: { name: 'shows the pages again, as they were, after the window was reloaded', run: reloaded },
  confidential: {
    name: 'connects to nothing in a session, loads nothing from outside, and keeps the letter to its folder and VS Code’s storage',
    run: confidential,
  },
};

/** Runs those whose files' names hold `part`, one after the other. */
export async function outsideTests(work: string, part = ''): Promise<Result[]> {
  const results: Result[] = [];
  for (const [file, { name, run }] of Object.entries(TESTS)) {
    if (!file.includes(part)) continue;
    const folder = join(work, file);
    mkdirSync(folder);
    results.push(await result(name, () => run(folder)));
  }
  return results;
}

async function result(name: string, run: () => Promise<string | null>): Promise<Result> {
  const start = performance.now();
  const skipped = (reason: string): Result => ({ name, outcome: 'skipped', ms: 0, reason });
  let failure: string | null;
  try {
    failure = await run();
  } catch (error) {
    if (error instanceof Skipped) return skipped(error.message);
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  if (failure?.includes('No Chromium found')) return skipped('no Chromium');
  const ms = Math.round(performance.now() - start);
  return failure === null
    ? { name, outcome: 'passed', ms }
    : { name, outcome: 'failed', ms, reason: failure };
}
