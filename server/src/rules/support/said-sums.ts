import type { Chunk } from '../../letter/chunk.ts';
import { remembered } from '../../letter/memo.ts';
import type { Prose } from '../../letter/prose.ts';
import type { Span } from '../../letter/span.ts';
import { daysNamedIn, type NamedDay } from './dates-in-text.ts';
import { type Sum, sumsIn } from './money.ts';
import { partOf, perChunk } from './per-chunk.ts';
import { type Cue, cueAfter, cueBefore, leavesAlone, linked } from './said-cues.ts';
import { rowsIn } from './table-rows.ts';
import { sentencesOf } from './words.ts';

/** A sum that the text says was demanded or offered, relative to the chunk. */
export interface SaidSum {
  readonly span: Span;
  /** Dollars. */
  readonly value: number;
  /** "a demand", "an offer". */
  readonly kind: string;
  /** "about", "some": not to the dollar. */
  readonly about: boolean;
  /** Only in a section on the parties' talks is it surely one of theirs: people are offered much else. */
  readonly needsContext: boolean;
  /** The sums that follow it in its sentence: it may be a part of a whole. */
  readonly beside: readonly number[];
  /** The days that its clause names. */
  readonly days: readonly NamedDay[];
}

const proseSums = perChunk<SaidSum>(
  (text) => /\$|dollars/i.test(text),
  (prose) => (prose.kind === 'paragraph' ? sumsSaid(prose) : []),
);

/** Every sum that a chunk says to be a demand or an offer, in sentences and in tables. */
export const saidSums = remembered((chunk: Chunk): readonly SaidSum[] => [
  ...proseSums(chunk),
  ...tabled(chunk),
]);

function sumsSaid(prose: Prose): SaidSum[] {
  if (prose.inQuote) return [];
  const found: SaidSum[] = [];
  let talks = false;
  for (const sentence of sentencesOf(prose.text)) {
    const sums = sumsIn(sentence.text);
    const days = sums.length > 0 ? daysNamedIn(sentence.text) : [];
    let last: Cue | undefined;
    for (const [i, sum] of sums.entries()) {
      const before = sums[i - 1];
      const from = before?.end ?? 0;
      const cue: Cue | undefined =
        cueAfter(sentence.text, sum, from) ??
        cueBefore(sentence.text, sum, from, talks) ??
        (last && before && linked(sentence.text, before, sum, last) ? last : undefined);
      last = cue;
      if (!cue || leavesAlone(sentence.text, sum)) continue;
      talks = true;
      found.push(saidSum(prose, sentence, sum, cue, sums.slice(i + 1), inClause(sentence.text, sum, days)));
    }
  }
  return found;
}

function saidSum(
  prose: Prose,
  sentence: { readonly text: string; readonly start: number },
  sum: Sum,
  cue: Cue,
  rest: readonly Sum[],
  days: readonly NamedDay[],
): SaidSum {
  const lead = sentence.text.slice(Math.max(0, sum.start - 16), sum.start);
  return {
    span: partOf(prose, sentence.start + sum.start, sentence.start + sum.end),
    value: sum.value,
    kind: cue.kind,
    about: /\b(?:about|around|some|roughly|approximately|nearly|almost|circa)\s+$/i.test(lead),
    needsContext: !speaksOfTalks(prose.text),
    beside: rest.map((s) => s.value),
    days,
  };
}

/** Whether a paragraph is about the parties' talks by its own words. */
function speaksOfTalks(text: string): boolean {
  const rest = text.replace(/settlement\s+conference/gi, '');
  if (/settl(?:e|ing)|negotiat|compromis|counter-?(?:ed|offer|demand|propos)|mediat/i.test(rest)) return true;
  return /\bdemand/i.test(rest) && /\b(?:offer|propos)/i.test(rest);
}

/** Of several days in a sentence, those that no semicolon parts from the sum. */
function inClause(text: string, sum: Sum, days: readonly NamedDay[]): NamedDay[] {
  const from = text.lastIndexOf(';', sum.start) + 1;
  const next = text.indexOf(';', sum.end);
  return days.filter((d) => d.start >= from && d.end <= (next < 0 ? text.length : next));
}

/** "| 2025-08-10 | defendant | offer | $20,000 |" */
function tabled(chunk: Chunk): SaidSum[] {
  return rowsIn(chunk).flatMap((cells): SaidSum[] => {
    const kind = cells.map((c) => ROW_KIND.exec(c.text)?.[1]?.toLowerCase()).find((k) => k !== undefined);
    const sums = cells.flatMap((cell) => {
      const [only, ...more] = sumsIn(cell.text);
      const alone = only && more.length === 0 && only.end - only.start === cell.text.trim().length;
      return alone ? [{ cell, sum: only }] : [];
    });
    const [single, ...others] = sums;
    if (kind === undefined || !single || others.length > 0) return [];
    return [
      {
        span: partOf(single.cell, single.sum.start, single.sum.end),
        value: single.sum.value,
        kind: kind.endsWith('demand') ? 'a demand' : 'an offer',
        about: false,
        needsContext: true,
        beside: [],
        days: cells.flatMap((c) => daysNamedIn(c.text)),
      },
    ];
  });
}

const ROW_KIND =
  /^\s*(?:(?:first|second|third|fourth|initial|opening|revised|written|final|plaintiff['\u2019]s?|defendants?['\u2019]s?)\s)*(demand|offer|counter-?offer|counter-?demand|counter-?proposal|proposal)\s*$/i;
