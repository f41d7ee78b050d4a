import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Disk, writeWhole } from '../../server/src/host/export/write.ts';
import { Desk, sample } from './support.ts';

const NEW = new TextEncoder().encode('new, and longer than before');
const real: Disk = { open, readFile, rename, stat, unlink };
const ours = (): boolean => true;

/** An error as the operating system gives it. */
const errno = (code: string): Error => Object.assign(new Error(`${code}: as the system says it`), { code });
const failing = (code: string) => (): Promise<never> => Promise.reject(errno(code));

/** A disk on which writing stops after some bytes, as when it is full. */
function full(code: string): Disk {
  return {
    ...real,
    open: async (path, flags, mode) => {
      const handle = await open(path, flags, mode);
      handle.writeFile = async () => {
        await handle.write('new, and');
        throw errno(code);
      };
      return handle;
    },
  };
}

describe('a file that cannot be written', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ex-parte-disk-'));
    file = join(folder, 'Schriftsatz für Chambers.pdf');
    writeFileSync(file, 'before');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['full', full('ENOSPC'), 'the disk is full'],
    ['over its quota', full('EDQUOT'), 'the disk is full'],
    ['gone while it is written to', full('EIO'), 'as the system says it'],
    ['full before a byte is written', { ...real, open: failing('ENOSPC') }, 'the disk is full'],
    ['only to be read', { ...real, open: failing('EROFS') }, 'the disk can only be read'],
    ['closed to the writer', { ...real, open: failing('EACCES') }, 'permission is denied'],
    ['full when the file gets its name', { ...real, rename: failing('ENOSPC') }, 'the disk is full'],
  ] satisfies [string, Disk, string][])('because the disk is %s', async (_, disk, why) => {
    const writing = writeWhole(file, NEW, ours, { disk });
    await expect(writing).rejects.toThrow(`${file}: cannot be written: `);
    await expect(writing).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual(['Schriftsatz für Chambers.pdf']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  test.each(['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'])('because a program holds it open (%s)', async (code) => {
    const disk = { ...real, rename: failing(code) };
    await expect(writeWhole(file, NEW, ours, { disk })).rejects.toThrow(/open in another program; close it/);
    expect(readdirSync(folder)).toEqual(['Schriftsatz für Chambers.pdf']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  test('because what is there cannot be read, and so cannot be known as an earlier export', async () => {
    const disk = { ...real, readFile: failing('EBUSY') };
    await expect(writeWhole(file, NEW, ours, { disk })).rejects.toThrow(/open in another program/);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  test('in time: it was cancelled after the last byte and before it had its name', async () => {
    const abort = new AbortController();
    const disk: Disk = {
      ...real,
      open: async (...args) => {
        const handle = await open(...args);
        abort.abort();
        return handle;
      },
    };
    const writing = writeWhole(file, NEW, ours, { disk, signal: abort.signal });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder)).toEqual(['Schriftsatz für Chambers.pdf']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  test.skipIf(process.getuid?.() === 0)('because its folder can only be read', async () => {
    chmodSync(folder, 0o500);
    await expect(writeWhole(file, NEW, ours)).rejects.toThrow(/permission is denied/);
    chmodSync(folder, 0o700);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});

/** A real disk of so many bytes, where this user may make one. */
function tinyDisk(bytes: number): string | undefined {
  const at = mkdtempSync(join(tmpdir(), 'ex-parte-tiny-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'none', at]).status === 0) return at;
  rmSync(at, { recursive: true });
  return undefined;
}

describe('an export of a letter', () => {
  const letter = sample('reznik-good');
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());
  afterAll(() => desk.close());

  test('to a disk that is full leaves the earlier one as it was', async ({ skip }) => {
    const { length } = desk.read((await desk.export(letter)).file);
    const tiny = tinyDisk(Math.round(length * 1.5));
    if (tiny === undefined) return skip('this user may mount nothing');
    try {
      const out = join(tiny, 'letter.pdf');
      const before = desk.read((await desk.export(letter, { out })).file);
      const changed = letter.replace('Dear Judge Reznik:', 'Dear Magistrate Judge Reznik:');
      expect(await desk.trouble(changed, { out, force: true })).toBe(
        `WriteError: ${out}: cannot be written: the disk is full; make room, or name another`,
      );
      expect(readdirSync(tiny)).toEqual(['letter.pdf']);
      expect(Buffer.compare(desk.read(out), before)).toBe(0);
    } finally {
      execFileSync('umount', [tiny]);
      rmSync(tiny, { recursive: true });
    }
  });

  test('to a folder outside of the workspace, which was named, is written there and nowhere else', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'ex-parte-outside é '));
    const { file } = await desk.export(letter, { out: join(outside, 'für chambers.pdf') });
    expect(readdirSync(outside)).toEqual(['für chambers.pdf']);
    expect(file).toBe(join(outside, 'für chambers.pdf'));
    expect(desk.names()).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  test('to a folder that is a file names it', async () => {
    desk.write('file', '');
    expect(await desk.trouble(letter, { out: join(desk.path, 'file', 'x.pdf') })).toMatch(
      /^WriteError: .*file.x\.pdf: cannot be written: there is no such folder/,
    );
    expect(desk.names()).toEqual(['file']);
  });

  const listed = (files: readonly string[]): string =>
    letter.replace(
      /exhibits:\n[\s\S]*?attendees:/,
      `exhibits:\n${files.map((f, i) => `  - { label: "${i + 1}", title: Tab, file: "${f}" }`).join('\n')}\nattendees:`,
    );

  test('with an exhibit that is a folder names it, and leaves the earlier one as it was', async () => {
    const { file } = await desk.export(letter);
    const before = desk.read(file);
    mkdirSync(join(desk.path, 'Anlage ß.pdf'));
    expect(await desk.trouble(listed(['Anlage ß.pdf']), { force: true })).toMatch(
      /^ExportError: Exhibit 1 \(Anlage ß\.pdf\) is a folder/,
    );
    expect(Buffer.compare(desk.read(file), before)).toBe(0);
  });

  test('with 320 pages of exhibits has them all', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `Anlage ${i + 1} – Müller.pdf`);
    for (const name of names) desk.exhibit('forty-pages.pdf', name);
    const { what, file } = await desk.export(listed(names), { force: true });
    expect(what).toBe('PDF 1.7, 2 pages, and 320 pages of exhibits behind 8 slip sheets');
    expect(desk.names()).toEqual([...names, file.slice(desk.path.length + 1)].sort());
  });
});
