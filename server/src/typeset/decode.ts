import type { Encoded } from './encode.ts';
import { type BlockStart, type Layout, TypesetError } from './typesetter.ts';

/** What the template says about where things came to lie. */
export interface Places {
  readonly pages: number;
  /** Page (from 1) and points from its top, for each block. */
  readonly blocks: readonly (readonly [number, number])[];
  /** Number of a mark and its page. */
  readonly marks: readonly (readonly [number, number])[];
}

/** @throws TypesetError when the engine's answer does not fit what it was given */
export function decodeLayout(places: Places, encoded: Encoded): Layout {
  const starts: BlockStart[] = [];
  encoded.pieces.forEach((piece, i) => {
    for (const node of piece.nodes) {
      const [page, y] = places.blocks[starts.length] ?? [0, 0];
      starts.push({ chunk: encoded.chunks[i] ?? 0, node, page, y });
    }
  });
  if (starts.length !== places.blocks.length) {
    throw new TypesetError(
      `The typesetter lost count: ${starts.length} blocks went in and ${places.blocks.length} came out.`,
    );
  }
  return { pages: places.pages, starts };
}
