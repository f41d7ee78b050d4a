import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exhibitFiles, gatherExhibits } from '../../server/src/host/exhibits.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/exhibits');

let home: string;
let root: string;
let dir: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'ex-parte-exhibits-'));
  root = join(home, 'workspace');
  dir = join(root, 'letters');
  mkdirSync(join(dir, 'exhibits'), { recursive: true });
  copyFileSync(join(FIXTURES, 'three-pages.pdf'), join(home, 'outside.pdf'));
  copyFileSync(join(FIXTURES, 'three-pages.pdf'), join(root, 'shared.pdf'));
  copyFileSync(join(FIXTURES, 'three-pages.pdf'), join(dir, 'exhibits/three.pdf'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const letterOf = (entries: readonly string[]) =>
  parseLetter(`---\njudge: spero\nexhibits:\n${entries.map((e) => `  - ${e}\n`).join('')}---\n`);

async function gather(
  entries: readonly string[],
  place: Parameters<typeof gatherExhibits>[1] = { dir, root },
) {
  const fact = await gatherExhibits(letterOf(entries), place);
  if (fact.state !== 'known') throw new Error(fact.state);
  return fact.value;
}

async function one(file: string, place?: Parameters<typeof gatherExhibits>[1]) {
  const [first] = await gather([`{ label: A, file: ${JSON.stringify(file)} }`], place);
  return first;
}

describe('pages of real files', () => {
  test.each([
    ['three-pages.pdf', 3],
    ['forty-pages.pdf', 40],
    ['no-printing.pdf', 3],
  ])('%s has %d', async (file, pages) => {
    expect(await one(file, { dir: FIXTURES })).toEqual({ index: 0, pages, problem: null });
  });

  test.each([
    ['needs-password.pdf', 'is encrypted: it opens only with a password'],
    ['cut-off.pdf', 'is damaged: it is cut off before its end'],
    ['hollow.pdf', 'is damaged'],
    ['picture.pdf', 'is no PDF but a PNG image'],
    ['README.md', 'is no PDF'],
    ['../exhibits', 'lies outside the workspace, so it is not read'],
    ['https://example.org/a.pdf', 'is an address, not a file beside the letter'],
    ['nothing-like-it.docx', 'does not exist'],
  ])('%s %s', async (file, problem) => {
    expect(await one(file, { dir: FIXTURES })).toEqual({ index: 0, pages: null, problem });
  });

  test('an empty file, a folder, a name with a null in it', async () => {
    writeFileSync(join(dir, 'empty.pdf'), '');
    expect((await one('empty.pdf'))?.problem).toBe('is empty');
    expect((await one('exhibits'))?.problem).toBe('is a folder');
    expect((await one('a\0.pdf'))?.problem).toMatch(/^cannot be read/);
  });

  test('blanks and zeros behind the end are no damage', async () => {
    const padded = Buffer.concat([readFileSync(join(FIXTURES, 'three-pages.pdf')), Buffer.alloc(5_000)]);
    writeFileSync(join(dir, 'padded.pdf'), padded);
    expect(await one('padded.pdf')).toEqual({ index: 0, pages: 3, problem: null });
  });
});

describe('where exhibits may lie', () => {
  test('above the letter, but in the workspace', async () => {
    expect((await one('../shared.pdf'))?.pages).toBe(3);
  });
  test('written on another system', async () => {
    expect((await one('exhibits\\three.pdf'))?.pages).toBe(3);
  });
  test('outside, by path, by absolute path and by link, and not even told whether it is there', async () => {
    symlinkSync(join(home, 'outside.pdf'), join(dir, 'link.pdf'));
    symlinkSync(home, join(dir, 'way-out'));
    const outside = 'lies outside the workspace, so it is not read';
    for (const file of [
      '../../outside.pdf',
      join(home, 'outside.pdf'),
      'link.pdf',
      'way-out/outside.pdf',
      '../../not-there.pdf',
      '/etc/hostname',
    ]) {
      expect((await one(file))?.problem, file).toBe(outside);
    }
  });
  test('behind a link out, where nothing is called so: neither that is told nor what is called nearly so', async () => {
    mkdirSync(join(home, 'bids'));
    writeFileSync(join(home, 'bids/confidential-bid-4M.pdf'), '');
    symlinkSync(join(home, 'bids'), join(dir, 'bids'));
    symlinkSync(join(home, 'bids/gone.pdf'), join(dir, 'gone.pdf'));
    const outside = { index: 0, pages: null, problem: 'lies outside the workspace, so it is not read' };
    for (const file of ['bids/confidential-bid-3M.pdf', 'bids/deeper/a.pdf', 'gone.pdf'])
      expect(await one(file), file).toEqual(outside);
  });
  test('a link that stays inside is followed', async () => {
    symlinkSync(join(root, 'shared.pdf'), join(dir, 'inside.pdf'));
    expect((await one('inside.pdf'))?.pages).toBe(3);
  });
  test('a letter that is not saved has no place to look from', async () => {
    expect((await one('three.pdf', {}))?.problem).toBe('cannot be looked up before the letter is saved');
  });
});

describe('what the header says besides', () => {
  test('without a file its pages count; without either they are unknown; the file beats the header', async () => {
    const entries = [
      '{ label: A, pages: 7 }',
      '{ label: B }',
      '{ label: C, file: exhibits/three.pdf, pages: 9 }',
    ];
    expect(await gather(entries)).toEqual([
      { index: 0, pages: 7, problem: null },
      { index: 1, pages: null, problem: null },
      { index: 2, pages: 3, problem: null },
    ]);
  });
  test('a file that cannot be used leaves the pages of the header, and names the one that is meant', async () => {
    expect(await gather(['{ label: A, file: exhibits/thre.pdf, pages: 9 }'])).toEqual([
      { index: 0, pages: 9, problem: 'does not exist', likely: 'exhibits/three.pdf' },
    ]);
  });
  test('no exhibits', async () => {
    expect(await gatherExhibits(parseLetter('---\njudge: spero\n---\n'), { dir })).toEqual({
      state: 'known',
      value: [],
    });
  });
});

test('a file that changed is read again, one that did not is not', async () => {
  const file = join(dir, 'changing.pdf');
  copyFileSync(join(FIXTURES, 'three-pages.pdf'), file);
  utimesSync(file, 1, 1);
  expect((await one('changing.pdf'))?.pages).toBe(3);
  copyFileSync(join(FIXTURES, 'forty-pages.pdf'), file);
  expect((await one('changing.pdf'))?.pages).toBe(40);
  // The same time and size stand for the same file, so its new content is not looked at.
  utimesSync(file, 2, 2);
  expect((await one('changing.pdf'))?.pages).toBe(40);
  writeFileSync(file, Buffer.alloc(statSync(file).size));
  utimesSync(file, 2, 2);
  expect((await one('changing.pdf'))?.pages).toBe(40);
});

test('five hundred exhibits, in their order', async () => {
  const many = join(dir, 'many');
  mkdirSync(many);
  const entries = Array.from({ length: 500 }, (_, i) => {
    const forty = i % 50 === 0;
    copyFileSync(join(FIXTURES, forty ? 'forty-pages.pdf' : 'three-pages.pdf'), join(many, `${i}.pdf`));
    return `{ label: ${i + 1}, file: many/${i}.pdf }`;
  });
  const found = await gather(entries);
  expect(found.map((f) => f.index)).toEqual(entries.map((_, i) => i));
  expect(found.reduce((n, f) => n + (f.pages ?? 0), 0)).toBe(490 * 3 + 10 * 40);
});

test('the files to watch', () => {
  const letter = letterOf(['{ label: A, file: exhibits/three.pdf }', '{ label: B, pages: 1 }']);
  expect(exhibitFiles(letter, { dir })).toEqual([join(dir, 'exhibits/three.pdf')]);
  expect(exhibitFiles(letter, {})).toEqual([]);
});
