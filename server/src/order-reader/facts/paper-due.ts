import { goesToCourt } from '../text/addressees.ts';
import type { Clause } from '../text/clauses.ts';
import { DELIVER } from '../text/documents.ts';
import { FOREIGN } from '../text/foreign.ts';
import { type Read, read } from '../text/reading.ts';
import { type Anchors, type DueRead, type TimeRead, timesIn } from './due.ts';

/** When a paper is due at the court: from the clauses that speak of it. */
export function paperDue(clauses: readonly Clause[], anchors: Anchors): Read<DueRead> | null {
  let best: Read<DueRead> | null = null;
  for (const c of clauses) {
    if (
      (FOREIGN.test(c.words) || /\b(?:telephone call|by telephone|call chambers)\b/i.test(c.words)) &&
      !DELIVER.test(c.words)
    )
      continue;
    for (const t of timesIn(c.text, c.start, anchors)) {
      if ('after' in t.due && t.due.after === 'demand') continue;
      const score = dueScore(c, t);
      if (score > 0 && (best === null || score > best.confidence)) best = read(t.due, t.start, t.end, score);
    }
  }
  return best;
}

function dueScore(c: Clause, t: TimeRead): number {
  const before = c.text.slice(0, t.start - c.start).replace(/\s+/g, ' ');
  const after = c.text.slice(t.end - c.start).replace(/\s+/g, ' ');
  let score = 0.5;
  if (DELIVER.test(c.words)) score += 0.2;
  if (goesToCourt(c.words)) score += 0.15;
  if (
    /\b(?:no later than|not later than|on or before|by|at least|not less than|no less than|no fewer than|not fewer than|due|within|than|before|prior to|received|arrive|noon(?: on)?)\W{0,3}(?:\w+day,?\s*)?(?:noon on |\d{1,2}(?::\d\d)? ?[ap]\.?m\.? on )?(?:\w+day,?\s*)?$/i.test(
      before,
    )
  )
    score += 0.08;
  if (/^\s*\(?(?:if|where|when)\b/i.test(after) || /\bor\s*$/i.test(before)) score -= 0.3;
  if (/\b(?:received|arriv\w*|reach\w*|in chambers|in hand|there)\b/i.test(before)) score += 0.03;
  if (
    /\b(?:demand|offer)\b/i.test(before) &&
    !/\b(?:letter|statement|memorand|brief|summar|synopsis|submission|papers?)/i.test(before)
  )
    score -= 0.3;
  if (
    /\b(?:cancell?ed|had been|were to have been|were originally|formerly|was due)\b/i.test(before.slice(-80))
  )
    score -= 0.5;
  if (
    /\b(?:my|the|court's|an?) (?:\w+ )?order of\b|\bmoved it\b|\bfirst order\b|\boriginally\b/i.test(before)
  )
    score -= 0.4;
  if (/\bnow\s+(?:due|set)\b/i.test(before)) score += 0.1;
  if (
    'date' in t.due &&
    /\b(?:dated|of|entered|filed|held|set for|conference (?:on|of|set))\s*(?:\w+day,?\s*)?$/i.test(before)
  )
    score -= 0.4;
  return score;
}
