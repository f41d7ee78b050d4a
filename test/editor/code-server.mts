// VS Code from the npm registry, for machines where Microsoft's download is out of reach: the npm package
// code-server holds the whole of VS Code's server and workbench.
import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { processArgs } from '../trust/trace.ts';
import { atExit } from './process.mts';

/** Holds VS Code 1.139.1. The cache folder is keyed by it. */
const VERSION = '4.139.1';
/** code-server refuses every other major version. */
const NODE = 'node@24';
/** A server that has not said its port after this many ms will not. */
const STARTUP = 30_000;
/** Asked to end, it is given this many ms. */
const STUBBORN = 5_000;

const cache = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'ex-parte',
  `code-server-${VERSION}`,
);
const run = promisify(execFile);

function at(folder: string) {
  const vscode = join(folder, 'node_modules/code-server/lib/vscode');
  const bin = join(folder, 'node_modules/.bin');
  return { vscode, bin, node: join(bin, 'node'), main: join(vscode, 'out/server-main.js') };
}

/**
 * Installs code-server into the cache folder unless it is there; about 25 s, once for each version. Node
 * first: code-server needs its own. Install scripts are left out: they compile modules (Kerberos,
 * SQLite) that want a compiler and headers, and nothing here uses them. Throws one line when npm fails.
 */
export async function install(): Promise<void> {
  if (existsSync(at(cache).main)) return;
  console.log(`Installing VS Code (code-server ${VERSION}) into ${cache}, once...`);
  const partial = `${cache}.${process.pid}`;
  const { vscode, bin } = at(partial);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const npm = (...args: string[]) =>
    run('npm', ['install', '--no-fund', '--no-audit', ...args], { env, maxBuffer: 1 << 26 });
  try {
    await mkdir(partial, { recursive: true });
    await npm('--prefix', partial, NODE);
    await npm('--prefix', partial, '--ignore-scripts', `code-server@${VERSION}`);
    await npm('--prefix', vscode, '--ignore-scripts', '--omit=dev');
    // Renamed whole, so that a run cut short never leaves half an installation behind.
    await rename(partial, cache).catch((error: unknown) => {
      if (!existsSync(at(cache).main)) throw error;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
    throw new Error(`code-server ${VERSION} could not be installed into ${cache}: ${reason}`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** VS Code's server as it is installed, and the Node that it wants. */
export const vscodeServer = (): { readonly node: string; readonly main: string } => at(cache);

export interface Serving {
  /** `127.0.0.1:PORT`: the authority of `vscode-remote://` addresses. */
  readonly authority: string;
  /** Resolves when the server has ended and writes no more. */
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** Settings and state; a fresh folder gives a fresh VS Code. */
  readonly data: string;
  /** Who opens the page must know it; without one anybody on the machine may. */
  readonly token?: string | undefined;
  /** Folders are trusted unless this says to ask, as the desktop's default does. */
  readonly askTrust?: boolean | undefined;
  readonly port?: number | undefined;
  /** The folder of installed extensions; without one there are none. */
  readonly extensions?: string | undefined;
  /** Beside this process's own. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** A file into which the system calls of the server and of all that it starts are written. */
  readonly trace?: string | undefined;
}

/** Starts VS Code's server on this machine alone. Rejects when it ends or stays silent before it listens. */
export async function serve({
  data,
  token,
  askTrust,
  port,
  extensions,
  env,
  trace,
}: ServeOptions): Promise<Serving> {
  await install();
  const { node, main } = at(cache);
  const args = ['--host', '127.0.0.1', '--port', String(port ?? 0), '--server-data-dir', data];
  args.push(...(token ? ['--connection-token', token] : ['--without-connection-token']));
  if (extensions) args.push('--extensions-dir', extensions);
  if (!askTrust) args.push('--disable-workspace-trust');
  // Without the smoke test driver the workbench in a browser ignores the development paths.
  args.push('--accept-server-license-terms', '--enable-smoke-test-driver');
  // Told its level alone, code-server reports to its makers all the same.
  args.push('--disable-telemetry', '--telemetry-level', 'off');
  // In a process group of its own: an extension host in an endless loop outlives the server that started it.
  const [command, ...before] = trace ? ['strace', ...processArgs(trace), node] : [node];
  const child = spawn(command, [...before, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    // Without a gallery it asks nobody for newer extensions.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...env },
  });
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch {
      // The group has ended already.
    }
  };
  atExit(() => signal('SIGKILL'));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const stop = async () => {
    signal('SIGTERM');
    const stubborn = setTimeout(signal, STUBBORN, 'SIGKILL');
    await ended;
    clearTimeout(stubborn);
    signal('SIGKILL');
  };
  try {
    return { authority: `127.0.0.1:${await listening(child)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port that the server says it listens on. */
function listening(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}:\n${said}`));
    const late = setTimeout(fail, STARTUP, `did not listen within ${STARTUP / 1000} s`);
    const hear = (chunk: Buffer) => {
      said += chunk;
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(late);
      resolve(port);
      // Read on and forget: a full pipe would stop the server.
      for (const stream of [child.stdout, child.stderr]) stream.off('data', hear).resume();
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(late);
      fail(`ended with code ${code}`);
    });
  });
}
