import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Chunk } from '../letter/chunk.ts';

interface Note {
  readonly chunk: Chunk;
  readonly definition: FootnoteDefinition;
}

const notesOf = new WeakMap<Chunk, readonly FootnoteDefinition[]>();
const NONE: readonly FootnoteDefinition[] = [];

function notesIn(chunk: Chunk): readonly FootnoteDefinition[] {
  if (!chunk.text.includes(']:')) return NONE;
  let found = notesOf.get(chunk);
  if (!found) {
    found = collect(chunk.nodes);
    notesOf.set(chunk, found);
  }
  return found;
}

/** With a stack of its own, since quotations can nest deeper than calls. */
function collect(nodes: readonly RootContent[]): FootnoteDefinition[] {
  const found: FootnoteDefinition[] = [];
  const open: RootContent[] = [...nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'footnoteDefinition') found.push(node);
    if ('children' in node)
      for (let i = node.children.length; i-- > 0; ) open.push(node.children[i] as RootContent);
  }
  return found;
}

/**
 * The footnotes of one version of a letter, numbered in the order in which they are first named. The
 * numbers are given here, not by the engine, so that a second mark of a footnote needs no second pass.
 */
export class Notes {
  readonly #defined = new Map<string, Note>();
  readonly #numbers = new Map<string, number>();

  constructor(chunks: readonly Chunk[]) {
    for (const chunk of chunks) {
      for (const definition of notesIn(chunk)) {
        if (!this.#defined.has(definition.identifier))
          this.#defined.set(definition.identifier, { chunk, definition });
      }
    }
  }

  get any(): boolean {
    return this.#defined.size > 0;
  }

  /** The number already given to a footnote. */
  numbered(identifier: string): number | undefined {
    return this.#numbers.get(identifier);
  }

  /** Gives a footnote the next number; undefined when there is none of that name. */
  open(identifier: string): (Note & { readonly number: number }) | undefined {
    const note = this.#defined.get(identifier);
    if (!note) return undefined;
    const number = this.#numbers.size + 1;
    this.#numbers.set(identifier, number);
    return { ...note, number };
  }

  /** Footnotes that nothing names, which are therefore printed nowhere. */
  unprinted(): readonly Note[] {
    return [...this.#defined].filter(([name]) => !this.#numbers.has(name)).map(([, note]) => note);
  }
}
