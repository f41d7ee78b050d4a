import { breakAtSpace, breakWithin, CERTAIN, UNKNOWN } from './breaks.ts';
import { advance } from './faces.ts';

/** Characters in one face and size, or a box that only moves whole. */
export interface Run {
  readonly text: string;
  /** Index of the face, as in `faces.ts`. */
  readonly face: number;
  /** Points. */
  readonly size: number;
  /** Points: the text is a box of this width. */
  readonly box?: number;
  /** The mark of a footnote whose text stands at the foot of its page. */
  readonly isNote?: boolean;
}

/** Where the writer ends a line. */
export const LINE_END: Run = { text: '\n', face: 0, size: 0 };

export interface Lines {
  readonly count: number;
  /** Points: the widest of them. */
  readonly width: number;
  /** On which of them, from 0, each footnote's mark stands. */
  readonly notes: readonly number[];
}

/** Points within which a line might be told to fit or not to. Sums of hundreds of widths differ by far less. */
export const CLOSE = 0.02;

/** What stands between two places where a line may end for certain. */
interface Word {
  /** Points. */
  width: number;
  /** Points up to the first place where a line may perhaps end. */
  perhaps: number;
  /** How many footnotes are marked in it. */
  notes: number;
}

const newWord = (): Word => ({ width: 0, perhaps: Number.POSITIVE_INFINITY, notes: 0 });

/**
 * Breaks a paragraph into lines as the engine does where text is not justified: as many words on each as fit
 * (Typst's `linebreak_simple`). Null where that hangs on what is not known here for certain: another script's
 * characters, a place where a line may perhaps end, a line that fits by a hair.
 * @param width of a line, in points
 * @param indent of the first line, in points
 */
export function breakLines(runs: readonly Run[], width: number, indent = 0): Lines | null {
  if (!(width > indent)) return null;
  const lines = new Filler(width, indent);
  let word = newWord();
  let space = 0;
  // Characters as UTF-16 units, 0 where there is none.
  let before = 0;
  let last = 0;
  for (const run of runs) {
    if (run === LINE_END) {
      if (last === 0 || !lines.add(word, space)) return null;
      lines.end();
      word = newWord();
      space = 0;
      before = 0;
      last = 0;
      continue;
    }
    const { text, face, size, box } = run;
    if (LINK.test(text)) return null;
    const length = box === undefined ? text.length : 1;
    for (let i = 0; i < length; i++) {
      const code = box === undefined ? text.charCodeAt(i) : BOX;
      const own = box ?? advance(code, face) * size;
      // Unknown, in another font, or a space beside a space: nobody has tried what becomes of it.
      if (Number.isNaN(own)) return null;
      if (code === SPACE) {
        if (last === 0 || space > 0) return null;
        space = own;
        continue;
      }
      if (last !== 0) {
        const found = space > 0 ? breakAtSpace(last, code) : breakWithin(before, last, code);
        if (found === CERTAIN) {
          if (!lines.add(word, space)) return null;
          word = newWord();
        } else {
          if (found === UNKNOWN && word.perhaps > word.width) word.perhaps = word.width;
          word.width += space;
        }
      }
      word.width += own;
      if (i === 0 && run.isNote) word.notes++;
      before = space > 0 ? 0 : last;
      last = code;
      space = 0;
    }
  }
  if (last === 0 || space > 0 || !lines.add(word, 0)) return null;
  return lines.end();
}

const SPACE = 0x20;
/** Stands for a box among the characters; it has no class, so what is beside it without a space is unknown. */
const BOX = 0xfffc;
/** The engine has rules of its own for where a link breaks. */
const LINK = /:\/\/|www\./;

class Filler {
  readonly #width: number;
  #count = 0;
  #widest = 0;
  readonly #notes: number[] = [];
  /** Points of the line at hand with and without the space behind its last word. */
  #filled: number;
  #printed: number;
  #empty = true;

  constructor(width: number, indent: number) {
    this.#width = width;
    this.#filled = indent;
    this.#printed = indent;
  }

  /** False where it cannot be told on which line the word stands. */
  add(word: Word, space: number): boolean {
    if (!this.#empty && !this.#fits(word.width)) {
      if (this.#mayFit(word.perhaps)) return false;
      if (this.#mayFit(word.width)) return false;
      this.end();
    }
    if (this.#empty && !this.#fits(word.width)) {
      // It stands over the line's end, if it cannot be broken.
      if (word.perhaps !== Number.POSITIVE_INFINITY || this.#mayFit(word.width)) return false;
      this.#place(word, space);
      this.end();
      return true;
    }
    this.#place(word, space);
    return true;
  }

  #place({ width, notes }: Word, space: number): void {
    for (let i = 0; i < notes; i++) this.#notes.push(this.#count);
    this.#printed = this.#filled + width;
    this.#filled = this.#printed + space;
    this.#empty = false;
  }

  #fits(width: number): boolean {
    return this.#filled + width <= this.#width - CLOSE;
  }

  #mayFit(width: number): boolean {
    return this.#filled + width <= this.#width + CLOSE;
  }

  end(): Lines {
    if (!this.#empty) this.#count++;
    this.#widest = Math.max(this.#widest, this.#printed);
    this.#filled = 0;
    this.#printed = 0;
    this.#empty = true;
    return { count: this.#count, width: this.#widest, notes: this.#notes };
  }
}
