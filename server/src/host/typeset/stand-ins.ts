import type { EncodedPiece } from '../../typeset/encode.ts';
import type { Block } from '../../typeset/node.ts';
import { type Measures, type StandIn, standIn } from '../../typeset/ruler/stand-in.ts';

/** A piece that is set in place of another, to count its pages. */
export type StandInPiece = EncodedPiece & Pick<StandIn, 'isTold'>;

/** Equal stand-ins are one object, so that the engine is handed each once: a letter has many paragraphs of three lines. */
const byJson = new Map<string, StandInPiece>();
/** Beyond so many they are forgotten, which costs time alone. */
const MOST = 5_000;
/** Characters of JSON beyond which one hardly has its like. */
const SHORT = 2_000;

const known = new WeakMap<EncodedPiece, Map<string, StandInPiece>>();

/** What is set in place of a piece to count its pages (see `standIn`). */
export function standInFor(piece: EncodedPiece, format: string): StandInPiece {
  const byFormat = known.get(piece) ?? new Map<string, StandInPiece>();
  known.set(piece, byFormat);
  let found = byFormat.get(format);
  if (!found) {
    const { blocks, isTold } = standIn(JSON.parse(piece.json) as Block[], measuresOf(format));
    found = shared({ json: JSON.stringify(blocks), nodes: piece.nodes, isTold });
    byFormat.set(format, found);
  }
  return found;
}

function shared(piece: StandInPiece): StandInPiece {
  // One with words in it has hardly a like.
  if (!piece.isTold || piece.json.length > SHORT) return piece;
  const before = byJson.get(piece.json);
  if (before) return before;
  if (byJson.size >= MOST) byJson.clear();
  byJson.set(piece.json, piece);
  return piece;
}

let last: { readonly format: string; readonly measures: Measures } | undefined;

function measuresOf(format: string): Measures {
  if (last?.format !== format) last = { format, measures: JSON.parse(format) as Measures };
  return last.measures;
}
