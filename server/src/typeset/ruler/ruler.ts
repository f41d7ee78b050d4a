import type { Block, Cell, Inline, Item, Part } from '../node.ts';
import { columnWidths } from './columns.ts';
import { advance, faceOf } from './faces.ts';
import { breakLines, LINE_END, type Lines, type Run } from './lines.ts';

/** What of `encodeFormat`'s format decides where lines break. Points, lines, inches. */
export interface Measures {
  readonly fonts: readonly string[];
  readonly size: number;
  readonly spacing: number;
  readonly margin: number;
}

/** A paragraph, heading or cell. Equal keys, equal lines, whatever the number of those is. */
export interface Leaf {
  readonly key: string;
  /**
   * How many lines it fills and on which of them its footnotes are marked, looked at when first asked for; null where
   * only the engine can tell.
   */
  lines(): string | null;
}

/** What the template makes of a leaf's surroundings. */
interface Place {
  /** Points; NaN where it is not known. */
  readonly width: number;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** How many bulleted lists it stands in. */
  readonly bullets: number;
}

const PAPER = 612;
const INCH = 72;
/** The family whose widths are in the table. */
const FAMILY = 'Tinos';
/** Points beside an item: its list's indent, and the gap behind its mark (template.typ). */
const BULLET = (0.25 + 0.15) * INCH;
const NUMBER = (0.25 + 0.1) * INCH;
/** Points of a quotation's two margins. */
const QUOTE = 2 * 0.5 * INCH;
/** Footnotes' size to the text's, and a footnote mark's to that of the text around it. */
const NOTE = 10 / 12;
const RAISED = 0.65;
const PROSE_INDENT = 0.5 * INCH;
/** The engine's marks of bulleted lists, by how many are around them. */
const BULLETS = ['•', '‣', '–'];

/** The leaves of a piece's blocks, in the order of `gaugeOf`'s; undefined for a font whose widths are not known. */
export function leavesOf(blocks: readonly Block[], measures: Measures): Leaf[] | undefined {
  if (measures.fonts[0] !== FAMILY) return undefined;
  const ruler = new Ruler(measures);
  ruler.blocks(blocks, ruler.page);
  return ruler.leaves;
}

/**
 * Whether the leaves of two pieces of one shape (`Gauge`) fill the same lines each; undefined where only the engine
 * can tell.
 */
export function areSameLines(before: readonly Leaf[], now: readonly Leaf[]): boolean | undefined {
  if (before.length !== now.length) return undefined;
  for (const [i, leaf] of now.entries()) {
    const was = before[i];
    if (was?.key === leaf.key) continue;
    const [a, b] = [was?.lines() ?? null, leaf.lines()];
    if (a === null || b === null) return undefined;
    if (a !== b) return false;
  }
  return true;
}

class Ruler {
  readonly leaves: Leaf[] = [];
  /** As the template's `is-spaced`. */
  readonly #spaced: boolean;
  readonly page: Place;

  constructor({ size, spacing, margin }: Measures) {
    this.#spaced = spacing >= 1.5;
    this.page = { width: PAPER - 2 * margin * INCH, size, bold: false, italic: false, bullets: 0 };
  }

  blocks(blocks: readonly Block[], place: Place): void {
    for (const block of blocks) this.#block(block, place);
  }

  #block(block: Block, place: Place): void {
    switch (block[0]) {
      case 'p':
        this.#leaf(block[1], place, block[2] && this.#spaced ? PROSE_INDENT : 0);
        break;
      case 'i':
      case 'k':
        this.#leaf(block[1], place);
        break;
      case 'h': {
        const [, level, line] = block;
        const size = level === 1 ? (place.size * 7) / 6 : place.size;
        this.#leaf(line, { ...place, size, bold: level <= 3, italic: level >= 3 });
        break;
      }
      case 'q':
        this.blocks(block[1], { ...place, width: place.width - QUOTE });
        break;
      case 'u': {
        const mark = BULLETS[place.bullets % BULLETS.length] ?? '';
        const width = place.width - BULLET - widthOf(mark, place);
        this.#items(block[2], { ...place, width, bullets: place.bullets + 1 });
        break;
      }
      case 'o': {
        const [, , items, first, behind] = block;
        const widest = Math.max(...items.map((_, i) => widthOf(`${first + i}${behind}`, place)));
        this.#items(items, { ...place, width: place.width - NUMBER - widest });
        break;
      }
      case 't':
        this.#table(block[1].length, [block[2], ...block[3]], place);
        break;
      case 'x':
      case 'g':
        break;
    }
  }

  #items(items: readonly Item[], place: Place): void {
    for (const item of items) this.blocks(item, place);
  }

  #leaf(line: readonly Inline[], place: Place, indent = 0): void {
    if (line.length === 0) return;
    const key = JSON.stringify([line, place.width, place.size, place.bold, place.italic, indent]);
    this.#add(key, () => {
      const runs = runsOf(line, place);
      return runs && described(breakLines(runs, place.width, indent));
    });
    this.#notes(line, place);
  }

  /** A footnote's text has its number before it and the page's width, whatever stands around its mark. */
  #notes(line: readonly Inline[], around: Place): void {
    for (const item of line) {
      if (typeof item === 'string') continue;
      if (item[0] === 'e' || item[0] === 's') this.#notes(item[1], { ...around, bold: true });
      if (item[0] !== 'n') continue;
      const [, number, blocks] = item;
      // A footnote in a footnote, or marked in bold: nobody has tried what the engine makes of it.
      const isPlain = around.size === this.page.size && !around.bold && !around.italic;
      const size = this.page.size * NOTE;
      const place = { ...this.page, size, width: isPlain ? this.page.width : Number.NaN };
      blocks.forEach((block, i) => {
        if (i > 0 || block[0] !== 'i') this.#block(block, place);
        else this.#leaf(block[1], place, widthOf(String(number), place) * RAISED + 0.1 * size);
      });
    }
  }

  #table(columns: number, rows: readonly (readonly Cell[])[], place: Place): void {
    // A row's cells share their columns' widths with all others.
    const whole = JSON.stringify([rows, place.width, place.size]);
    let counted: readonly (string | null)[] | undefined;
    const count = (): readonly (string | null)[] => {
      const cells = rows.map((row, y) => row.map((cell) => runsOf(cell, { ...place, bold: y === 0 })));
      return linesOfCells(cells, columns, place.width);
    };
    let at = 0;
    for (const row of rows) {
      for (const cell of row) {
        if (cell.length === 0) continue;
        const index = at++;
        this.#add(`${index} ${whole}`, () => {
          counted ??= count();
          return counted[index] ?? null;
        });
        this.#notes(cell, { ...place, bold: row === rows[0] });
      }
    }
  }

  #add(key: string, count: () => string | null): void {
    let known: string | null | undefined;
    this.leaves.push({
      key,
      lines: () => {
        if (known === undefined) known = count();
        return known;
      },
    });
  }
}

/** Lines of each cell that is not empty, row by row. */
function linesOfCells(
  cells: readonly (readonly (Run[] | null)[])[],
  columns: number,
  width: number,
): readonly (string | null)[] {
  // As in template.typ: many columns leave no room for air between them.
  const air = Math.min(5, 60 / columns) * 2;
  const widest = cells.map((row) =>
    row.map(
      (runs) => (runs === null ? Number.NaN : runs.length === 0 ? 0 : widestOf(runs, width - air)) + air,
    ),
  );
  const widths = columnWidths(widest, columns, width);
  return cells.flatMap((row) =>
    row.flatMap((runs, x) => {
      if (runs?.length === 0) return [];
      const own = widths?.[x];
      // A column that got what it asked for holds the lines that it was asked for with.
      const room = own === undefined ? Number.NaN : own === 'natural' ? width : own;
      return [runs && described(breakLines(runs, room - air))];
    }),
  );
}

const described = (lines: Lines | null): string | null => lines && [lines.count, ...lines.notes].join(' ');

const widestOf = (runs: readonly Run[], width: number): number =>
  breakLines(runs, width)?.width ?? Number.NaN;

const widthOf = (text: string, { size, bold, italic }: Place): number =>
  Array.from(text).reduce((sum, char) => sum + advance(char, faceOf({ bold, italic })), 0) * size;

/** What a leaf prints, in runs of one face; null where something is in it whose width is not known. */
function runsOf(line: readonly Inline[], { size, bold, italic }: Place): Run[] | null {
  const runs: Run[] = [];
  const walk = (items: readonly Inline[], isBold: boolean, isItalic: boolean): boolean =>
    items.every((item) => {
      const face = faceOf({ bold: isBold, italic: isItalic });
      if (typeof item === 'string') {
        runs.push({ text: item, face, size });
        return true;
      }
      switch (item[0]) {
        case 's':
          return walk(item[1], true, isItalic);
        case 'e':
          return walk(item[1], isBold, !isItalic);
        case 'br':
          runs.push(LINE_END);
          return true;
        case 'm':
          return true;
        case 'n':
        case 'r':
          runs.push({ text: String(item[1]), face, size: size * RAISED, isNote: item[0] === 'n' });
          return true;
        case 'w': {
          const box = boxWidth(item[1], face) * size;
          runs.push({ text: '', face, size, box });
          return !Number.isNaN(box);
        }
        default:
          return false;
      }
    });
  return walk(line, bold, italic) ? runs : null;
}

/** Em between two parts of a word that may break, at 12 points; too little to matter (template.typ's `joint`). */
const JOINT = 0.0001 / 12;

const boxWidth = (parts: readonly Part[], face: number): number =>
  parts.reduce(
    (sum: number, part) =>
      Array.from(typeof part === 'string' ? part : part[0]).reduce(
        (em, c) => em + advance(c, face),
        sum + JOINT,
      ),
    0,
  );
