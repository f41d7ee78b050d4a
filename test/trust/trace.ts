import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const works = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** Whether system calls can be traced here: on Linux, with strace, where tracing is allowed. */
export const canTrace = works('strace', '-o', '/dev/null', 'true');
/** Whether a program can be run without any network interface. */
export const canIsolate = works('unshare', '--user', '--map-root-user', '--net', 'true');

export interface Traced {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Sockets to anywhere but this machine's own processes, as strace prints the calls. */
  readonly network: readonly string[];
  /** Files that were made, written, renamed or removed, by their paths; devices left out. */
  readonly written: readonly string[];
  /** All paths that the system was asked for. */
  readonly named: readonly string[];
}

/** The arguments that let strace run Node and all that it starts, and write their calls into a file. */
export const straceArgs = (log: string): string[] => [
  ...['-f', '-qq', '-s', '4096', '-e', 'trace=network,%file', '-o', log],
  process.execPath,
];

/** Calls that change what lies on a disk, beside `open` with a flag that says so. */
const CHANGING = [
  ...['creat', 'mkdir', 'mkdirat', 'rename', 'renameat', 'renameat2', 'unlink', 'unlinkat', 'rmdir'],
  ...['link', 'linkat', 'symlink', 'symlinkat', 'truncate', 'mknod', 'mknodat'],
];

/**
 * The same for a program of many processes, whose trace tells them apart (processes.ts). Of the file calls only those
 * that write are waited for: an editor asks for thousands of files.
 */
export const processArgs = (log: string): string[] => [
  ...['-f', '--seccomp-bpf', '-qq', '-s', '4096', '-o', log, '-e'],
  `trace=network,process,open,openat,openat2,io_uring_setup,${CHANGING.join(',')}`,
];

/** Runs a program and all that it starts under a system-call trace. */
export function trace(
  args: readonly string[],
  how: { cwd: string; env?: NodeJS.ProcessEnv; input?: string },
): Traced {
  const folder = mkdtempSync(join(tmpdir(), 'trace-'));
  const log = join(folder, 'log');
  try {
    const ran = spawnSync('strace', [...straceArgs(log), ...args], {
      cwd: how.cwd,
      env: how.env ?? process.env,
      input: how.input ?? '',
      encoding: 'utf8',
      timeout: 120_000,
    });
    return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr, ...read(readFileSync(log, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Their names' beginnings, with those that change what a file is said to be. */
const CHANGES = /^(?:creat|mkdir|rename|unlink|rmdir|link|symlink|truncate|mknod|chmod|chown|utime|setxattr)/;

/** What a trace tells. */
export function read(log: string): Pick<Traced, 'network' | 'written' | 'named'> {
  const network: string[] = [];
  const written: string[] = [];
  const named: string[] = [];
  for (const line of log.split('\n')) {
    const call = line.replace(/^\d+\s+/, '');
    const name = /^\w+/.exec(call)?.[0] ?? '';
    if (isNetwork(name, call)) network.push(call);
    const paths = pathsIn(call);
    // What is run is asked for by its own program, what is sent is no path, and a call resumed was named before.
    if (name === '' || /^(?:exec|send|recv)/.test(name)) continue;
    named.push(...paths);
    if (changes(name, call)) written.push(...paths.filter((p) => !p.startsWith('/dev/')));
  }
  return { network, written, named };
}

/** What stands in quotation marks, as strace escapes it. */
export const pathsIn = (call: string): string[] =>
  [...call.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1] ?? '');

/** Whether a call changed something on a disk. */
export function changes(name: string, call: string): boolean {
  const writes = CHANGES.test(name) || (/^open/.test(name) && /O_(?:WRONLY|RDWR|CREAT|TRUNC)/.test(call));
  return writes && !/ = -1 /.test(call);
}

/** A pair of sockets joins two processes of one program; everything else leads out of it. */
export function isNetwork(name: string, call: string): boolean {
  if (/^(?:connect|bind|listen|accept4?)$/.test(name)) return true;
  return name === 'socket' && !/AF_UNIX/.test(call);
}
