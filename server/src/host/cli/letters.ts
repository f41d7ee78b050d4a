import { stat } from 'node:fs/promises';
import { type Input, inFile, letterIn, type Missed, markdownBelow, readStream } from '../letter-files.ts';
import { UsageError, why } from './usage.ts';

/**
 * The letters that the arguments name, in their order; a directory's in alphabetical order. A directory below one that
 * cannot be read stands for the letters in it.
 * @param missed told of what was not searched, or not taken for a letter, and need not be one
 */
export async function* letters(
  names: readonly string[],
  missed: (what: Missed) => void,
): AsyncGenerator<Input> {
  for (const name of names) {
    if (name === '-') yield await readStream('<stdin>', process.stdin);
    else if ((await kind(name)) === 'directory') yield* inDirectory(name, missed);
    else yield await inFile(name);
  }
}

async function kind(name: string): Promise<'file' | 'directory'> {
  try {
    return (await stat(name)).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    throw new UsageError(`${name}: ${why(error)}; name a letter, a directory, or - for standard input`);
  }
}

async function* inDirectory(dir: string, missed: (what: Missed) => void): AsyncGenerator<Input> {
  const unread: Input[] = [];
  const note = (what: Missed): void => {
    if (what.kind === 'unreadable')
      unread.push({ name: what.path, problem: `it is a folder, and ${what.problem}` });
    else missed(what);
  };
  for await (const path of markdownBelow(dir, note)) {
    yield* unread.splice(0);
    const input = await letterIn(path, note);
    if (input) yield input;
  }
  yield* unread;
}
