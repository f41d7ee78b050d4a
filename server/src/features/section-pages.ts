import { nodeSpan } from '../letter/chunk.ts';
import type { Letter } from '../letter/letter.ts';
import type { BlockStart, Format, Layout } from '../typeset/typesetter.ts';

/** Points; the paper is Letter (see typeset/template.typ). */
const PAPER = 11 * 72;
/** Lines that begin this near to the top begin the page, in points: less than a line of text. */
const NEAR = 8;

/** What a stretch of the letter takes up on paper. */
export interface PagesUsed {
  /** From 1. */
  readonly first: number;
  readonly last: number;
  /** Pages as text fills them; undefined where the stretch ends with the letter, whose end has no place. */
  readonly used: number | undefined;
}

/** Where blocks stand on the pages, by offset in the letter. */
export interface BlockPlaces {
  readonly starts: readonly { readonly offset: number; readonly page: number; readonly y: number }[];
  readonly pages: number;
  readonly format: Format;
}

export function blockPlaces({ pieces }: Letter, { starts, pages }: Layout, format: Format): BlockPlaces {
  const placed = starts.flatMap(({ chunk, node, page, y }: BlockStart) => {
    const piece = pieces[chunk];
    const found = piece?.chunk.nodes[node];
    return piece && found ? [{ offset: piece.start + nodeSpan(piece.chunk, found).start, page, y }] : [];
  });
  return { starts: placed, pages, format };
}

/** The pages of what stands from `start` to `end`; undefined where nothing of it is printed. */
export function pagesUsed(places: BlockPlaces, start: number, end: number): PagesUsed | undefined {
  const { starts, pages, format } = places;
  // Words in mid-block (a run-in, a heading in a list) stand where their block begins.
  const from = starts.findLast((s) => s.offset <= start) ?? starts[0];
  if (!from || from.offset >= end) return undefined;
  const margin = format.margin * 72;
  const to = starts.find((s) => s.offset >= end);
  if (!to) return { first: from.page, last: pages, used: undefined };
  const height = PAPER - 2 * margin;
  const used = to.page - from.page + (to.y - from.y) / height;
  const last = to.page > from.page && to.y <= margin + NEAR ? to.page - 1 : to.page;
  return { first: from.page, last: Math.max(from.page, last), used: Math.max(0, used) };
}

/** `p. 2`, `pp. 2-4, 1.8 pages`. */
export function pagesInWords({ first, last, used }: PagesUsed): string {
  const where = first === last ? `p. ${first}` : `pp. ${first}\u2013${last}`;
  if (used === undefined) return where;
  const tenths = Math.max(1, Math.round(used * 10)) / 10;
  return `${where}, ${tenths} ${tenths === 1 ? 'page' : tenths < 1 ? 'of a page' : 'pages'}`;
}
