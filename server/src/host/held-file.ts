import { constants, type Stats } from 'node:fs';
import { inside } from './bounds.ts';
import { ask, atOnce, DISK, type Disk, inTurn, type Steps } from './disk.ts';

/** What is held need not be what the path leads to a moment later: whatever is asked of the file is asked of the handle. */
export interface HeldFile {
  readonly found: Stats;
  /**
   * All of it, as it was in one moment.
   * @param most bytes
   * @throws Unsteady where it is longer by now, or there is no such moment
   */
  read(most: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** As `HeldFile`, for whoever cannot wait. */
export interface HeldNow {
  readonly found: Stats;
  read(most: number): Uint8Array;
  close(): void;
}

/** A file that does not keep still while it is read: a part of it, or a mixture, must not pass for all of it. */
export class Unsteady extends Error {}

/** Where a file must lie, and what may happen meanwhile. */
export interface Hold {
  /** As the disk has it; anywhere without. */
  readonly realRoot?: string | undefined;
  /** For tests in which something happens in between. */
  readonly disk?: Disk;
}

/** Links are resolved already; one in the last place was put there since. A pipe put there is not waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** How often a file is read anew that changed while it was read. */
const TRIES = 3;

/**
 * Opens a file that must lie in a folder, links followed. Whether it does is asked again of what was opened: between a
 * look at a path and its use a folder on the way can be swapped for a link.
 * @returns undefined for a file that lies elsewhere
 * @throws what the system says
 */
export async function holdFile(path: string, { realRoot, disk = DISK }: Hold): Promise<HeldFile | undefined> {
  const held = await inTurn(hold(path, realRoot, disk));
  if (!held) return undefined;
  const { fd, found } = held;
  return {
    found,
    read: (most) => inTurn(readWhole(fd, most, disk)),
    close: () => inTurn(ask(disk.close, fd)),
  };
}

/** As `holdFile`, on the spot. */
export function holdNow(path: string, { realRoot, disk = DISK }: Hold): HeldNow | undefined {
  const held = atOnce(hold(path, realRoot, disk));
  if (!held) return undefined;
  const { fd, found } = held;
  return {
    found,
    read: (most) => atOnce(readWhole(fd, most, disk)),
    close: () => atOnce(ask(disk.close, fd)),
  };
}

function* hold(
  path: string,
  realRoot: string | undefined,
  disk: Disk,
): Steps<{ fd: number; found: Stats } | undefined> {
  const real = yield* ask(disk.realpath, path);
  if (realRoot !== undefined && !inside(real, realRoot)) return undefined;
  const fd = yield* ask(disk.open, real, FLAGS);
  let held = false;
  try {
    const found = yield* ask(disk.fstat, fd);
    held = realRoot === undefined || (yield* liesIn(fd, path, realRoot, disk));
    return held ? { fd, found } : undefined;
  } finally {
    if (!held) yield* ask(disk.close, fd);
  }
}

/** Linux tells where an open file lies; elsewhere the path must still lead to it, and within the folder. */
function* liesIn(fd: number, path: string, realRoot: string, disk: Disk): Steps<boolean> {
  let place: string | undefined;
  try {
    place = yield* ask(disk.readlink, `/proc/self/fd/${fd}`);
  } catch {
    // No such folder on this system.
  }
  if (place !== undefined) return inside(place, realRoot);
  const again = yield* ask(disk.realpath, path);
  return inside(again, realRoot) && (yield* ask(disk.idOf, fd)) === (yield* ask(disk.idAt, again));
}

function* readWhole(fd: number, most: number, disk: Disk): Steps<Uint8Array> {
  for (let left = TRIES; left > 0; left--) {
    const before = yield* ask(disk.fstat, fd);
    if (before.size > most) throw new Unsteady('it grew too large while it was read');
    const bytes = yield* readUpTo(fd, before.size, disk);
    // Of a few files the system does not know the size.
    const more = yield* ask(disk.read, fd, new Uint8Array(1), bytes.length, 1);
    const after = yield* ask(disk.fstat, fd);
    if (bytes.length === before.size && more === 0 && before.mtimeMs === after.mtimeMs) return bytes;
  }
  throw new Unsteady('it changed while it was read');
}

function* readUpTo(fd: number, length: number, disk: Disk): Steps<Uint8Array> {
  const bytes = new Uint8Array(length);
  let at = 0;
  while (at < length) {
    const count = yield* ask(disk.read, fd, bytes.subarray(at), at, length - at);
    if (count === 0) break;
    at += count;
  }
  return at < length ? bytes.slice(0, at) : bytes;
}
