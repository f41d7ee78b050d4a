// The long run: `node test/fuzz/long.mts [--cases N] [--minutes N] [--seed N] [--report FILE]
// [--workers N]`. Goes through
// every property in turn, each batch from a seed of its own, until so many cases are done or the time is up.
// A hang is a batch whose process is silent for too long; it is ended and counted as a failure.
import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Tried } from './property.ts';
import type { Batch } from './worker.mts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    report: { type: 'string', default: 'fuzz-report.json' },
    workers: { type: 'string', default: '1' },
  },
});
const wanted = Number(values.cases);
const began = Date.now();
const end = began + Number(values.minutes) * 60_000;

/**
 * Milliseconds on the wall that a batch may begin cases for, and after which a silent process is taken to hang. Each
 * property measures its cases' own time by the processor's, so these have room for a machine with much else to do.
 */
const WITHIN = 180_000;
const HANGS = 1_800_000;

const hooks = join(import.meta.dirname, 'hooks.mts');
await import(hooks);
const { properties } = await import('./properties/index.ts');

interface Row {
  readonly id: string;
  readonly says: string;
  cases: number;
  seconds: number;
  readonly failures: { seed: number; what: string }[];
}
const rows: Row[] = properties.map(({ id, says }) => ({ id, says, cases: 0, seconds: 0, failures: [] }));
const done = (): number => rows.reduce((n, row) => n + row.cases, 0);

/** A process that tries batches; one that dies or hangs is replaced with the next batch. */
interface Desk {
  worker?: ChildProcess | undefined;
}

function run(desk: Desk, batch: Batch): Promise<Tried> {
  desk.worker ??= fork(join(import.meta.dirname, 'worker.mts'), [], { execArgv: ['--import', hooks] });
  const child = desk.worker;
  return new Promise((resolve) => {
    const fail = (failure: string): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      desk.worker = undefined;
      resolve({ cases: 0, failure });
    };
    const timer = setTimeout(() => fail(`no answer in ${HANGS / 1_000} seconds`), HANGS);
    child.once('exit', (code, signal) => fail(`the process ended (${signal ?? code})`));
    child.once('message', (tried: Tried) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(tried);
    });
    child.send(batch);
  });
}

function report(): void {
  const told = {
    began: new Date(began).toISOString(),
    seed: Number(values.seed),
    minutes: Math.round((Date.now() - began) / 6_000) / 10,
    cases: done(),
    failures: rows.reduce((n, row) => n + row.failures.length, 0),
    properties: rows.map((row) => ({ ...row, seconds: Math.round(row.seconds) })),
  };
  writeFileSync(values.report, `${JSON.stringify(told, null, 2)}\n`);
}

/** Every property in turn, from one seed after the other. */
function* batches(): Generator<readonly [Row, Omit<Batch, 'within'>]> {
  for (let seed = Number(values.seed); ; seed++) {
    for (const [i, { id, round: cases }] of properties.entries()) {
      const row = rows[i];
      if (row) yield [row, { id, seed, cases }];
    }
  }
}

const waiting = batches();

async function work(desk: Desk): Promise<void> {
  while (done() < wanted && Date.now() < end) {
    const { value } = waiting.next();
    if (!value) return;
    const [row, batch] = value;
    const start = Date.now();
    const tried = await run(desk, { ...batch, within: WITHIN });
    row.cases += tried.cases;
    row.seconds += (Date.now() - start) / 1_000;
    if (tried.failure !== undefined) {
      // The case comes again from its seed; a hundred thousand characters of it tell no more than the first.
      const what = tried.failure.slice(0, 2_000);
      row.failures.push({ seed: batch.seed, what });
      console.error(`${batch.id}, seed ${batch.seed}: ${what}\n`);
    }
    report();
  }
  desk.worker?.kill();
}

await Promise.all(Array.from({ length: Number(values.workers) }, () => work({})));
report();
console.log(`${done()} cases in ${Math.round((Date.now() - began) / 60_000)} minutes, see ${values.report}`);
process.exitCode = rows.some((row) => row.failures.length > 0) ? 1 : 0;
