import { randomBytes } from 'node:crypto';
import { open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { why } from '../cli/usage.ts';

/** A file could not be written; the message names it, and what to do. */
export class WriteError extends Error {}

/**
 * Writes a file whole or not at all: beside it first, to the disk, then under its name. An earlier export of
 * the same letter is replaced; anything else is left alone.
 * @param isEarlier whether a file's bytes are an earlier export of the same letter
 * @returns whether there was an earlier one
 * @throws WriteError
 */
export async function writeWhole(
  file: string,
  bytes: Uint8Array,
  isEarlier: (bytes: Uint8Array) => boolean,
): Promise<boolean> {
  const replaced = await mayWrite(file, isEarlier);
  // A name of its own, so that two exports at once do not write into each other's.
  const part = join(dirname(file), `.${basename(file).slice(0, 40)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await unlink(part).catch(() => {}); // never made, or gone with its folder
    throw new WriteError(`${file}: cannot be written: ${advice(error)}`);
  }
  return replaced;
}

async function mayWrite(file: string, isEarlier: (bytes: Uint8Array) => boolean): Promise<boolean> {
  let earlier: Uint8Array;
  try {
    const found = await stat(file);
    if (!found.isFile()) throw new WriteError(`${file}: is no ordinary file; name another with -o`);
    earlier = await readFile(file);
  } catch (error) {
    if (error instanceof WriteError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    throw new WriteError(`${file}: cannot be written: ${advice(error)}`);
  }
  if (isEarlier(earlier)) return true;
  throw new WriteError(
    `${file}: there is such a file already, and it is no earlier export of this letter; name another with -o`,
  );
}

function advice(error: unknown): string {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full; make room, or name a place elsewhere with -o';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'it is open in another program; close it there';
    case 'EPERM':
    case 'EACCES':
      return 'permission is denied, or it is open in another program; close it, or name another with -o';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such folder; make it, or name another with -o';
    case 'EROFS':
      return 'the disk can only be read; name a place elsewhere with -o';
    case 'ENAMETOOLONG':
      return 'its name is too long; name a shorter one with -o';
    default:
      return why(error);
  }
}
