import {
  type BigIntStats,
  close,
  closeSync,
  fstat,
  fstatSync,
  open,
  openSync,
  read,
  readlink,
  readlinkSync,
  readSync,
  realpath,
  realpathSync,
  type Stats,
  stat,
  statSync,
} from 'node:fs';
import { promisify } from 'node:util';

/** A call to the system in both its forms: waited for on the spot, or while other things go on. */
export interface Call<A extends readonly unknown[], T> {
  readonly now: (...args: A) => T;
  readonly later: (...args: A) => Promise<T>;
}

/** Files as descriptors. Throws, or rejects with, what the system says. */
export interface Disk {
  /** Spelt as the disk spells it; see `realOf`. */
  readonly realpath: Call<[path: string], string>;
  readonly open: Call<[path: string, flags: number], number>;
  readonly fstat: Call<[fd: number], Stats>;
  /** Tells files apart, whatever they are called. */
  readonly idOf: Call<[fd: number], string>;
  readonly idAt: Call<[path: string], string>;
  readonly readlink: Call<[path: string], string>;
  /** How many bytes were read; none at the end. */
  readonly read: Call<[fd: number, into: Uint8Array, from: number, length: number], number>;
  readonly close: Call<[fd: number], void>;
}

const readLater = promisify(read);
const fstatLater = promisify(fstat);
const statLater = promisify(stat);

/** As they are kept, since Windows has numbers that only these hold. */
const BIG = { bigint: true } as const;
const id = ({ dev, ino }: BigIntStats): string => `${dev} ${ino}`;

export const DISK: Disk = {
  realpath: { now: realpathSync.native, later: promisify(realpath.native) },
  open: { now: openSync, later: promisify(open) },
  fstat: { now: (fd) => fstatSync(fd), later: (fd) => fstatLater(fd) },
  idOf: { now: (fd) => id(fstatSync(fd, BIG)), later: async (fd) => id(await fstatLater(fd, BIG)) },
  idAt: { now: (path) => id(statSync(path, BIG)), later: async (path) => id(await statLater(path, BIG)) },
  readlink: { now: (path) => readlinkSync(path), later: promisify(readlink) },
  read: {
    now: (fd, into, from, length) => readSync(fd, into, 0, length, from),
    later: async (fd, into, from, length) => (await readLater(fd, into, 0, length, from)).bytesRead,
  },
  close: { now: closeSync, later: promisify(close) },
};

interface Asked {
  now(): unknown;
  later(): Promise<unknown>;
}

/**
 * Work that waits for the system wherever it yields: written once, done by `atOnce` for whoever cannot wait and by
 * `inTurn` for whoever may not hold up others.
 */
export type Steps<T> = Generator<Asked, T, unknown>;

export function* ask<A extends readonly unknown[], T>(call: Call<A, T>, ...args: A): Steps<T> {
  return (yield { now: () => call.now(...args), later: () => call.later(...args) }) as T;
}

export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) {
    let answer: unknown;
    try {
      answer = step.value.now();
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(answer);
  }
  return step.value;
}

export async function inTurn<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    let answer: unknown;
    try {
      answer = await step.value.later();
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(answer);
  }
  return step.value;
}
