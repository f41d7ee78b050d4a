import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { EngineName } from './start.ts';

/**
 * The engine is no JavaScript, and what there is beside it runs once a key: objects are few, and code is not worth
 * optimizing. Some 12 MB less.
 */
const NODE_FLAGS = ['--max-semi-space-size=1', '--no-opt'];

/**
 * One thread of the engine's own (it takes the variable of Rust's `rayon`). With more it numbers the fonts of a page in the
 * order in which its threads meet them, and the number is part of the page's key: on a busy machine a page that nobody
 * changed would have a new key, and be drawn once more. A letter is one flow, which threads set no faster.
 */
const ENGINE_ENV = { RAYON_NUM_THREADS: '1' };

/**
 * Starts the typesetter's process. It says which engine it has, or why none, and takes requests at once.
 * @param dist the folder of `typesetter.js`, `fonts/`, `native/` and `typst.wasm`
 */
export const forkTypesetter = (dist: string, engine?: EngineName): ChildProcess =>
  fork(join(dist, 'typesetter.js'), [dist], {
    serialization: 'advanced',
    execArgv: NODE_FLAGS,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...ENGINE_ENV, ...(engine ? { EX_PARTE_ENGINE: engine } : {}) },
  });

/** A process that was started before there is anyone to ask it, and what it has said meanwhile. */
export interface ForkedAhead {
  readonly child: ChildProcess;
  /** No longer filled once somebody takes the process over. */
  readonly heard: unknown[];
  /** Lets go of it. @returns whether it still lives; a dead one is of no use, and whoever needs one starts another */
  release(): boolean;
}

export function forkAhead(dist: string): ForkedAhead {
  const child = forkTypesetter(dist);
  const heard: unknown[] = [];
  let failed = false;
  const hear = (message: unknown): void => void heard.push(message);
  const fail = (): void => {
    failed = true;
  };
  child.on('message', hear);
  // Without a listener it would end this process.
  child.on('error', fail);
  return {
    child,
    heard,
    release: () => {
      child.off('message', hear);
      child.off('error', fail);
      return !failed && child.connected && child.exitCode === null && child.signalCode === null;
    },
  };
}
