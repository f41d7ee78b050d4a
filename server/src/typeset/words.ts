import type { Inline, Part } from './node.ts';

/**
 * The narrowest line that letters come with, in em of the text's size: deep in a list, or with wide margins.
 * A run without a place to break that is wider could stand over the paper's edge.
 */
const LINE = 20;
/** The text of a page, and the air beside a table's cell, in em at 12 point. */
const PAGE = 39;
const AIR = 0.83;
/** What share of its part of the page a cell has for certain. */
const SHARE = 0.75;
/** Beyond this a run is surely longer than a line, so nothing is gained by moving it to the next whole. */
const HOPELESS = 80;
/**
 * The engine's time for a paragraph grows with the square of the places where its lines may break, so a
 * run longer than this is cut into paragraphs without a gap: 300 KB of it then take one second, not twelve.
 */
const MONSTROUS = 1_000;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Scripts that break between any two characters. */
const BREAKS_ANYWHERE = '\\u1100-\\u11ff\\u2e80-\\u9fff\\uac00-\\ud7ff\\uf900-\\ufaff\\uff00-\\uffef';
const runs = new Map<number, RegExp>();

/** Runs of more than `limit` characters within which no line may break. */
function runsOver(limit: number): RegExp {
  let found = runs.get(limit);
  if (!found) {
    found = new RegExp(`[^\\s\\-\\u2010\\u2013\\u2014${BREAKS_ANYWHERE}]{${limit + 1},}`, 'gu');
    runs.set(limit, found);
  }
  return found;
}

/** Em that no run in these letters is wider than; others count as the widest. */
function width(run: string): number {
  let em = 0;
  for (const c of run) em += /[a-lnopqrstuvxyz\d.,;:'"()]/.test(c) ? 0.5 : /[mwA-LN-VX-Z]/.test(c) ? 0.78 : 1;
  return em;
}

/**
 * Appends `text` to `out`, overlong runs made breakable.
 * @param columns how many stand side by side: table cells are narrow
 */
export function pushText(out: Inline[], text: string, columns: number): void {
  if (!text) return;
  const widest = columns === 1 ? LINE : Math.max(2, (PAGE / columns - AIR) * SHARE);
  const limit = Math.floor(widest);
  let done = 0;
  if (text.length > limit) {
    for (const { 0: run, index } of text.matchAll(runsOver(limit))) {
      if (run.length < 2 * widest && width(run) <= widest) continue;
      if (index > done) pushString(out, text.slice(done, index));
      const found = parts(run);
      if (found.length <= MONSTROUS) out.push([run.length > HOPELESS ? 'l' : 'w', found]);
      else for (let i = 0; i < found.length; i += MONSTROUS) out.push(['b', found.slice(i, i + MONSTROUS)]);
      done = index + run.length;
    }
  }
  if (done < text.length) pushString(out, done ? text.slice(done) : text);
}

/** How a list's last string ends, by its length: to look at the end of what was put together would copy all of it. */
const ends = new WeakMap<Inline[], { readonly length: number; readonly blank: boolean }>();

/** Neighbouring strings become one; two spaces where a comment was taken out become one too. */
function pushString(out: Inline[], text: string): void {
  const last = out.at(-1);
  if (typeof last !== 'string') {
    out.push(text);
    return;
  }
  const known = ends.get(out);
  const blank = known?.length === last.length ? known.blank : last.endsWith(' ');
  const more = blank && text.startsWith(' ') ? text.slice(1) : text;
  const whole = last + more;
  out[out.length - 1] = whole;
  ends.set(out, { length: whole.length, blank: more === '' ? blank : more.endsWith(' ') });
}

function parts(run: string): Part[] {
  // The line breaking rules keep brackets and the like with their neighbour, even over a space.
  return slices(run).flatMap((slice) =>
    Array.from(
      graphemes.segment(slice),
      ({ segment }): Part => (/^[\p{L}\p{M}\p{N}_]+$/u.test(segment) ? segment : ([segment] as const)),
    ),
  );
}

/** Characters that are segmented at once: older engines take the square of a run's length in time. */
const SLICE = 500;
/** What belongs to the character before it; the second half of a pair too. */
const follows = (c: string): boolean =>
  /[\p{M}\udc00-\udfff]/u.test(c) || c === '\u200d' || c === '\ufe0e' || c === '\ufe0f';

function slices(run: string): string[] {
  const found: string[] = [];
  for (let from = 0; from < run.length; ) {
    let to = Math.min(from + SLICE, run.length);
    while (to < run.length && (follows(run[to] ?? '') || run[to - 1] === '\u200d')) to++;
    found.push(run.slice(from, to));
    from = to;
  }
  return found;
}

const lengthOf = (found: readonly Part[]): number =>
  found.reduce((sum, part) => sum + (typeof part === 'string' ? part : part[0]).length, 0);

/** Parts of a hopelessly long run between two marks. */
const GROUP = 16;

/**
 * As `pushText`, with a mark where each word ends; printed, it looks the same to the last line.
 * @param collapse whether runs of blanks and line ends are one space
 * @param mark gets the word's offset in `text` and returns its mark's number
 */
export function pushMarked(
  out: Inline[],
  text: string,
  columns: number,
  collapse: boolean,
  mark: (at: number) => number,
): void {
  for (const { 0: token, 1: space = '', 2: word = '', index } of text.matchAll(
    /([ \t\r\n]*)([^ \t\r\n]*)/g,
  )) {
    if (!token) continue;
    if (space) pushString(out, collapse ? ' ' : space);
    if (!word) continue;
    const items: Inline[] = [];
    pushText(items, word, columns);
    let at = index + space.length;
    for (const item of items) {
      if (typeof item === 'string') {
        pushString(out, item);
        at += item.length;
        continue;
      }
      if (item[0] !== 'l') {
        out.push(item);
        if (item[0] === 'w') at += lengthOf(item[1]);
        if (item[0] === 'b') {
          out.push(['m', mark(at)]);
          at += lengthOf(item[1]);
        }
        continue;
      }
      for (let i = 0; i < item[1].length; i += GROUP) {
        const group = item[1].slice(i, i + GROUP);
        if (i > 0) out.push(['z']);
        out.push(['l', group], ['m', mark(at)]);
        at += lengthOf(group);
      }
    }
    out.push(['m', mark(index + space.length)]);
  }
}
