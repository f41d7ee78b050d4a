import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ADVANCES, advancesTable, coverageTable, TABLE } from '../../coverage.mts';
import { hasGlyph, uncovered } from '../../server/src/typeset/coverage.ts';
import { findLosses } from '../../server/src/typeset/losses.ts';
import { chunksOf } from './support.ts';

test('the tables of characters and widths are those of the bundled fonts (else run: node coverage.mts)', () => {
  expect(readFileSync(TABLE, 'utf8')).toBe(coverageTable());
  expect(readFileSync(ADVANCES, 'utf8')).toBe(advancesTable());
});

test.each([
  'a',
  'é',
  '“',
  '§',
  '€',
  'Ω',
  'Я',
  'ש',
  'م',
  '😀',
  '✔',
  '①',
  ' ',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u2066',
  '\ufe0f',
  '\n',
])('has %j', (character) => {
  expect(hasGlyph(character)).toBe(true);
});

test.each(['漢', '한', 'ก', 'ह', '𝕏', '\ue000', '\u0001'])('lacks %j', (character) => {
  expect(hasGlyph(character)).toBe(false);
});

test('runs without glyphs, with their places', () => {
  expect(uncovered('plain “text” §')).toEqual([]);
  expect(uncovered('a 漢字 b 한')).toEqual([
    { at: 2, characters: '漢字' },
    { at: 7, characters: '한' },
  ]);
});

test('what a letter loses in print', () => {
  const text =
    'plain\n\n> name\n> \\* 漢字 &amp; 한\n\n![a *map*](map.png)\n\n<!-- 漢 -->\n\n[^x]: never named\n';
  const chunks = chunksOf(text);
  const losses = findLosses(chunks);
  expect(losses.map(({ kind, what }) => [kind, what])).toEqual([
    ['glyph', '漢字'],
    ['glyph', '한'],
    ['image', 'a map'],
    ['footnote', 'x'],
  ]);
  for (const { chunk, span, kind, what } of losses) {
    const words = chunks[chunk]?.text.slice(span.start, span.end);
    expect(words).toBe(
      kind === 'glyph' ? what : kind === 'image' ? '![a *map*](map.png)' : '[^x]: never named',
    );
  }
});
