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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Call, DISK, type Disk } from '../../server/src/host/disk.ts';
import { type Hold, holdFile, holdNow } from '../../server/src/host/held-file.ts';

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

const nowhere = (): never => {
  throw new Error('no such folder');
};
const NOWHERE: Disk['readlink'] = { now: nowhere, later: async () => nowhere() };

/** A disk on which something has happened by the time that a file is opened, or read. */
function meanwhile(call: 'open' | 'read', happens: () => void): Disk {
  const { now, later } = DISK[call] as Call<unknown[], number>;
  const after = {
    now: (...args: unknown[]) => {
      happens();
      return now(...args);
    },
    later: (...args: unknown[]) => {
      happens();
      return later(...args);
    },
  };
  return { ...DISK, [call]: after };
}

const MOST = 1_000;

/** The words of a file, by whoever waits and by whoever cannot; undefined where it lies elsewhere. */
const ways = {
  'in turn': async (path: string, how: Hold) => {
    const held = await holdFile(path, how);
    const words = held?.found.isFile() ? Buffer.from(await held.read(MOST)).toString() : held && 'no file';
    await held?.close();
    return words;
  },
  'at once': async (path: string, how: Hold) => {
    const held = holdNow(path, how);
    const words = held?.found.isFile() ? Buffer.from(held.read(MOST)).toString() : held && 'no file';
    held?.close();
    return words;
  },
};

describe.each(Object.entries(ways))('%s', (_, wordsOf) => {
  test('a file in the folder is read, through links within it too', async () => {
    expect(await wordsOf(file, { realRoot: root })).toBe('exhibit');
    symlinkSync(file, join(root, 'link.pdf'));
    expect(await wordsOf(join(root, 'link.pdf'), { realRoot: root })).toBe('exhibit');
  });

  test('a link out of the folder is not, nor is the file that it leads to opened', async () => {
    symlinkSync(join(world, 'private/a.pdf'), join(root, 'out.pdf'));
    let opened = false;
    const disk = meanwhile('open', () => {
      opened = true;
    });
    expect(await wordsOf(join(root, 'out.pdf'), { realRoot: root, disk })).toBeUndefined();
    expect(opened).toBe(false);
  });

  test('a file that is swapped for a link out of the folder after it was looked at is not read', async () => {
    const disk = meanwhile('open', () => {
      rmSync(file);
      symlinkSync(join(world, 'private/a.pdf'), file);
    });
    await expect(wordsOf(file, { realRoot: root, disk })).rejects.toMatchObject({ code: 'ELOOP' });
  });

  test.each([
    ['Linux', DISK.readlink],
    ['a system that does not tell where an open file lies', NOWHERE],
  ])('nor is one whose folder is swapped for such a link, on %s', async (_system, readlink) => {
    const disk = meanwhile('open', () => {
      renameSync(join(root, 'exhibits'), join(root, 'before'));
      symlinkSync(join(world, 'private'), join(root, 'exhibits'));
    });
    expect(await wordsOf(file, { realRoot: root, disk: { ...disk, readlink } })).toBeUndefined();
  });

  test('a file in the folder is read where the system does not tell where it lies', async () => {
    expect(await wordsOf(file, { realRoot: root, disk: { ...DISK, readlink: NOWHERE } })).toBe('exhibit');
  });

  test('of a file that grows once while it is read all is read', async () => {
    let grown = false;
    const disk = meanwhile('read', () => {
      if (!grown) appendFileSync(file, ' and more');
      grown = true;
    });
    expect(await wordsOf(file, { realRoot: root, disk })).toBe('exhibit and more');
  });

  test('one that keeps growing is told, and no part of it passes for all', async () => {
    const disk = meanwhile('read', () => appendFileSync(file, '.'));
    await expect(wordsOf(file, { disk })).rejects.toThrow('it changed while it was read');
  });

  test('one that grows beyond what may be read is told, and its end is not read', async () => {
    const disk = meanwhile('read', () => appendFileSync(file, 'x'.repeat(MOST)));
    await expect(wordsOf(file, { disk })).rejects.toThrow('it grew too large while it was read');
  });

  // Windows has no mkfifo.
  test.skipIf(process.platform === 'win32')('a pipe that is put in its place is not waited for', async () => {
    const disk = meanwhile('open', () => {
      rmSync(file);
      execFileSync('mkfifo', [file]);
    });
    expect(await wordsOf(file, { realRoot: root, disk })).toBe('no file');
  });
});
