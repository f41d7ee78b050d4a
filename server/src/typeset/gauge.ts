import type { Block, Cell, Inline } from './node.ts';

/**
 * What of a piece's blocks decides where pages break, but for how many lines each of its leaves has: the engine
 * fills pages with lines, whatever words stand in them. Two pieces of one shape whose leaves are as high,
 * with their footnotes on the same lines, can stand for each other without any page of the letter changing.
 */
export interface Gauge {
  /** Tags, levels, rows of the blocks in turn. Equal strings, equal in all that no line tells. */
  readonly shape: string;
  /** The blocks with marks in each leaf. */
  readonly blocks: readonly Block[];
  /** The numbers of each leaf's marks: at its first word, at each footnote, at its last word. */
  readonly leaves: readonly (readonly number[])[];
}

/** Never given twice, so that several pieces can be gauged at once. */
let lastMark = 0;

/**
 * Null for what lines alone do not describe, such as a picture, an empty line or a monstrous word.
 * @param json an `EncodedPiece`'s
 */
export function gaugeOf(json: string): Gauge | null {
  const marked = new Marked();
  try {
    const { shape, drawn } = marked.blocks(JSON.parse(json) as readonly Block[]);
    return { shape: JSON.stringify(shape).slice(1, -1), blocks: drawn, leaves: marked.leaves };
  } catch (error) {
    if (error === UNFIT) return null;
    throw error;
  }
}

/** Not a failure: the way out of a deep tree. */
const UNFIT = new Error('not described by its lines');

type Shape = readonly (string | number | boolean | Shape)[];

class Marked {
  readonly leaves: number[][] = [];
  /** The shapes of the footnotes of the block at hand. */
  notes: Shape[] = [];

  block(block: Block): [Shape, Block] {
    switch (block[0]) {
      case 'p':
        return [['p'], ['p', this.line(block[1]), block[2]]];
      case 'i':
      case 'k':
        return [[block[0]], [block[0], this.line(block[1])]];
      case 'h':
        return [
          ['h', block[1]],
          ['h', block[1], this.line(block[2])],
        ];
      case 'q': {
        const inside = this.blocks(block[1]);
        return [
          ['q', inside.shape],
          ['q', inside.drawn],
        ];
      }
      case 'u':
      case 'o': {
        const items = block[2].map((item) => this.blocks(item));
        const shape = ['l', block[1], items.map((item) => item.shape)];
        const drawn = items.map((item) => item.drawn);
        return [
          shape,
          block[0] === 'u' ? ['u', block[1], drawn] : ['o', block[1], drawn, block[3], block[4]],
        ];
      }
      case 't': {
        const [, aligns, head, rows, repeats] = block;
        const draw = (row: readonly Cell[]): Cell[] => row.map((cell) => this.line(cell));
        const drawn = draw(head);
        const below = rows.map(draw);
        return [
          ['t', aligns.length, rows.length, repeats, [head, ...rows].map((row) => row.map(isEmpty))],
          ['t', aligns, drawn, below, repeats],
        ];
      }
      case 'x':
        return [['x'], block];
      case 'g':
        throw UNFIT;
    }
  }

  blocks(blocks: readonly Block[]): { shape: Shape; drawn: Block[] } {
    const shape: Shape[] = [];
    const drawn: Block[] = [];
    const outer = this.notes;
    for (const block of blocks) {
      this.notes = [];
      const [own, marked] = this.block(block);
      shape.push(this.notes.length === 0 ? own : [own, this.notes]);
      drawn.push(marked);
    }
    this.notes = outer;
    return { shape, drawn };
  }

  line(line: readonly Inline[]): readonly Inline[] {
    if (isEmpty(line)) return line;
    mustBeLines(line);
    const leaf: number[] = [];
    this.leaves.push(leaf);
    const mark = (): Inline => {
      leaf.push(++lastMark);
      return ['m', lastMark];
    };
    return [mark(), ...this.inlines(line, mark), mark()];
  }

  /** A footnote's text stands at the foot of the page that has its mark: both decide where that page ends. */
  inlines(line: readonly Inline[], mark: () => Inline): Inline[] {
    return line.flatMap((item): Inline[] => {
      if (typeof item === 'string') return [item];
      if (item[0] === 'e' || item[0] === 's') return [[item[0], this.inlines(item[1], mark)]];
      if (item[0] !== 'n') return [item];
      const note = this.blocks(item[2]);
      this.notes.push(note.shape);
      return [mark(), ['n', item[1], note.drawn]];
    });
  }
}

const isEmpty = (line: readonly Inline[]): boolean => line.length === 0;

/** Between two forced breaks something must be printed: an empty line is held together with others differently. */
function mustBeLines(line: readonly Inline[]): void {
  let printed = false;
  const walk = (items: readonly Inline[]): void => {
    for (const item of items) {
      if (typeof item === 'string') {
        if (BREAKS.test(item)) throw UNFIT;
        printed ||= /[\p{L}\p{N}\p{P}\p{S}]/u.test(item);
      } else if (item[0] === 'e' || item[0] === 's') walk(item[1]);
      else if (item[0] === 'b') throw UNFIT;
      else if (item[0] === 'br') {
        if (!printed) throw UNFIT;
        printed = false;
      } else printed ||= item[0] !== 'z' && item[0] !== 'm';
    }
  };
  walk(line);
  if (!printed) throw UNFIT;
}

/** Characters at which the engine ends a line (UAX #14, class BK and NL). */
const BREAKS = /[\n\v\f\r\u0085\u2028\u2029]/;
