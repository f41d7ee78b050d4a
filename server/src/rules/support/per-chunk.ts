import type { Chunk } from '../../letter/chunk.ts';
import type { Letter } from '../../letter/letter.ts';
import { remembered } from '../../letter/memo.ts';
import { type Prose, proses, sourceSpan } from '../../letter/prose.ts';
import { type Span, shift } from '../../letter/span.ts';

/**
 * Remembers what is derived from a chunk alone. Chunks outlive keystrokes, so that after an edit only what
 * changed is looked at again. `suspect`: a quick look by which most chunks are passed over.
 */
export function perChunk<T>(
  suspect: (text: string) => boolean,
  find: (prose: Prose, chunk: Chunk) => readonly T[],
): (chunk: Chunk) => readonly T[] {
  return remembered((chunk: Chunk) =>
    suspect(chunk.text) ? proses(chunk).flatMap((prose) => find(prose, chunk)) : [],
  );
}

/** What `finder` finds in a letter, each with its span in the letter. */
export function inLetter<T extends { readonly span: Span }>(
  letter: Letter,
  finder: (chunk: Chunk) => readonly T[],
): T[] {
  return letter.pieces.flatMap(({ chunk, start }) =>
    finder(chunk).map((found) => ({ ...found, span: shift(found.span, start) })),
  );
}

/** The span in the chunk of part of a block's text; a code block has no way back but as a whole. */
export const partOf = (prose: Prose, start: number, end: number): Span =>
  prose.map.length === 0 ? prose.span : sourceSpan(prose, start, end);
