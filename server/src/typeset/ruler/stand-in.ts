import type { Block, Cell, Inline, Item, Part } from '../node.ts';
import { columnWidths } from './columns.ts';
import { faceOf, widthOfText } from './faces.ts';
import { breakLines, LINE_END, type Lines, type Run } from './lines.ts';

/** What of `encodeFormat`'s format decides where lines break. Points, lines, inches. */
export interface Measures {
  readonly fonts: readonly string[];
  readonly size: number;
  readonly spacing: number;
  readonly margin: number;
}

/** What the template makes of a leaf's surroundings. */
interface Place {
  /** Points; NaN beside a mark whose own width is not known. */
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
/** Of a footnote's size, between its number and its text. */
const NOTE_GAP = 0.1;
const PROSE_INDENT = 0.5 * INCH;
/** The engine's marks of bulleted lists, by how many are around them. */
const BULLETS = ['•', '‣', '–'];

/**
 * Blocks of the same pages with next to no words in them: each paragraph, heading and cell whose lines can be told from
 * the widths of its words becomes as many lines of one letter, with its footnotes marked on the same lines. The engine
 * fills pages with lines, whatever stands in them, so that the count is the same, at a fraction of the time; and what
 * is written anew without a line more or less stays the same altogether. What cannot be told stays as it is.
 */
export function standIn(blocks: readonly Block[], measures: Measures): StandIn {
  if (measures.fonts[0] !== FAMILY) return { blocks, isTold: false };
  const ruler = new Ruler(measures);
  const stood = ruler.blocks(blocks, ruler.page);
  return { blocks: stood, isTold: ruler.isTold };
}

export interface StandIn {
  readonly blocks: readonly Block[];
  /** Whether the lines of all of it were told: then another stand-in means other lines. */
  readonly isTold: boolean;
}

class Ruler {
  /** As the template's `is-spaced`. */
  readonly #spaced: boolean;
  readonly page: Place;
  isTold = true;

  constructor({ size, spacing, margin }: Measures) {
    this.#spaced = spacing >= 1.5;
    this.page = { width: PAPER - 2 * margin * INCH, size, bold: false, italic: false, bullets: 0 };
  }

  blocks(blocks: readonly Block[], place: Place): Block[] {
    return blocks.map((block) => this.#block(block, place));
  }

  #block(block: Block, place: Place): Block {
    switch (block[0]) {
      case 'p':
        return ['p', this.#line(block[1], place, block[2] && this.#spaced ? PROSE_INDENT : 0), block[2]];
      case 'i':
      case 'k':
        return [block[0], this.#line(block[1], place)];
      case 'h': {
        const [, level, line] = block;
        const size = level === 1 ? (place.size * 7) / 6 : place.size;
        return ['h', level, this.#line(line, { ...place, size, bold: level <= 3, italic: level >= 3 })];
      }
      case 'q':
        return ['q', this.blocks(block[1], { ...place, width: place.width - QUOTE })];
      case 'u': {
        const mark = BULLETS[place.bullets % BULLETS.length] ?? '';
        const width = place.width - BULLET - widthOf(mark, place);
        return ['u', block[1], this.#items(block[2], { ...place, width, bullets: place.bullets + 1 })];
      }
      case 'o': {
        const [, tight, items, first, behind] = block;
        const widest = Math.max(...items.map((_, i) => widthOf(`${first + i}${behind}`, place)));
        const width = place.width - NUMBER - widest;
        return ['o', tight, this.#items(items, { ...place, width }), first, behind];
      }
      case 't': {
        const [, aligns, head, rows, repeats] = block;
        const [top = [], ...below] = this.#cells([head, ...rows], aligns.length, place);
        return ['t', aligns, top, below, repeats];
      }
      case 'x':
      case 'g':
        return block;
    }
  }

  #items(items: readonly Item[], place: Place): Item[] {
    return items.map((item) => this.blocks(item, place));
  }

  #line(line: readonly Inline[], place: Place, indent = 0): readonly Inline[] {
    const runs = runsOf(line, place);
    const lines = runs && breakLines(runs, place.width, indent);
    return this.#stood(line, lines, place);
  }

  /** A table's cells share its width, so that all of them are told or none. */
  #cells(rows: readonly (readonly Cell[])[], columns: number, place: Place): Cell[][] {
    const runs = rows.map((row, y) => row.map((cell) => runsOf(cell, { ...place, bold: y === 0 })));
    const told = linesOfCells(runs, columns, place.width);
    return rows.map((row, y) =>
      row.map((cell, x) => this.#stood(cell, told?.[y]?.[x] ?? null, { ...place, bold: y === 0 })),
    );
  }

  #stood(line: readonly Inline[], lines: Lines | null, place: Place): readonly Inline[] {
    if (line.length === 0) return line;
    if (!lines) {
      this.isTold = false;
      return this.#withNotes(line, place);
    }
    const notes = this.#notes(line, place);
    return Array.from({ length: lines.count }, (_, i): Inline[] => {
      const onIt = notes.filter((__, n) => lines.notes[n] === i);
      return [...(i > 0 ? [BREAK] : []), WORD, ...onIt];
    }).flat();
  }

  /** A line that stays as it is, but for the texts of its footnotes. */
  #withNotes(line: readonly Inline[], around: Place): Inline[] {
    return line.map((item): Inline => {
      if (typeof item === 'string') return item;
      if (item[0] === 'e' || item[0] === 's') return [item[0], this.#withNotes(item[1], marked(around))];
      return item[0] === 'n' ? this.#note(item, around) : item;
    });
  }

  #notes(line: readonly Inline[], around: Place): Inline[] {
    return line.flatMap((item) => {
      if (typeof item === 'string') return [];
      if (item[0] === 'e' || item[0] === 's') return this.#notes(item[1], marked(around));
      return item[0] === 'n' ? [this.#note(item, around)] : [];
    });
  }

  /** A footnote's text has its number before it and the page's width, whatever stands around its mark. */
  #note([tag, number, blocks]: Extract<Inline, readonly ['n', ...unknown[]]>, around: Place): Inline {
    // A footnote in a footnote, or marked in bold: nobody has tried what the engine makes of it.
    const isPlain = around.size === this.page.size && !around.bold && !around.italic;
    if (!isPlain) {
      this.isTold = false;
      return [tag, number, blocks];
    }
    const size = this.page.size * NOTE;
    const place = { ...this.page, size };
    const beside = widthOf(String(number), place) * RAISED + NOTE_GAP * size;
    return [
      tag,
      number,
      blocks.map((block, i) =>
        i === 0 && block[0] === 'i' ? ['i', this.#line(block[1], place, beside)] : this.#block(block, place),
      ),
    ];
  }
}

const WORD = 'x';
const BREAK: Inline = ['br'];
/** Where emphasis is around. */
const marked = (place: Place): Place => ({ ...place, bold: true });

/** Lines of each cell; null where those of one of them cannot be told. */
function linesOfCells(
  cells: readonly (readonly (Run[] | null)[])[],
  columns: number,
  width: number,
): (Lines | null)[][] | null {
  // As in template.typ: many columns leave no room for air between them.
  const air = Math.min(5, 60 / columns) * 2;
  const widest = cells.map((row) =>
    row.map(
      (runs) => (runs === null ? Number.NaN : runs.length === 0 ? 0 : widestOf(runs, width - air)) + air,
    ),
  );
  const widths = columnWidths(widest, columns, width);
  if (!widths) return null;
  const told = cells.map((row) =>
    row.map((runs, x) => {
      if (!runs || runs.length === 0) return null;
      const own = widths[x] ?? 'natural';
      // A column that got what it asked for holds the lines that it was asked for with.
      return breakLines(runs, (own === 'natural' ? width : own) - air);
    }),
  );
  const isTold = told.every((row, y) => row.every((lines, x) => lines || cells[y]?.[x]?.length === 0));
  return isTold ? told : null;
}

const widestOf = (runs: readonly Run[], width: number): number =>
  breakLines(runs, width)?.width ?? Number.NaN;

const widthOf = (text: string, { size, bold, italic }: Place): number =>
  widthOfText(text, faceOf({ bold, italic })) * size;

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
    (em: number, part) => em + JOINT + widthOfText(typeof part === 'string' ? part : part[0], face),
    0,
  );
