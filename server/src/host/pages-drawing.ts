import type { Drawing, DrawnShape, DrawnText } from '../protocol.ts';
import type { Item, Text, Vector } from './typeset/vector.ts';

/** A gap this much wider than the usual one between lines sets paragraphs apart. */
const PARAGRAPH = 1.3;

/** Glyphs by number, in the order in which they were first drawn. */
export class GlyphTable {
  readonly #numbers = new Map<string, number>();
  readonly outlines: string[] = [];

  number(vector: Vector, id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.outlines.push(vector.outline(id)) - 1;
      this.#numbers.set(id, number);
    }
    return number;
  }
}

/** A page as the page view draws it. @throws EngineError */
export function drawingOf(vector: Vector, items: readonly Item[], table: GlyphTable): Drawing {
  const texts: DrawnText[] = [];
  const shapes: DrawnShape[] = [];
  for (const item of items) {
    if (item.kind === 'shape') {
      shapes.push([fine(item.x), fine(item.y), item.d, item.fill, item.stroke, item.strokeWidth]);
    } else {
      const { glyphs } = item;
      texts.push([
        fine(item.x),
        fine(item.y),
        item.size / item.unitsPerEm,
        item.fill,
        glyphs.map(({ id }) => table.number(vector, id)),
        glyphs.map(({ at }) => Math.round(at)),
        glyphs.some(({ up }) => up !== 0) ? glyphs.map(({ up }) => Math.round(up)) : null,
      ]);
    }
  }
  return { words: wordsOf(items.filter((item) => item.kind === 'text')), texts, shapes };
}

/** Hundredths of a point are finer than any screen. */
const fine = (points: number): number => Math.round(points * 100) / 100;

/** The words of a page in paragraphs: lines that stand as close as most do are one. */
export function wordsOf(texts: readonly Text[]): string[] {
  const lines: { y: number; size: number; end: number; words: string }[] = [];
  for (const { x, y, size, width, words } of texts) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < line.size * 0.7) {
      line.words += (x - line.end > 0.1 * size ? ' ' : '') + words;
      line.end = x + width;
    } else lines.push({ y, size, end: x + width, words });
  }
  const gaps = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0));
  const usual = [...gaps].sort((a, b) => a - b)[(gaps.length - 1) >> 1] ?? 0;
  const paragraphs: string[] = [];
  lines.forEach(({ words }, i) => {
    const gap = gaps[i - 1] ?? Number.POSITIVE_INFINITY;
    const before = paragraphs.at(-1);
    if (before === undefined || gap > usual * PARAGRAPH || gap < 0) paragraphs.push(words.trim());
    else paragraphs[paragraphs.length - 1] = `${before} ${words.trim()}`;
  });
  return paragraphs;
}
