import { createReadStream, type Dirent } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isLetter } from '../letter/frontmatter.ts';
import { misspeltJudge } from '../letter/misspelt-judge.ts';
import { unseenJudge } from '../letter/unseen-judge.ts';
import { inside } from './bounds.ts';
import { why } from './cli/usage.ts';
import { holdFile } from './held-file.ts';

/** A letter to check: as it was named, with its text or why it cannot be had. */
export type Input =
  | { readonly name: string; readonly file?: string; readonly text: string }
  | { readonly name: string; readonly file?: string; readonly problem: string };

/** Folders in which no one keeps letters. */
const PASSED_OVER = new Set(['node_modules', '.git', '.ex-parte']);

/** What below a folder was not searched or not taken for a letter, though there may be letters in it, or it may be one. */
export type Missed =
  /** A folder, with why it cannot be read. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly problem: string }
  /** A link that leads to a folder elsewhere. */
  | { readonly kind: 'link'; readonly path: string }
  /** A link that leads nowhere, as to a drive that is not connected. */
  | { readonly kind: 'dead'; readonly path: string }
  /** A file whose header has all of a letter but for this key, which is probably meant for `judge`. */
  | { readonly kind: 'misspelt'; readonly path: string; readonly key: string }
  /** A file whose header names a judge, but not where or as a letter's does; with what to do. */
  | { readonly kind: 'unseen'; readonly path: string; readonly mend: string };

/** As the end of a line that begins with the path. */
export function whyMissed(what: Missed): string {
  switch (what.kind) {
    case 'unreadable':
      return what.problem;
    case 'link':
      return 'a link to a folder elsewhere, which was not searched; name that folder to check its letters';
    case 'dead':
      return 'a link that leads nowhere (to a drive that is not connected?); letters behind it were not checked';
    case 'misspelt':
      return `not checked, since its header has no judge: (${what.key}: is probably meant for it)`;
    case 'unseen':
      return `not checked, since its header does not name the judge as a letter's does: ${what.mend}`;
  }
}

/**
 * The Markdown files below a folder, in alphabetical order. Links to folders are not followed: one that leads within the
 * folder leads to what is found anyway, and of any other `missed` is told, as of a folder that cannot be read.
 * @param root where the folder that is searched really lies; that of `dir` without
 */
export async function* markdownBelow(
  dir: string,
  missed: (what: Missed) => void,
  root?: string,
): AsyncGenerator<string> {
  const real = root ?? (await realpath(dir).catch(() => dir));
  let entries: Dirent[];
  try {
    entries = await readdir(dir, { withFileTypes: true });
  } catch (error) {
    missed({ kind: 'unreadable', path: dir, problem: why(error) });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(dir, entry.name);
    if (PASSED_OVER.has(entry.name)) continue;
    if (entry.isDirectory()) {
      yield* markdownBelow(path, missed, real);
      continue;
    }
    const isMarkdown = MARKDOWN.test(entry.name);
    if (entry.isSymbolicLink()) {
      const leads = await whereTo(path, real);
      if (leads === 'within') continue;
      if (leads === 'elsewhere') {
        missed({ kind: 'link', path });
        continue;
      }
      // Hidden ones are marks that programs leave behind, such as an editor's lock.
      if (leads === 'nowhere' && !isMarkdown && !entry.name.startsWith('.')) missed({ kind: 'dead', path });
      // One that bears a letter's name is told as a letter that cannot be read.
      if (typeof leads === 'object' && !isMarkdown) missed({ kind: 'unreadable', path, ...leads });
    }
    if (isMarkdown) yield path;
  }
}

const MARKDOWN = /\.(md|markdown)$/i;

/**
 * Where a link to a folder leads: to what is searched without it, or elsewhere. Undefined for one that leads to no folder
 * or was removed meanwhile; a problem where that cannot be known. A link that names another computer is taken for one to
 * a folder: asking for it would sign the user in there.
 */
async function whereTo(
  link: string,
  real: string,
): Promise<'within' | 'elsewhere' | 'nowhere' | { readonly problem: string } | undefined> {
  let exists = false;
  try {
    const target = await readlink(link);
    exists = true;
    if (/^[\\/]{2}/.test(target)) return 'elsewhere';
    if (!(await stat(link)).isDirectory()) return undefined;
    return isSearched(await realpath(link), real) ? 'within' : 'elsewhere';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (exists && (code === 'ENOENT' || code === 'ELOOP')) return 'nowhere';
    // Removed meanwhile, or replaced by what is no link.
    if (code === 'ENOENT' || code === 'EINVAL') return undefined;
    return { problem: `a link that cannot be followed: ${why(error)}` };
  }
}

/** Whether a folder is searched without a link to it. */
function isSearched(target: string, real: string): boolean {
  if (target === real) return true;
  return (
    inside(target, real) &&
    !relative(real, target)
      .split(sep)
      .some((name) => PASSED_OVER.has(name))
  );
}

/**
 * What lies in a Markdown file, if it may be a letter: what cannot be read might be one, other Markdown is none of ours.
 * @param missed told of one that is none by a slip of the pen
 */
export async function letterIn(path: string, missed: (what: Missed) => void): Promise<Input | undefined> {
  const input = await inFile(path, false);
  if ('problem' in input || isLetter(input.text)) return input;
  const key = misspeltJudge(input.text);
  const mend = unseenJudge(input.text);
  if (key !== undefined) missed({ kind: 'misspelt', path, key });
  else if (mend !== undefined) missed({ kind: 'unseen', path, mend });
  return undefined;
}

/** Bytes. More than any letter, and as much as is read of what might be one. */
const LARGEST = 64 * 1024 * 1024;

const TOO_LARGE = 'it is too large for a letter';

/** @param isGiven by name: a pipe that lies about would be waited for without end, one that is given has its writer */
export async function inFile(name: string, isGiven = true): Promise<Input> {
  const problem = (what: string): Input => ({ name, file: name, problem: what });
  try {
    if (isGiven && !(await stat(name)).isFile()) return await readStream(name, createReadStream(name), name);
    const held = await holdFile(name, {});
    if (!held) return problem('it lies elsewhere');
    try {
      if (!held.found.isFile() && !isGiven) return problem('it is no ordinary file');
      if (held.found.size > LARGEST) return problem(TOO_LARGE);
      return read(name, Buffer.from((await held.read(LARGEST)).buffer), name);
    } finally {
      await held.close();
    }
  } catch (error) {
    return problem(why(error));
  }
}

/** What comes from a pipe or a device, which need not come to an end. */
export async function readStream(
  name: string,
  stream: AsyncIterable<Buffer | string>,
  file?: string,
): Promise<Input> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST) return { name, ...(file === undefined ? {} : { file }), problem: TOO_LARGE };
    parts.push(bytes);
  }
  return read(name, Buffer.concat(parts), file);
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
