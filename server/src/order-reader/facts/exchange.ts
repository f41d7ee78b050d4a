import type { Clause } from '../text/clauses.ts';
import { type Read, read } from '../text/reading.ts';
import { type Anchors, type DueRead, type TimeRead, timesIn } from './due.ts';
import { fewest } from './exchange-minimum.ts';
import {
  answersOf,
  BOTH,
  DEMAND,
  isAnswer,
  PAPERS,
  paperSpoken,
  RESPONSE,
  vetoed,
} from './exchange-words.ts';

export interface Step {
  readonly due: DueRead;
  readonly written: boolean;
  readonly by: 'plaintiff' | 'defendant' | 'each party';
}

export interface Exchange {
  readonly demand: Read<Step> | null;
  readonly response: Read<Step> | null;
  /** How many must have been exchanged, where the order says so. */
  readonly minimum: Read<{ demands: number; offers: number; written: boolean; due: DueRead | null }> | null;
}

/** The demand and the answer that the order wants before the conference. */
export function exchangeOf(clauses: readonly Clause[], anchors: Anchors): Exchange {
  let demand: Read<Step> | null = null;
  let response: Read<Step> | null = null;
  let minimum: Exchange['minimum'] = null;
  for (const [n, c] of clauses.entries()) {
    const at = (by: Step['by'], due: DueRead, start: number, end: number, confidence: number): Read<Step> =>
      read({ due, by, written: /\b(?:in writing|written|letter)\b/i.test(c.words) }, start, end, confidence);
    const few = fewest(c, anchors);
    if (few) minimum ??= few;
    if (vetoed(c)) continue;
    const times = timesOf(clauses, n, anchors);
    if (times.length === 0) continue;
    const both =
      BOTH.test(c.words) && /\bdemands?\b/i.test(c.words) && /\boffers?|responses?|counter/i.test(c.words);
    const [first] = times;
    if (!first) continue;
    if (
      both &&
      c.actor !== 'plaintiff' &&
      c.actor !== 'defendant' &&
      !PAPERS.test(c.words.slice(0, 200).replace(/\bdemands?\b[\s\S]*/i, ''))
    ) {
      demand ??= at('each party', first.due, first.start, first.end, 0.85);
      response ??= at(
        'each party',
        (times[1] ?? first).due,
        (times[1] ?? first).start,
        (times[1] ?? first).end,
        0.85,
      );
      continue;
    }
    const actor = c.actor;
    // "Plaintiff will hand over a demand. It must reach defendant by ...": the demand goes on.
    const before = clauses[n - 1];
    const goesOn =
      before !== undefined &&
      /^(?:it|this|that) (?:must|shall|should|is to|will)\b/i.test(c.words) &&
      DEMAND.test(before.words) &&
      before.actor === 'plaintiff';
    const speaks = DEMAND.test(c.words) || goesOn;

    if (
      (actor === 'plaintiff' ||
        goesOn ||
        (actor === null && speaks) ||
        (speaks &&
          /\b(?:(?:plaintiff|claimant)s?'s?|plaintiffs? (?:shall|must|will|is to))\b/i.test(c.words) &&
          actor !== 'defendant')) &&
      speaks &&
      !isAnswer(c) &&
      !paperSpoken(c.words)
    ) {
      if (demand === null && !('after' in first.due && first.due.after === 'demand'))
        demand = at('plaintiff', first.due, first.start, first.end, 0.92);
    } else if (
      (actor === 'defendant' || answersOf(c)) &&
      (RESPONSE.test(c.words) || answersOf(c)) &&
      !paperSpoken(c.words)
    ) {
      // An answer that nothing ties to the demand gives way to one that is.
      const tied = demand !== null || /\bdemand\b/i.test(c.words);
      if (response === null || response.confidence < (tied ? 0.9 : 0.7))
        response = at('defendant', first.due, first.start, first.end, tied ? 0.9 : 0.7);
    }
    // "the demand is due ..., and an answer within seven days after it": two times in one clause.
    const later = times.find((t) => 'after' in t.due && t.due.after === 'demand');
    if (later && response === null && RESPONSE.test(c.words))
      response = at('defendant', later.due, later.start, later.end, 0.85);
    // "Plaintiff's demand must be served by ..., and Defendant's offer by ...".
    const second = times[1];
    const owned =
      /\b(?:defendants?'s?|defense counsel's)\s+(?:\w+\s+){0,2}(?:offers?|responses?|answers?|repl(?:y|ies)|counter\w*)\b|\b(?:offer|response|answer|reply|counter\w*) (?:from|by) (?:the )?defen[ds]\w+/i.exec(
        c.text,
      );
    if (
      response === null &&
      second &&
      owned &&
      demand?.start === first.start &&
      second.start > c.start + owned.index
    )
      response = at('defendant', second.due, second.start, second.end, 0.85);
    // "the plaintiff shall make a demand ..., and the defendants an offer": one time for both.
    const next = clauses[n + 1];
    if (
      demand?.start === first.start &&
      next &&
      next.sentence === c.sentence &&
      response === null &&
      next.actor === 'defendant' &&
      RESPONSE.test(next.words) &&
      timesIn(next.text, next.start, anchors).length === 0
    ) {
      response = at('defendant', first.due, first.start, first.end, 0.8);
    }
  }
  return { demand, response, minimum };
}

/** The clause's own times; "at that meeting" and "by then" take that of what was said just before. */
function timesOf(clauses: readonly Clause[], n: number, anchors: Anchors): TimeRead[] {
  const c = clauses[n];
  if (!c) return [];
  const own = timesIn(c.text, c.start, anchors);
  const refers =
    /\b(?:at|before|by|during|in) (?:that|this|which) (?:time|meeting|call|conference|date|day|discussion)\b|\bby then\b/i.exec(
      c.text,
    );
  if (!refers || !DEMAND.test(c.words)) return own;
  for (const before of clauses.slice(Math.max(0, n - 3), n).reverse()) {
    const [time] = timesIn(before.text, before.start, anchors);
    if (time) return [time, ...own];
  }
  return own;
}
