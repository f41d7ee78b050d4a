import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Chunk } from '../letter/chunk.ts';
import { remembered } from '../letter/memo.ts';

export interface Note {
  readonly chunk: Chunk;
  readonly definition: FootnoteDefinition;
}

/** What a footnote's mark stands for: a number, and the footnote itself where it is named for the first time. */
export interface Named {
  readonly number: number;
  readonly first: Note | undefined;
}

const NONE: readonly Note[] = [];

const notesIn = remembered((chunk: Chunk): readonly Note[] =>
  chunk.text.includes(']:') ? collect(chunk) : NONE,
);

/** With a stack of its own, since quotations can nest deeper than calls. */
function collect(chunk: Chunk): Note[] {
  const found: Note[] = [];
  const open: RootContent[] = [...chunk.nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'footnoteDefinition') found.push({ chunk, definition: node });
    if ('children' in node) for (const child of [...node.children].reverse()) open.push(child);
  }
  return found;
}

/**
 * The footnotes of one version of a letter, numbered in the order in which they are first named. The
 * numbers are given here, not by the engine, so that they need no second pass of it.
 */
export class Notes {
  readonly #defined = new Map<string, Note>();
  readonly #numbers = new Map<string, number>();

  constructor(chunks: readonly Chunk[]) {
    for (const chunk of chunks) {
      for (const note of notesIn(chunk)) {
        const { identifier } = note.definition;
        if (!this.#defined.has(identifier)) this.#defined.set(identifier, note);
      }
    }
  }

  /** How many were named so far. */
  get named(): number {
    return this.#numbers.size;
  }

  /** Names a footnote; undefined when there is none of that name. */
  name(identifier: string): Named | undefined {
    const again = this.#numbers.get(identifier);
    if (again !== undefined) return { number: again, first: undefined };
    const first = this.#defined.get(identifier);
    if (!first) return undefined;
    const number = this.#numbers.size + 1;
    this.#numbers.set(identifier, number);
    return { number, first };
  }

  /** Takes back what was named after there were `named`. */
  rewind(named: number): void {
    if (this.#numbers.size === named) return;
    for (const [identifier, number] of [...this.#numbers])
      if (number > named) this.#numbers.delete(identifier);
  }

  /** Footnotes that nothing names, which are therefore printed nowhere. */
  unprinted(): readonly Note[] {
    return [...this.#defined].filter(([name]) => !this.#numbers.has(name)).map(([, note]) => note);
  }
}
