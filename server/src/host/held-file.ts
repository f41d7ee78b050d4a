import { constants, type Stats } from 'node:fs';
import { type FileHandle, open as openFile, readlink, realpath, stat } from 'node:fs/promises';
import { inside } from './bounds.ts';

/** What is held need not be what the path leads to a moment later: whatever is asked of the file is asked of the handle. */
export interface HeldFile {
  readonly found: Stats;
  /** As many bytes as the file had when it was opened, however it grows. */
  read(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Links are resolved already; one in the last place was put there since. A pipe put there is not waited for. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file that must lie in a folder, links followed. Whether it does is asked again of what was opened: between a
 * look at a path and its use a folder on the way can be swapped for a link.
 * @param realRoot as the disk has it
 * @param open as Node's, for tests in which something happens meanwhile
 * @returns undefined for a file that lies elsewhere
 * @throws what the system says
 */
export async function holdFile(
  path: string,
  realRoot: string,
  open: typeof openFile = openFile,
): Promise<HeldFile | undefined> {
  const real = await realpath(path);
  if (!inside(real, realRoot)) return undefined;
  const handle = await open(real, FLAGS);
  try {
    const found = await handle.stat();
    if (await liesIn(handle, path, realRoot)) {
      return { found, read: () => readSome(handle, found.size), close: () => handle.close() };
    }
    await handle.close();
    return undefined;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Linux tells where an open file lies; elsewhere the path must still lead to it, and within the folder. */
async function liesIn(handle: FileHandle, path: string, realRoot: string): Promise<boolean> {
  const place = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => undefined);
  if (place !== undefined) return inside(place, realRoot);
  const again = await realpath(path);
  const [held, there] = await Promise.all([handle.stat({ bigint: true }), stat(again, { bigint: true })]);
  return inside(again, realRoot) && held.dev === there.dev && held.ino === there.ino;
}

async function readSome(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await handle.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return at < size ? bytes.slice(0, at) : bytes;
}
