import type { RootContent } from 'mdast';

/**
 * A run of whole top-level blocks that parses alone as it does in its letter. Chunks are interned by
 * what they were parsed from: a chunk whose text did not change is the same object in the next version
 * of the letter, so whatever is derived from one can be kept in a WeakMap.
 */
export interface Chunk {
  readonly text: string;
  /** mdast blocks. Their `position.*.offset` counts from `text`'s start plus `lead`; use `at()`. */
  readonly nodes: readonly RootContent[];
  /** Length of the definitions that stood before `text` when it was parsed. */
  readonly lead: number;
}

/** A chunk at its place: `start` is the UTF-16 offset of `chunk.text` in the letter. */
export interface Piece {
  readonly chunk: Chunk;
  readonly start: number;
}
