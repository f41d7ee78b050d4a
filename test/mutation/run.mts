// Takes each guard out of a copy of the sources and sees its test fail: `node test/mutation/run.mts [ID]...`.
// A guard whose test still passes protects nothing that anybody would notice.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Whether tests pass in the copy as it now is. Names that no test has are no pass. */
function passes(file: string, names?: string): boolean {
  const how = {
    cwd: copy,
    encoding: 'utf8',
    timeout: PATIENCE,
    env: { ...process.env, NO_COLOR: '1' },
  } as const;
  const built = spawnSync(process.execPath, ['esbuild.mts'], how);
  if (built.status !== 0) throw new Error('the copy does not build');
  const filter = names === undefined ? [] : ['-t', names];
  const ran = spawnSync(join(copy, 'node_modules/.bin/vitest'), ['run', file, ...filter], how);
  if (!/^\s*Tests\s.*\d+ (?:passed|failed)/m.test(ran.stdout) && ran.signal === null) {
    throw new Error(`${file} has no test named ${names}`);
  }
  return ran.status === 0;
}

/** Files of tests, and whether all in them pass in the copy as it was laid out. */
const sound = new Map<string, boolean>();

function passesWith([test]: Guard['test']): boolean {
  const known = sound.get(test) ?? passes(test);
  sound.set(test, known);
  return known;
}

/** With the guard the test passes, and without it fails. */
function caught(guard: Guard): string {
  if (!passesWith(guard.test)) return 'its test fails with it too';
  const file = join(copy, guard.file);
  const before = readFileSync(file, 'utf8');
  if (before.split(guard.from).length !== 2) return `${guard.file} does not hold its words once`;
  try {
    writeFileSync(
      file,
      before.replace(guard.from, () => guard.to),
    );
    return passes(...guard.test) ? 'NOT CAUGHT: its test passes without it' : 'caught';
  } finally {
    writeFileSync(file, before);
  }
}

/** One that cannot be tried does not keep the others from being so. */
function tried(guard: Guard): string {
  try {
    return caught(guard);
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
    const outcome = tried(guard);
    if (outcome !== 'caught') failed++;
    console.log(`${guard.id}: ${outcome}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${chosen.length - failed} caught, ${failed} not`);
process.exitCode = failed > 0 ? 1 : 0;
