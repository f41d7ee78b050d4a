import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../../server/src/host/pages-drawing.ts';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { relativeOutline } from '../../server/src/host/typeset/outline.ts';
import { readVector, type Text } from '../../server/src/host/typeset/vector.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { LETTER } from '../../server/src/typeset/formats.ts';
import { dist, prepareAssets } from './support.ts';

const samples = join(import.meta.dirname, '../../docs/samples');
const letters = readdirSync(samples).filter((name) => name !== 'README.md' && name.endsWith('.md'));
const marks = `---\njudge: reznik\n---\n\nفي العاشر ☎ ✂ 😀 "quoted"\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> A quotation.[^1]\n\n[^1]: A note.\n\n***\n\n- one\n  - two\n\n\`\`\`\ncode\n\`\`\`\n`;

beforeAll(prepareAssets);

describe.each(['native', 'wasm'] as const)('pages as drawn by the %s engine', (engine) => {
  const typesetter = createTypesetter({ mode: 'in-process', dist, engine });

  it.each([...letters, 'marks'])('are those that are counted, and say what is written: %s', async (name) => {
    const letter = parseLetter(name === 'marks' ? marks : readFileSync(join(samples, name), 'utf8'));
    const source = { chunks: letter.pieces.map((p) => p.chunk), format: LETTER };
    const { layout, vector } = await typesetter.draw(name, source);
    expect(vector.pages.length).toBe(layout.pages);
    const items = vector.pages.map((page) => page.draw());
    const drawn = items.flatMap((page) => page.filter((item): item is Text => item.kind === 'text'));
    const words = items.flatMap(
      (page) =>
        wordsOf(page.filter((i) => i.kind === 'text'))
          .join(' ')
          .match(/[A-Za-z]{4,}/g) ?? [],
    );
    const body = letter.text.slice(letter.body.start).replace(/<!--.*?-->/gs, '');
    const written = new Set(body.match(/[A-Za-z]{4,}/g));
    expect(new Set(words)).toEqual(written);
    for (const { x, width, glyphs, size } of drawn) {
      expect(x).toBeGreaterThan(70);
      expect(x + width).toBeLessThan(612 - 70);
      expect(size).toBeLessThanOrEqual(14);
      for (const { id } of glyphs) vector.outline(id);
    }
    expect(drawn.some(({ glyphs }) => glyphs.some(({ id }) => vector.outline(id).startsWith('m')))).toBe(
      true,
    );
  });
});

describe('a vector that is not understood', () => {
  it('is refused, not drawn wrong', () => {
    expect(() => readVector(new Uint8Array(8))).toThrow(/not understood/);
    expect(() => readVector(new Uint8Array(64).fill(7))).toThrow(/not understood/);
  });
});

describe('an outline', () => {
  it('is the same with relative commands', () => {
    expect(relativeOutline('M 10 20 L 15 20 Q 16 21 17 20 Z M 30 5 L 31 5 Z ')).toBe(
      'm10 20l5 0q1 1 2 0zm20 -15l1 0z',
    );
    expect(relativeOutline('')).toBe('');
  });

  it('holds nothing but outlines', () => {
    expect(() => relativeOutline('M 1 1 <script>')).toThrow(/outline/);
    expect(() => relativeOutline('M 1')).toThrow(/outline/);
  });
});

describe('the words of a page', () => {
  const text = (x: number, y: number, words: string): Text => ({
    kind: 'text',
    x,
    y,
    size: 12,
    unitsPerEm: 2048,
    width: words.length * 5,
    fill: '#000',
    words,
    glyphs: [],
  });

  it('are lines strung into paragraphs', () => {
    const lines = [
      text(72, 100, 'one '),
      text(92, 100, 'two'),
      text(72, 114, 'three'),
      text(72, 142, 'four'),
    ];
    expect(wordsOf(lines)).toEqual(['one two three', 'four']);
  });
});
