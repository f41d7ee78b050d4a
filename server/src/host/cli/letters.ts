import { stat } from 'node:fs/promises';
import { type Input, inFile, letterIn, markdownBelow, read } from '../letter-files.ts';
import { UsageError, why } from './usage.ts';

/** The letters that the arguments name, in their order; a directory's in alphabetical order. */
export async function* letters(names: readonly string[]): AsyncGenerator<Input> {
  for (const name of names) {
    if (name === '-') yield read('<stdin>', await standardInput());
    else if ((await kind(name)) === 'directory') yield* inDirectory(name);
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

async function* inDirectory(dir: string): AsyncGenerator<Input> {
  for await (const path of markdownBelow(dir)) {
    const input = await letterIn(path);
    if (input) yield input;
  }
}

async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
