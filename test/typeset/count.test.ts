import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import type { Format, Typesetter } from '../../server/src/typeset/typesetter.ts';
import { generateLetter } from './generate.ts';
import { dist, hasPoppler, pagesOf, poppler, prepareAssets, sourceOf } from './support.ts';

const FORMATS: readonly Format[] = [
  LETTER,
  STATEMENT,
  { ...LETTER, size: 13, margin: 1.25 },
  { ...LETTER, spacing: 1.5 },
];
const META = { title: 'Letter', date: '2025-01-02' };
const letters = (from: number, to: number): { markdown: string; format: Format }[] =>
  Array.from({ length: to - from }, (_, i) => ({
    markdown: generateLetter(from + i, 7),
    format: FORMATS[(from + i) % FORMATS.length] ?? LETTER,
  }));

describe('counts', () => {
  let native: Typesetter;
  let wasm: Typesetter;
  beforeAll(() => {
    prepareAssets();
    native = createTypesetter({ dist, mode: 'in-process', engine: 'native' });
    wasm = createTypesetter({ dist, mode: 'in-process', engine: 'wasm' });
  });
  afterAll(() => Promise.all([native.dispose(), wasm.dispose()]));

  test('of both engines are equal, to the place of each block and the bytes of the PDF', async () => {
    for (const { markdown, format } of letters(0, 4)) {
      const source = sourceOf(markdown, format);
      const layout = await native.layout('a', source);
      expect(await wasm.layout('a', source)).toEqual(layout);
      expect(await wasm.count('a', source)).toBe(layout.pages);
      const pdf = await native.pdf('a', source, META);
      expect(Buffer.compare(await wasm.pdf('a', source, META), pdf)).toBe(0);
    }
  });

  test.skipIf(!hasPoppler)('of 60 letters are those of their PDFs', async () => {
    for (const { markdown, format } of letters(100, 160)) {
      const source = sourceOf(markdown, format);
      const pages = await native.count('a', source);
      expect((await native.layout('a', source)).pages).toBe(pages);
      expect(pagesOf(await native.pdf('a', source, META))).toBe(pages);
    }
  });

  test('do not depend on what was set before', async () => {
    const source = sourceOf(generateLetter(7), STATEMENT);
    const pdf = await native.pdf('a', source, META);
    await native.layout('a', sourceOf(generateLetter(8)));
    expect(Buffer.compare(await native.pdf('b', source, META), pdf)).toBe(0);
  });

  test('come for one line of 300 KB, with and without blanks', async () => {
    expect(await native.count('a', sourceOf('lorem ipsum '.repeat(25_000)))).toBeGreaterThan(60);
    expect(await native.count('a', sourceOf('abcdefghij'.repeat(30_000)))).toBeGreaterThan(60);
  });

  test.skipIf(!hasPoppler)(
    'belong to a PDF that is tagged, bears its title and date, and names nobody',
    async () => {
      const info = poppler('pdfinfo', await native.pdf('a', sourceOf('# Hello\n\nWorld'), META));
      expect(info).toMatch(/^Title: +Letter$/m);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toMatch(/^CreationDate: +Thu Jan +2 00:00:00 2025/m);
      expect(info).not.toMatch(/^(Author|Producer|Keywords|Subject):/m);
    },
  );
});
