import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isLetter } from '../letter/frontmatter.ts';
import { why } from './cli/usage.ts';

/** A letter to check: as it was named, with its text or why it cannot be had. */
export type Input =
  | { readonly name: string; readonly file?: string; readonly text: string }
  | { readonly name: string; readonly file?: string; readonly problem: string };

/** Folders in which no one keeps letters. */
const PASSED_OVER = new Set(['node_modules', '.git', '.ex-parte']);

/**
 * The Markdown files below a folder, in alphabetical order; symbolic links to folders are not followed.
 * @param unread told of a folder that cannot be read, and the rest goes on; without it that is an error
 */
export async function* markdownBelow(dir: string, unread?: (dir: string) => void): AsyncGenerator<string> {
  let entries: Dirent[];
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (error) {
    if (!unread) throw error;
    unread(dir);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name)) yield* markdownBelow(path, unread);
    } else if (/\.(md|markdown)$/i.test(entry.name)) yield path;
  }
}

/** What lies in a Markdown file, if it may be a letter: what cannot be read might be one, other Markdown is none of ours. */
export async function letterIn(path: string): Promise<Input | undefined> {
  const input = await inFile(path, false);
  return 'problem' in input || isLetter(input.text) ? input : undefined;
}

/** Bytes. More than any letter, and as much as is read of what might be one. */
const LARGEST = 64 * 1024 * 1024;

export async function inFile(name: string, isGiven = true): Promise<Input> {
  try {
    const found = await stat(name);
    // A pipe that lies about would be waited for without end; one that was given by name has its writer.
    if (!found.isFile() && !isGiven) return { name, file: name, problem: 'it is no ordinary file' };
    if (found.size > LARGEST) return { name, file: name, problem: 'it is too large for a letter' };
    return read(name, await readFile(name), name);
  } catch (error) {
    return { name, file: name, problem: why(error) };
  }
}

export function read(name: string, bytes: Buffer, file?: string): Input {
  const at = file === undefined ? {} : { file };
  if (bytes.includes(0)) return { name, ...at, problem: 'it is not a text file' };
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD') && !bytes.includes('\uFFFD')) {
    return { name, ...at, problem: 'it is not UTF-8: save it as UTF-8' };
  }
  return { name, ...at, text };
}
