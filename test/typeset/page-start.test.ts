import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import type { PageStart, Source, Typesetter } from '../../server/src/typeset/typesetter.ts';
import { generateLetter } from './generate.ts';
import { dist, hasPoppler, poppler, prepareAssets, sourceOf } from './support.ts';

describe('where a page begins', () => {
  let typesetter: Typesetter;
  beforeAll(() => {
    prepareAssets();
    typesetter = createTypesetter({ dist, mode: 'in-process' });
  });
  afterAll(() => typesetter.dispose());

  const wordAt = ({ chunks }: Source, at: PageStart | null): string | undefined =>
    at ? /^\S+/.exec(chunks[at.chunk]?.text.slice(at.offset) ?? '')?.[0] : undefined;

  const numbered = (n: number): string => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');
  const cell = (i: number): string => `| a${i} | ${`w${i} `.repeat(30)}|`;

  test.each([
    ['a paragraph', numbered(2_000)],
    ['escapes and entities', Array.from({ length: 2_000 }, (_, i) => `\\*w${i} &amp;`).join(' ')],
    ['a list', Array.from({ length: 100 }, (_, i) => `- item${i} ${numbered(20)}`).join('\n')],
    ['a quotation', `> ${numbered(2_000).replaceAll('7 ', '7\n> ')}`],
    ['a table', `| head | other |\n|---|---|\n${Array.from({ length: 80 }, (_, i) => cell(i)).join('\n')}`],
    ['paragraphs', Array.from({ length: 100 }, (_, i) => `para${i} ${numbered(25)}`).join('\n\n')],
    ['code', Array.from({ length: 100 }, (_, i) => `    line${i} x`).join('\n')],
    ['a long footnote', `one[^n]\n\n[^n]: ${numbered(3_000)}`],
  ])('within %s', async (_, markdown) => {
    const source = sourceOf(markdown);
    const { pages } = await typesetter.layout('a', source);
    expect(pages).toBeGreaterThan(1);
    if (!hasPoppler) return;
    const pdf = await typesetter.pdf('a', source, { title: 'x', date: '2025-01-01' });
    const bodies = poppler('pdftotext', pdf, '-raw').split('\f');
    for (let page = 2; page <= pages; page++) {
      const word = wordAt(source, await typesetter.pageStart('a', source, page));
      const lines = (bodies[page - 1] ?? '').split('\n').filter((line) => !line.startsWith('head'));
      const printed = (lines[0] ?? '').replace(/^• /, '').split(' ')[0] ?? '';
      expect(word?.replace(/^\\\*/, '*').replace('&amp;', '&')).toBe(printed);
    }
  });

  test('is nowhere beyond the last page', async () => {
    const source = sourceOf('short');
    expect(await typesetter.pageStart('a', source, 2)).toBeNull();
    expect(await typesetter.pageStart('a', source, 0)).toBeNull();
    expect(await typesetter.pageStart('a', source, 1)).toEqual({ chunk: 0, offset: 0 });
  });

  test('rises with the page, in letters of all kinds', async () => {
    for (let seed = 0; seed < 6; seed++) {
      const source = sourceOf(generateLetter(seed + 500), seed % 2 ? LETTER : STATEMENT);
      const { pages } = await typesetter.layout('a', source);
      let last = -1;
      for (let page = 1; page <= Math.min(pages, 6); page++) {
        const at = await typesetter.pageStart('a', source, page);
        expect(at).not.toBeNull();
        const place = at ? at.chunk * 1e6 + at.offset : -1;
        expect(place).toBeGreaterThan(last);
        last = place;
      }
    }
  });
});
