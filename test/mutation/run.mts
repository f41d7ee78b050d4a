// Takes each guard out of a copy of the sources and sees its test fail: `node test/mutation/run.mts [ID]...`.
// A guard whose test still passes protects nothing that anybody would notice.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Guard, guards } from './guards.ts';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'ex-parte-mutation-'));
/** Milliseconds for a build and a test; a test that hangs without its guard has failed too. */
const PATIENCE = 300_000;

function prepare(): void {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  for (const file of files.filter(Boolean)) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

interface Ran {
  readonly passed: boolean;
  readonly output: string;
  readonly hung: boolean;
}

/** A command in the copy, with all that it starts: what hangs is ended together with its own processes. */
function ran(command: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: copy,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    let hung = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const end = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of them are gone already.
      }
    };
    const timer = setTimeout(() => {
      hung = true;
      end();
    }, PATIENCE);
    child.once('error', reject);
    child.once('exit', (status) => {
      clearTimeout(timer);
      end();
      resolve({ passed: status === 0, output, hung });
    });
  });
}

/** Whether tests pass in the copy as it now is; one that hangs does not. Names that no test has are no pass. */
async function passes(file: string, names?: string): Promise<boolean> {
  const built = await ran(process.execPath, ['esbuild.mts']);
  if (!built.passed) throw new Error(`the copy does not build: ${built.output.slice(-500)}`);
  // With the Node that runs this, whichever comes first in the path.
  const { passed, hung, output } = await ran(
    process.execPath,
    isOfEditor(file) ? inEditor(file) : inVitest(file, names),
  );
  if (!hung && !/^\s*Tests\s.*\d+ (?:passed|failed)|^[1-9]\d* passed|, [1-9]\d* failed/m.test(output)) {
    throw new Error(`${file} has no test named ${names}, or it cannot run here`);
  }
  return passed;
}

function inVitest(file: string, names: string | undefined): string[] {
  const filter = names === undefined ? [] : ['-t', names];
  return [join(copy, 'node_modules/vitest/vitest.mjs'), 'run', '--maxWorkers=1', file, ...filter];
}

/** In the real editor a file's tests run all or none. */
const isOfEditor = (file: string): boolean => file.startsWith('test/editor/');
const inEditor = (file: string): string[] => [
  'test/editor/run.mts',
  basename(file).replace(/(?:\.test)?\.m?ts$/, ''),
];

/** Files of tests, and whether those that the guards name in them pass in the copy as it was laid out. */
const sound = new Map<string, Promise<boolean>>();

function passesWith([file]: Guard['test']): Promise<boolean> {
  const names = chosen.filter(({ test }) => test[0] === file).map(({ test }) => test[1]);
  const known = sound.get(file) ?? passes(file, names.includes(undefined) ? undefined : names.join('|'));
  sound.set(file, known);
  return known;
}

/** With the guard the test passes, and without it fails. */
async function caught(guard: Guard): Promise<string> {
  if (!(await passesWith(guard.test))) return 'its test fails with it too';
  const file = join(copy, guard.file);
  const before = readFileSync(file, 'utf8');
  if (before.split(guard.from).length !== 2) return `${guard.file} does not hold its words once`;
  try {
    writeFileSync(
      file,
      before.replace(guard.from, () => guard.to),
    );
    return (await passes(...guard.test)) ? 'NOT CAUGHT: its test passes without it' : 'caught';
  } finally {
    writeFileSync(file, before);
  }
}

/** One that cannot be tried does not keep the others from being so. */
async function tried(guard: Guard): Promise<string> {
  try {
    return await caught(guard);
  } catch (error) {
    return `NOT TRIED: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const asked = process.argv.slice(2);
const chosen = guards.filter(({ id }) => asked.length === 0 || asked.includes(id));
let failed = 0;
try {
  prepare();
  for (const guard of chosen) {
    const outcome = await tried(guard);
    if (outcome !== 'caught') failed++;
    console.log(`${guard.id}: ${outcome}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${chosen.length - failed} caught, ${failed} not`);
process.exitCode = failed > 0 ? 1 : 0;
