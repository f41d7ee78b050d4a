import type { Chunk } from '../letter/chunk.ts';
import { drawBlock, drawNote } from './draw.ts';
import type { Marks, Setting } from './inline.ts';
import { Notes } from './notes.ts';

/** A chunk as the template reads it. Equal pieces of one chunk are one object, so that it need be sent but once. */
export interface EncodedPiece {
  /** A JSON array of blocks. */
  readonly json: string;
  /** For each block, the index of its node in the chunk. */
  readonly nodes: readonly number[];
}

export interface Encoded {
  /** Chunks that print something, in order. */
  readonly pieces: readonly EncodedPiece[];
  /** For each piece, the index of its chunk. */
  readonly chunks: readonly number[];
  readonly notes: Notes;
}

const plain = new WeakMap<Chunk, EncodedPiece>();
const noted = new WeakMap<Chunk, Map<string, EncodedPiece>>();
/** A chunk with footnotes is kept under this many numberings of them. */
const VARIANTS = 4;

/** Chunks, by index, whose words are to be found again. */
export interface Marked {
  readonly chunks: ReadonlySet<number>;
  readonly marks: Marks;
}

/** Encodes the chunks of one version of a letter; those that were there before cost a look-up. */
export function encode(chunks: readonly Chunk[], marked?: Marked): Encoded {
  const notes = new Notes(chunks);
  const pieces: EncodedPiece[] = [];
  const indices: number[] = [];
  chunks.forEach((chunk, index) => {
    const piece = marked?.chunks.has(index)
      ? encodeMarked(chunk, index, notes, marked.marks)
      : encodeChunk(chunk, notes);
    if (piece.nodes.length === 0) return;
    pieces.push(piece);
    indices.push(index);
  });
  return { pieces, chunks: indices, notes };
}

function encodeChunk(chunk: Chunk, notes: Notes): EncodedPiece {
  // Only a chunk that names footnotes depends on what stands around it: on their text and their numbers.
  if (!notes.any || !chunk.text.includes('[^')) {
    let known = plain.get(chunk);
    if (!known) {
      known = draw(chunk, notes);
      plain.set(chunk, known);
    }
    return known;
  }
  const piece = draw(chunk, notes);
  let variants = noted.get(chunk);
  if (!variants) {
    variants = new Map();
    noted.set(chunk, variants);
  }
  const known = variants.get(piece.json);
  if (known) return known;
  if (variants.size >= VARIANTS) variants.clear();
  variants.set(piece.json, piece);
  return piece;
}

function encodeMarked(chunk: Chunk, index: number, notes: Notes, marks: Marks): EncodedPiece {
  marks.enter(index);
  return draw(chunk, notes, marks);
}

function draw(chunk: Chunk, notes: Notes, marks?: Marks): EncodedPiece {
  const setting: Setting = { chunk, notes, marks, noteDepth: 0, columns: 1, drawNote };
  const blocks: unknown[] = [];
  const nodes: number[] = [];
  chunk.nodes.forEach((node, index) => {
    for (const block of drawBlock(setting, node)) {
      blocks.push(block);
      nodes.push(index);
    }
  });
  return { json: JSON.stringify(blocks), nodes };
}
