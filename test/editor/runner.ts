// A test runner for the extension host: in order, one at a time, each with a limit, results into a file.
import { writeFileSync } from 'node:fs';
import { RESULTS, type Result, type Results } from './results.ts';

interface Test {
  readonly name: string;
  readonly body: () => Promise<void>;
  readonly skip?: string;
  /** In ms. */
  readonly limit: number;
}

/** A test that takes longer, in ms, has failed; opening the first letter starts a server, which is the longest. */
const LIMIT = 60_000;
const tests: Test[] = [];
/** What the running test has measured. */
let notes: string[] = [];
const cleanups: (() => Promise<void>)[] = [];

/** Registers a test. It fails by throwing, or by taking longer than `limit` ms. */
export function test(name: string, body: () => Promise<void>, limit = LIMIT): void {
  tests.push({ name, body, limit });
}

/** Registers a test that cannot run here, and why. */
test.skip = (name: string, reason: string, body: () => Promise<void>): void => {
  tests.push({ name, body, skip: reason, limit: 0 });
};

/** Something measured, printed under the test's name. */
export function note(text: string): void {
  notes.push(text);
}

/** Runs after every test, whether it passed or not. */
export function afterEach(cleanup: () => Promise<void>): void {
  cleanups.push(cleanup);
}

/** VS Code calls this; a rejection makes it exit with code 1. */
export async function run(): Promise<void> {
  const done: Result[] = [];
  const write = (running: string | null): void => {
    const file = process.env[RESULTS];
    const results: Results = { tests: done, running };
    if (file) writeFileSync(file, JSON.stringify(results));
  };
  for (const test of tests) {
    write(test.name);
    done.push(await result(test));
  }
  write(null);
  const failed = done.filter((t) => t.outcome === 'failed').length;
  if (failed > 0) throw new Error(`${failed} of ${done.length} editor tests failed`);
  if (done.length === 0) throw new Error('No editor test was registered');
}

async function result({ name, body, skip, limit }: Test): Promise<Result> {
  if (skip) return { name, outcome: 'skipped', ms: 0, reason: skip };
  notes = [];
  const start = performance.now();
  const outcome = await attempt(body, limit);
  for (const cleanup of cleanups) await cleanup();
  const ms = Math.round(performance.now() - start);
  return outcome === null
    ? { name, outcome: 'passed', ms, notes }
    : { name, outcome: 'failed', ms, notes, reason: outcome };
}

/** Why it failed, or null. */
async function attempt(body: () => Promise<void>, limit: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${limit / 1000} s`)), limit);
  });
  try {
    await Promise.race([body(), late]);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}
