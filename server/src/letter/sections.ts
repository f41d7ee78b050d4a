import type { Chunk, Piece } from './chunk.ts';
import { directives } from './directives.ts';
import { remembered } from './memo.ts';
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
  const open = pieces.flatMap((piece) => headingsOf(piece.chunk).map((h) => placed(h, piece.start)));
  const covers = pieces.flatMap((piece) =>
    directives(piece.chunk).flatMap((d) =>
      d.kind === 'covers' ? [{ contents: d.contents, at: d.span.start + piece.start }] : [],
    ),
  );
  const found: Section[] = new Array(open.length);
  /** The nearest headings behind, outermost first: none of them is below the one before it. */
  const behind: Heading[] = [];
  for (let i = open.length - 1; i >= 0; i--) {
    const heading = open[i];
    if (!heading) continue;
    const next = open[i + 1]?.headingSpan.start ?? bodyEnd;
    while (behind.length > 0 && (behind.at(-1)?.level ?? 0) > heading.level) behind.pop();
    const end = behind.at(-1)?.headingSpan.start ?? bodyEnd;
    behind.push(heading);
    // A comment under a heading speaks of that heading, up to the next one of any kind.
    const own = covers.filter((c) => c.at >= heading.headingSpan.start && c.at < next);
    found[i] = { ...heading, end, covers: own.flatMap((c) => c.contents) };
  }
  return found;
}

type Heading = Omit<Section, 'end' | 'covers'>;

const placed = (h: Heading, by: number): Heading => ({
  ...h,
  headingSpan: shift(h.headingSpan, by),
  contentStart: h.contentStart + by,
});

/** A chunk's headings; spans are relative to its text. */
const headingsOf = remembered((chunk: Chunk): readonly Heading[] =>
  proses(chunk).flatMap((prose) => headingOf(prose) ?? []),
);

function headingOf(prose: Prose): Heading | undefined {
  const whole = prose.span;
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
  const words = sourceSpan(prose, 0, prose.bold);
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
