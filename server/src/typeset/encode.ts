import type { Chunk } from '../letter/chunk.ts';
import { remembered } from '../letter/memo.ts';
import { drawBlock, drawNote } from './draw.ts';
import type { Marks, Setting } from './inline.ts';
import { type Named, Notes } from './notes.ts';

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

/** Chunks, by index, whose words are to be found again. */
export interface Marked {
  readonly chunks: ReadonlySet<number>;
  readonly marks: Marks;
}

/** Encodes the chunks of one version of a letter; those that were there before cost a look-up. */
export function encode(chunks: readonly Chunk[], marked?: Marked): Encoded {
  if (marked) return encodeAll(chunks, marked);
  if (!last || !isSameList(last.chunks, chunks)) last = { chunks, encoded: encodeAll(chunks) };
  return last.encoded;
}

/** The version at hand: the rules ask for it while the typesetter is given it. */
let last: { readonly chunks: readonly Chunk[]; readonly encoded: Encoded } | undefined;

const isSameList = (a: readonly Chunk[], b: readonly Chunk[]): boolean =>
  a.length === b.length && a.every((chunk, i) => chunk === b[i]);

function encodeAll(chunks: readonly Chunk[], marked?: Marked): Encoded {
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

/** A piece with the footnotes that it named, in turn, and what they were: the same again, the same piece. */
interface Variant {
  readonly piece: EncodedPiece;
  readonly named: readonly (readonly [identifier: string, was: Named | undefined])[];
}

const variantsOf = remembered((_: Chunk): Variant[] => []);
/** A chunk with footnotes is kept under this many numberings of them. */
const MOST_VARIANTS = 4;

function encodeChunk(chunk: Chunk, notes: Notes): EncodedPiece {
  const variants = variantsOf(chunk);
  const before = notes.named;
  for (const { piece, named } of variants) {
    if (named.every(([identifier, was]) => isSame(notes.name(identifier), was))) return piece;
    notes.rewind(before);
  }
  const named: (readonly [string, Named | undefined])[] = [];
  const name = (identifier: string): Named | undefined => {
    const found = notes.name(identifier);
    named.push([identifier, found]);
    return found;
  };
  const piece = draw(chunk, name);
  if (variants.length >= MOST_VARIANTS) variants.shift();
  variants.push({ piece, named });
  return piece;
}

const isSame = (a: Named | undefined, b: Named | undefined): boolean =>
  a?.number === b?.number && a?.first?.definition === b?.first?.definition;

function encodeMarked(chunk: Chunk, index: number, notes: Notes, marks: Marks): EncodedPiece {
  marks.enter(index);
  return draw(chunk, (identifier) => notes.name(identifier), marks);
}

function draw(chunk: Chunk, name: Setting['name'], marks?: Marks): EncodedPiece {
  const setting: Setting = { chunk, name, marks, noteDepth: 0, columns: 1, drawNote };
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
