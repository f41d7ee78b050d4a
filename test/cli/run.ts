import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spentBy } from '../support/spent.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const SAMPLES = join(ROOT, 'docs/samples');
const CLI = join(ROOT, 'dist/cli.js');

export interface Ran {
  /** The exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface How {
  /** The directory to run in; a folder without letters or orders unless said. */
  readonly cwd?: string;
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Another build of the CLI, for tests in which a part of it fails. */
  readonly cli?: string;
  /** Milliseconds of processor time, where a command may take longer than `PATIENCE`. */
  readonly patience?: number;
  /** A file that takes standard output, instead of the answer's `stdout`. */
  readonly stdoutTo?: string;
  /** Told of the process at once, for tests that interfere with it. */
  readonly started?: (pid: number) => void;
}

/** The longest that any command may take on any input, in milliseconds of its processor time: its typesetter's is not in it. */
const PATIENCE = 10_000;
/** Milliseconds on the wall that only a command that hangs reaches, however busy the machine is. */
const HANGS = 100_000;
/** Milliseconds between two looks at a command. */
const LOOK = 250;

/** How many commands run side by side; more would only take each other's time. */
let free = 2;
const waiting: (() => void)[] = [];

/** Runs the built CLI as a person would. Rejects where it takes longer than it may. */
export async function run(args: readonly string[], how: How = {}): Promise<Ran> {
  if (!existsSync(CLI)) throw new Error(`There is no ${CLI}: run \`npm run build\` before these tests.`);
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await start(args, how);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}

function start(args: readonly string[], how: How): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [how.cli ?? CLI, ...args], {
      cwd: how.cwd ?? tmpdir(),
      env: { ...process.env, FORCE_COLOR: undefined, ...how.env },
      stdio: ['pipe', how.stdoutTo === undefined ? 'pipe' : openSync(how.stdoutTo, 'w'), 'pipe'],
    });
    const out = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out.stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      out.stderr += text;
    });
    const { patience = PATIENCE } = how;
    const begun = performance.now();
    const timer = setInterval(() => {
      const spent = spentBy(child.pid ?? 0);
      if (spent <= patience && performance.now() - begun <= HANGS) return;
      child.kill('SIGKILL');
      reject(new Error(`${args.join(' ')}: no end after ${spent / 1000} seconds of work\n${out.stderr}`));
    }, LOOK);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      resolve({ code, ...out });
    });
    if (child.pid !== undefined) how.started?.(child.pid);
    child.stdin?.on('error', () => {
      // The command ended without reading what it was given, which its exit code tells about.
    });
    child.stdin?.end(how.stdin ?? '');
  });
}

/** A folder of its own for one test file, with files in it by their paths. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'ex-parte-cli-'));

  write(name: string, content: string | Buffer): string {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** What a command that could not be carried out prints: one line on standard error that names the mend. */
export const ONE_LINE = /^ex-parte: [^\n]+\n$/;
/** A stack trace, whoever printed it. */
export const STACK = /^\s+at .+[:(]\d+/m;
