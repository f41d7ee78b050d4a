import { type ChildProcess, fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { workspace } from 'vscode';
import type { Places } from './client.ts';

/** MiB for young objects: with more, the server is no faster and a fifth bigger. */
const MEMORY = ['--max-semi-space-size=8'];
/** Where the extension itself is looked at in a debugger, so can the server be. */
const DEBUGGED = ['--inspect=6009'];

/** Milliseconds that a server has to end by itself. */
const PATIENCE = 2_000;

/** Starts the server's process, which speaks over IPC, so that nothing printed can break the protocol. */
export function forkServer({ module, compiled }: Places): ChildProcess {
  const debugged = process.execArgv.some((arg) => /^--inspect(?:-brk)?(?:=|$)/.test(arg));
  const cwd = firstFolder();
  const child = fork(module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    ...(cwd === undefined ? {} : { cwd }),
    execArgv: debugged ? DEBUGGED : MEMORY,
    env: {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      ELECTRON_NO_ASAR: '1',
      ...(debugged ? {} : { NODE_COMPILE_CACHE: compiled }),
    },
    silent: true,
  });
  // Whoever speaks to it hears of it too; without a listener it would end the extension host.
  child.on('error', () => {});
  return child;
}

/** Whether a process can be spoken to. */
export const isAlive = ({ pid, connected, exitCode, signalCode }: ChildProcess): boolean =>
  pid !== undefined && connected && exitCode === null && signalCode === null;

/** Ends a process that was told to end, and does not. */
export function endSoon(child: ChildProcess): void {
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  child.once('exit', () => clearTimeout(timer));
  if (!isAlive(child)) clearTimeout(timer);
}

/** Where relative paths in settings begin; a folder that is not there would keep the process from starting. */
function firstFolder(): string | undefined {
  const uri = workspace.workspaceFolders?.[0]?.uri;
  if (uri?.scheme !== 'file') return undefined;
  return statSync(uri.fsPath, { throwIfNoEntry: false })?.isDirectory() ? uri.fsPath : undefined;
}
