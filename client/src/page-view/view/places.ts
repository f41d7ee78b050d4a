import type { PlacedBlock } from '../../../../server/src/protocol.ts';

/** Page (from 0) and points from its top. */
export interface Place {
  readonly page: number;
  readonly y: number;
}

/**
 * Finds the place of an offset on the pages, and the offset of a place. Where a block begins is known; within
 * it, the text is taken to run evenly to where the next begins.
 */
export class Places {
  readonly #blocks: readonly PlacedBlock[];
  readonly #top: number;
  readonly #height: number;
  readonly #pages: number;

  /** @param pageHeight points; the margin at the bottom is taken to be that above the first block */
  constructor(blocks: readonly PlacedBlock[], pageHeight: number, pages: number) {
    this.#blocks = blocks;
    this.#pages = pages;
    this.#top = Math.min(pageHeight / 4, blocks[0]?.[1] ?? 72);
    this.#height = pageHeight - 2 * this.#top;
  }

  placeOf(offset: number): Place | undefined {
    const at = this.#last(([, , start]) => start <= offset);
    const block = this.#blocks[at];
    if (!block) return this.#blocks[0] && { page: this.#blocks[0][0], y: this.#blocks[0][1] };
    const [, , start, end] = block;
    const part = end > start ? Math.min(1, (offset - start) / (end - start)) : 0;
    const from = this.#run(block);
    // Not quite to the next block, which may begin on the next page.
    const along = from + Math.max(0, this.#end(at) - from - 1) * part;
    const page = Math.max(0, Math.floor(along / this.#height));
    return { page, y: along - page * this.#height + this.#top };
  }

  offsetOf({ page, y }: Place): number | undefined {
    const along = page * this.#height + (y - this.#top);
    const at = Math.max(
      0,
      this.#last((block) => this.#run(block) <= along),
    );
    const block = this.#blocks[at];
    if (!block) return undefined;
    const from = this.#run(block);
    const part = Math.min(1, Math.max(0, (along - from) / Math.max(1, this.#end(at) - from)));
    return Math.round(block[2] + (block[3] - block[2]) * part);
  }

  /** Points along the text, as if it were one long page without margins. */
  #run([page, y]: PlacedBlock): number {
    return page * this.#height + (y - this.#top);
  }

  #end(at: number): number {
    const next = this.#blocks[at + 1];
    const block = this.#blocks[at];
    return next ? this.#run(next) : block ? this.#pages * this.#height : 0;
  }

  /** The last block that holds; blocks are in order. -1 without one. */
  #last(holds: (block: PlacedBlock) => boolean): number {
    let low = -1;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const block = this.#blocks[middle];
      if (block && holds(block)) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
