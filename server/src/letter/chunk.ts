import type { RootContent } from 'mdast';
import type { Node } from 'unist';
import type { Memo } from './memo.ts';
import { type Span, span } from './span.ts';

/**
 * A run of whole top-level blocks that parses alone as it does in its letter. Chunks are interned by
 * what they were parsed from: a chunk whose text did not change is the same object in the next version
 * of the letter, so whatever is derived from one can be kept (see `memo.ts`).
 */
export interface Chunk {
  readonly text: string;
  /** mdast blocks. Their `position.*.offset` counts from `text`'s start less `lead`; use `nodeSpan`. */
  readonly nodes: readonly RootContent[];
  /** Length of what stood before `text` when it was parsed: definitions that it names, or its neighbours. */
  readonly lead: number;
  /** Nested too deep for a Markdown parser: its text stands as one paragraph, marks and all. */
  readonly verbatim?: boolean;
  readonly memo: Memo;
}

/** The span of an mdast node within its chunk's text. */
export function nodeSpan(chunk: Chunk, node: Node): Span {
  const { position } = node;
  return span((position?.start.offset ?? 0) - chunk.lead, (position?.end.offset ?? 0) - chunk.lead);
}

/** A chunk at its place: `start` is the UTF-16 offset of `chunk.text` in the letter. */
export interface Piece {
  readonly chunk: Chunk;
  readonly start: number;
}
