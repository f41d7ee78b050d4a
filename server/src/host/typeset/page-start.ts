import type { Chunk } from '../../letter/chunk.ts';
import { nodeSpan } from '../../letter/chunk.ts';
import type { Marks } from '../../typeset/inline.ts';
import type { Layout, PageStart, Source } from '../../typeset/typesetter.ts';

interface Word {
  /** Index of the chunk in which the word is printed; a footnote's words are another's. */
  readonly index: number;
  readonly chunk: Chunk;
  readonly offset: number;
  readonly inNote: boolean;
}

export interface PlacedWord extends Word {
  readonly page: number;
}

/** Numbers the words of marked chunks. */
export class WordMarks implements Marks {
  readonly #words: Word[] = [];

  #index = 0;

  enter(index: number): void {
    this.#index = index;
  }

  add(chunk: Chunk, offset: number, inNote: boolean): number {
    return this.#words.push({ index: this.#index, chunk, offset, inNote }) - 1;
  }

  /** The words with their pages; the head of a table, which may come on several, is on its first. */
  placed(marks: readonly (readonly [number, number])[]): PlacedWord[] {
    const pages = new Map<number, number>();
    for (const [number, page] of marks) pages.set(number, Math.min(page, pages.get(number) ?? page));
    return this.#words.flatMap((word, number) => {
      const page = pages.get(number);
      return page === undefined ? [] : [{ ...word, page }];
    });
  }
}

/**
 * Where a page begins, to the word. Only the blocks that meet at the page's top are marked word by word,
 * for the marks cost time; they do not move a line.
 * @param place typesets with the words of these chunks marked
 */
export async function locate(
  layout: Layout,
  source: Source,
  page: number,
  place: (chunks: ReadonlySet<number>) => Promise<readonly PlacedWord[]>,
): Promise<PageStart | null> {
  const after = layout.starts.findIndex((start) => start.page >= page);
  const next = after < 0 ? undefined : layout.starts[after];
  const last = after < 0 ? layout.starts.at(-1) : layout.starts[after - 1];
  const meeting = new Set([last, next].flatMap((start) => (start ? [start.chunk] : [])));
  const first = firstWord(await place(meeting), source, page);
  if (first) return first;
  if (next?.page === page) {
    const chunk = source.chunks[next.chunk];
    const node = chunk?.nodes[next.node];
    if (chunk && node) return { chunk: next.chunk, offset: Math.max(0, nodeSpan(chunk, node).start) };
  }
  // A page that only footnotes fill: theirs may be any chunk before.
  return firstWord(await place(new Set(layout.starts.map((start) => start.chunk))), source, page);
}

function firstWord(words: readonly PlacedWord[], source: Source, page: number): PageStart | null {
  const here = words.filter((word) => word.page === page);
  const word = here.find(({ inNote }) => !inNote) ?? here[0];
  if (!word) return null;
  return { chunk: word.inNote ? source.chunks.indexOf(word.chunk) : word.index, offset: word.offset };
}
