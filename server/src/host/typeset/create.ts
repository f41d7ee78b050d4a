import { basename, resolve } from 'node:path';
import type { Typesetter } from '../../typeset/typesetter.ts';
import { ChildBackend } from './child.ts';
import type { ForkedAhead } from './fork.ts';
import { InProcessBackend } from './in-process.ts';
import { LetterTypesetter, type PageDrawer } from './letters.ts';
import type { EngineName } from './start.ts';

export interface Startable {
  /** Makes ready, so that the first call need not wait for it. */
  start(): void;
}

export interface TypesetterOptions {
  /**
   * `process`: in a process of its own, which outlives nothing and whose end this one outlives. `in-process`:
   * in this process, which it blocks and can take along.
   */
  readonly mode: 'process' | 'in-process';
  /** The folder that the build fills: `typesetter.js`, `fonts/`, `native/` and `typst.wasm`. */
  readonly dist?: string;
  /** Without it: the native engine where it loads, else WebAssembly. Both give the same pages. */
  readonly engine?: EngineName;
  /** Milliseconds for one compile before its process is killed; 6,000 without. */
  readonly patience?: number;
  /** Told what the process writes to its standard error. */
  readonly log?: (text: string) => void;
  /** A process that runs already, to begin with. */
  readonly ahead?: ForkedAhead;
}

/** Bundled, this file lies in that folder; from source, as tests run it, the folder is the checkout's. */
const DIST = basename(__dirname) === 'typeset' ? resolve(__dirname, '../../../../dist') : __dirname;

const PATIENCE = 6_000;

/** A typesetter of letters. Starts nothing before the first call; `dispose` ends what was started. */
export function createTypesetter({
  dist = DIST,
  mode,
  engine,
  patience = PATIENCE,
  log,
  ahead,
}: TypesetterOptions): Typesetter & PageDrawer & Startable {
  if (mode === 'in-process') return new LetterTypesetter(new InProcessBackend(dist, engine));
  const more = { ...(engine ? { engine } : {}), ...(log ? { log } : {}), ...(ahead ? { ahead } : {}) };
  return new LetterTypesetter(new ChildBackend({ dist, patience, ...more }));
}
