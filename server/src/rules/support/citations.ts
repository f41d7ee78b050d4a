import type { Span } from '../../letter/span.ts';
import { ownership } from './exhibit-owner.ts';
import { partOf, perChunk } from './per-chunk.ts';

/** An exhibit that the text cites. */
export interface Citation {
  /** As `labelKey` gives it. */
  readonly label: string;
  /** As it is written. */
  readonly words: string;
  readonly span: Span;
  /** False where it may as well be an exhibit of another paper. */
  readonly certain: boolean;
}

/** Labels are the same whatever their case, quotation marks, zeros in front and the word before them. */
export function labelKey(label: string): string {
  return label
    .toUpperCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/^\W*(?:EXHIBIT|EXH|EX)\b[.\s]*/, '')
    .replace(/["'\u2018-\u201D[\]()]+|\.+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\d.])0+(?=\d)/g, '')
    .trim();
}

/** "Ex. C", "Exs. A and B", "Exhibits A-D", "Exhibit 3", "Ex. A at 4"; relative to the chunk. */
export const citationsIn = perChunk<Citation>(
  (text) => /\bexh?(?:ibit)?s?\b/i.test(text),
  (prose) => {
    if (prose.kind === 'code') return [];
    return citationsOf(prose.text, prose.inQuote).map(({ start, end, ...cited }) => ({
      ...cited,
      span: partOf(prose, start, end),
    }));
  },
);

const MENTION =
  /(?<![\p{L}\d-])(?:(?:exhibit|Exhibit|EXHIBIT)(?<many>[sS])?|(?:[Ee]xh?|EXH?)(?:(?<few>[sS])\.?|\.)|Ex(?=\s[A-Z\d]))\s{0,3}(?:Nos?\.\s?)?/gu;
const LABEL =
  /["'\u2018\u201C]?(?<label>[A-Z]{1,3}-?\d{1,4}[A-Z]?|\d{1,4}(?:-?[A-Z]|\.\d{1,2})?|(?<one>[A-Z])\k<one>{0,2}|[IVXL]{2,5})(?![\p{L}\d]|\.\d)["'\u2019\u201D]?/uy;
const PINPOINT =
  /(?:,?\s{1,3}at\s{1,3}[\d:\u2013-]{1,12}|,?\s{0,3}¶{1,2}\s{0,2}[\d\u2013-]{1,9})?(?:\s{1,3}\([^()]{0,80}\))?/y;
const RANGE = /\s{0,3}(?:[-\u2010-\u2015]|through|thru|to)\s{0,3}/y;
const LIST = /\s{0,3}(?:,\s{0,3}(?:(?:and|or|&)\s{1,3})?|(?:and\/or|and|or|&)\s{1,3})/y;
const PAIR = /\s{1,3}(?:and|&)\s{1,3}/y;

/** A list goes on no further than this. */
const MOST_LISTED = 200;

interface Written {
  readonly label: string;
  readonly words: string;
  readonly certain: boolean;
  readonly start: number;
  readonly end: number;
}

/** The citations in one block of text, whose exhibits they are taken into account. */
export function citationsOf(text: string, quoted = false): Written[] {
  const found: Written[] = [];
  for (const m of text.matchAll(MENTION)) {
    const many = m.groups?.many !== undefined || m.groups?.few !== undefined;
    const { labels, end } = readLabels(text, m.index + m[0].length, many);
    if (labels.length === 0) continue;
    const owner = ownership(text, m.index, end, quoted);
    if (owner === 'other') continue;
    const words = text.slice(m.index, end).trim();
    for (const label of labels) {
      found.push({ label, words, certain: owner === 'ours', start: m.index, end });
    }
  }
  return found;
}

function readLabels(text: string, from: number, many: boolean): { labels: string[]; end: number } {
  const labels: string[] = [];
  let end = from;
  let next = readLabel(text, from);
  while (next && labels.length < MOST_LISTED) {
    const last = after(RANGE, text, next.end);
    const to = last === undefined ? undefined : readLabel(text, last);
    labels.push(...(to ? between(next.label, to.label) : [next.label]));
    end = (to ?? next).end;
    const pinpoint = after(PINPOINT, text, end) ?? end;
    const more = after(many ? LIST : PAIR, text, pinpoint);
    next = more === undefined ? undefined : readLabel(text, more);
    // After a page number, a bare number is rather another page.
    if (next && pinpoint > end && /^\d/.test(next.label) && !/^\s+at\s/.test(text.slice(next.end))) break;
  }
  return { labels, end };
}

function readLabel(text: string, at: number): { label: string; end: number } | undefined {
  LABEL.lastIndex = at;
  const m = LABEL.exec(text);
  const label = m?.groups?.label;
  if (!m || label === undefined) return undefined;
  const end = at + m[0].length;
  const rest = text.slice(end, end + 24);
  // "the exhibits I mentioned", "exhibits 20 pages long"
  if (label === 'I' && /^\s+(?!at\b|and\b|to\b|is\b|shows?\b|through\b)\p{Ll}/u.test(rest)) return undefined;
  if (/^\d+$/.test(label) && /^\s+(?:pages?|documents?|of the|in all)\b/.test(rest)) return undefined;
  return { label: labelKey(label), end };
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const m = pattern.exec(text);
  return m ? at + m[0].length : undefined;
}

/** All labels of a range: A to D, 1 to 5, A-1 to A-4. */
function between(from: string, to: string): string[] {
  const ends = [from, to];
  const [a = 0, b = 0] = ends.map((e) => e.charCodeAt(0));
  if (ends.every((e) => /^[A-Z]$/.test(e)) && a <= b) {
    return Array.from({ length: b - a + 1 }, (_, i) => String.fromCharCode(a + i));
  }
  const [first, last] = ends.map((e) => /^(?<lead>\D*)(?<number>\d+)$/.exec(e)?.groups);
  const low = Number(first?.number);
  const high = Number(last?.number);
  const lead = first?.lead ?? '';
  if ((last?.lead === lead || last?.lead === '') && low <= high && high - low < MOST_LISTED) {
    return Array.from({ length: high - low + 1 }, (_, i) => `${lead}${low + i}`);
  }
  return ends;
}
