import { randomBytes } from 'node:crypto';
import { open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { why } from '../cli/usage.ts';

/** A file could not be written; the message names it, and what to do. */
export class WriteError extends Error {
  readonly file: string;
  /** Whether the message ends with the advice to name another file. */
  readonly elsewhere: boolean;

  constructor(file: string, trouble: string, elsewhere: boolean) {
    super(`${file}: ${trouble}${elsewhere ? 'name another' : ''}`);
    this.file = file;
    this.elsewhere = elsewhere;
  }
}

/** What is asked of the file system; tests put one in its place that is full, or holds a file. */
export interface Disk {
  readonly open: typeof open;
  readonly readFile: (file: string) => Promise<Uint8Array>;
  readonly rename: typeof rename;
  readonly stat: (file: string) => Promise<{ isFile(): boolean }>;
  readonly unlink: typeof unlink;
}

const DISK: Disk = { open, readFile, rename, stat, unlink };

/**
 * Writes a file whole or not at all: beside it first, to the disk, then under its name. An earlier export of
 * the same letter is replaced; anything else is left alone.
 * @param isEarlier whether a file's bytes are an earlier export of the same letter
 * @returns whether there was an earlier one
 * @throws WriteError, or an AbortError when `signal` fires before the file has its name
 */
export async function writeWhole(
  file: string,
  bytes: Uint8Array,
  isEarlier: (bytes: Uint8Array) => boolean | Promise<boolean>,
  { disk = DISK, signal }: { readonly disk?: Disk; readonly signal?: AbortSignal | undefined } = {},
): Promise<boolean> {
  const replaced = await mayWrite(file, isEarlier, disk);
  // A name of its own, so that two exports at once do not write into each other's.
  const part = join(dirname(file), `.${basename(file).slice(0, 40)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = await disk.open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    signal?.throwIfAborted();
    await disk.rename(part, file);
  } catch (error) {
    await disk.unlink(part).catch(() => {}); // never made, or gone with its folder
    signal?.throwIfAborted();
    throw unwritable(file, error);
  }
  return replaced;
}

async function mayWrite(
  file: string,
  isEarlier: (bytes: Uint8Array) => boolean | Promise<boolean>,
  disk: Disk,
): Promise<boolean> {
  let earlier: Uint8Array;
  try {
    const found = await disk.stat(file);
    if (!found.isFile()) throw new WriteError(file, 'is no ordinary file; ', true);
    earlier = await disk.readFile(file);
  } catch (error) {
    if (error instanceof WriteError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    throw unwritable(file, error);
  }
  if (await isEarlier(earlier)) return true;
  throw new WriteError(
    file,
    'there is such a file already, and it is no earlier export of this letter; ',
    true,
  );
}

function unwritable(file: string, error: unknown): WriteError {
  const trouble = TROUBLE[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  if (trouble === undefined) return new WriteError(file, `cannot be written: ${why(error)}`, false);
  return new WriteError(file, `cannot be written: ${trouble}, or `, true);
}

/** What the operating system's codes mean for whoever wants the file. */
const TROUBLE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the disk is full; make room',
  EFBIG: 'it is too big for that disk; make it smaller',
  EBUSY: 'it is open in another program; close it there',
  ETXTBSY: 'it is open in another program; close it there',
  EPERM: 'permission is denied, or it is open in another program; close it',
  EACCES: 'permission is denied, or it is open in another program; close it',
  ENOENT: 'there is no such folder; make it',
  ENOTDIR: 'there is no such folder; make it',
  EROFS: 'the disk can only be read; choose another',
  ENAMETOOLONG: 'its name is too long; shorten it',
};
