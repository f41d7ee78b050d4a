import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFile } from '../../server/src/host/held-file.ts';

let world: string;
let root: string;
let file: string;
beforeEach(() => {
  world = realpathSync(mkdtempSync(join(tmpdir(), 'ex-parte-held-')));
  root = join(world, 'case');
  file = join(root, 'exhibits/a.pdf');
  mkdirSync(join(root, 'exhibits'), { recursive: true });
  mkdirSync(join(world, 'private'));
  writeFileSync(file, 'exhibit');
  writeFileSync(join(world, 'private/a.pdf'), 'private');
});
afterEach(() => rmSync(world, { recursive: true, force: true }));

/** Opens as Node does, once `meanwhile` has happened: between the look at a file and its opening. */
const after =
  (meanwhile: () => void): typeof open =>
  (...args) => {
    meanwhile();
    return open(...args);
  };

const wordsOf = async (held: Awaited<ReturnType<typeof holdFile>>): Promise<string | undefined> => {
  const words = held && Buffer.from(await held.read()).toString();
  await held?.close();
  return words;
};

test('a file in the folder is read, through links within it too', async () => {
  expect(await wordsOf(await holdFile(file, root))).toBe('exhibit');
  symlinkSync(file, join(root, 'link.pdf'));
  expect(await wordsOf(await holdFile(join(root, 'link.pdf'), root))).toBe('exhibit');
});

test('a link out of the folder is not, nor is the file that it leads to opened', async () => {
  symlinkSync(join(world, 'private/a.pdf'), join(root, 'out.pdf'));
  let opened = false;
  const told = after(() => {
    opened = true;
  });
  expect(await holdFile(join(root, 'out.pdf'), root, told)).toBeUndefined();
  expect(opened).toBe(false);
});

test('a file that is swapped for a link out of the folder after it was looked at is not read', async () => {
  const swap = (): void => {
    rmSync(file);
    symlinkSync(join(world, 'private/a.pdf'), file);
  };
  await expect(holdFile(file, root, after(swap))).rejects.toMatchObject({ code: 'ELOOP' });
});

test('nor is one whose folder is swapped for such a link', async () => {
  const swap = (): void => {
    renameSync(join(root, 'exhibits'), join(root, 'before'));
    symlinkSync(join(world, 'private'), join(root, 'exhibits'));
  };
  expect(await holdFile(file, root, after(swap))).toBeUndefined();
});

test('of a file that grows while it is read no more is read than it had', async () => {
  const held = await holdFile(file, root);
  appendFileSync(file, ' and gigabytes more');
  expect(await wordsOf(held)).toBe('exhibit');
});

test.skipIf(process.platform === 'win32')('a pipe that is put in its place is not waited for', async () => {
  const swap = (): void => {
    rmSync(file);
    execFileSync('mkfifo', [file]);
  };
  const held = await holdFile(file, root, after(swap));
  expect(held?.found.isFile()).toBe(false);
  await held?.close();
});
