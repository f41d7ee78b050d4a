import type { Piece } from './chunk.ts';
import { directives } from './directives.ts';
import { type Prose, proses, sourceSpan } from './prose.ts';
import { type Span, shift, span } from './span.ts';

/** A Markdown heading's depth; a paragraph that is bold throughout; bold words that open a paragraph. */
export const BOLD_LINE = 7;
export const RUN_IN = 8;

/** A heading and what stands under it, down to the next heading that is not below it. */
export interface Section {
  /** The heading's words, numbering included. */
  readonly heading: string;
  readonly headingSpan: Span;
  /** 1 to 6, `BOLD_LINE` or `RUN_IN`. */
  readonly level: number;
  /** Where its own words begin. */
  readonly contentStart: number;
  readonly end: number;
  /** Contents that a `covers` comment in it names, before any heading below. */
  readonly covers: readonly string[];
}

/** A leaf block at its place in the letter. */
export interface PlacedProse {
  readonly prose: Prose;
  readonly piece: Piece;
}

export function placedProses(pieces: readonly Piece[]): PlacedProse[] {
  return pieces.flatMap((piece) => proses(piece.chunk).map((prose) => ({ prose, piece })));
}

/** Longer bold openings are emphasis, not a heading. */
const LONGEST_HEADING = 200;

export function findSections(pieces: readonly Piece[], bodyEnd: number): Section[] {
  const open: Omit<Section, 'end' | 'covers'>[] = [];
  for (const { prose, piece } of placedProses(pieces)) {
    const found = headingOf(prose, piece);
    if (found) open.push(found);
  }
  const covers = pieces.flatMap((piece) =>
    directives(piece.chunk).flatMap((d) =>
      d.kind === 'covers' ? [{ contents: d.contents, at: d.span.start + piece.start }] : [],
    ),
  );
  return open.map((section, i) => {
    const after = open.slice(i + 1);
    const end = after.find((s) => s.level <= section.level)?.headingSpan.start ?? bodyEnd;
    // A comment under a heading speaks of that heading; one straight before it does too (it is read
    // with the heading above otherwise, and nobody writes it there).
    const own = after[0]?.headingSpan.start ?? bodyEnd;
    return {
      ...section,
      end,
      covers: covers
        .filter((c) => c.at >= section.headingSpan.start && c.at < own)
        .flatMap((c) => c.contents),
    };
  });
}

function headingOf(prose: Prose, piece: Piece): Omit<Section, 'end' | 'covers'> | undefined {
  const whole = shift(prose.span, piece.start);
  if (prose.kind === 'heading') {
    return {
      heading: prose.text,
      headingSpan: whole,
      level: prose.depth,
      contentStart: whole.end,
    };
  }
  if (prose.kind !== 'paragraph' || prose.bold === 0 || prose.inQuote || prose.inFootnote) return undefined;
  const bold = prose.text.slice(0, prose.bold);
  if (bold.length > LONGEST_HEADING || !/\p{L}/u.test(bold)) return undefined;
  const rest = prose.text.slice(prose.bold).replace(/^[\s.:;\u2013\u2014-]+/, '');
  const words = shift(sourceSpan(prose, 0, prose.bold), piece.start);
  // On a line of its own (the next line being its text), or alone in its paragraph.
  const alone = rest === '';
  const ownLine = /^[.:]?[ \t]*\n/.test(prose.text.slice(prose.bold));
  return {
    heading: bold,
    headingSpan: span(whole.start, words.end),
    level: alone || ownLine ? BOLD_LINE : RUN_IN,
    contentStart: alone ? whole.end : words.end,
  };
}
