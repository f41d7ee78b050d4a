import { sentenceAt } from '../text/around.ts';
import { type Read, type Reading, read } from '../text/reading.ts';
import type { NamedDay } from '../text/when.ts';

export interface Setting {
  readonly date: string;
  readonly time: string | null;
}

/** The day of the conference itself, not of calls, hearings and trial beside it. */
export function conferenceIn(r: Reading): Read<Setting> | null {
  const scores = new Map<string, { day: NamedDay; score: number }>();
  for (const day of r.days) {
    if (day.guessedYear) continue;
    const score = scoreOf(r, day);
    const key = day.date;
    const known = scores.get(key);
    if (!known) scores.set(key, { day, score });
    else {
      known.score = Math.max(known.score, score) + (score > 2 ? 1 : 0);
      if (!known.day.time && day.time && score > 0) known.day = day;
    }
  }
  let best: { day: NamedDay; score: number } | undefined;
  for (const c of scores.values()) if (!best || c.score > best.score) best = c;
  if (!best || best.score < 4) return null;
  const { day, score } = best;
  return read({ date: day.date, time: day.time }, day.start, day.end, score >= 6 ? 0.95 : 0.75);
}

const SUBJECT = /\b(?:settlement|mediation|mediated|settled?|resolved?|conference|session)\b/i;
const SETS =
  /\b(?:set|reset|scheduled|rescheduled|held|hold|conduct|convene|begin|begins|take place|come before|appear|appears?|heard|meet|confer|speak|give it|mediat\w+|attend|reserved|set aside|calendared|do so|preside|before the undersigned|will be)\b/i;
const OTHERS =
  /\b(?:status|pretrial|pre-settlement|pre-conference|telephone conference|telephonic|discovery|trial|motion|hearing|deadline|statements?|letters?|briefs?|memorand\w+|demand|offer|response|lists?|report|call each|dated|signed|entered|filed|proposed|no later than|on or before|due|received)\b/i;

function scoreOf(r: Reading, day: NamedDay): number {
  const sentence = sentenceAt(r, day.start);
  const before = r.text.slice(Math.max(sentence.start, day.start - 160), day.start).replace(/\s+/g, ' ');
  const after = r.text.slice(day.end, Math.min(sentence.end, day.end + 120)).replace(/\s+/g, ' ');
  const near = before.slice(-70);
  let score = 0;
  if (day.time) score += 2;
  if (SUBJECT.test(before)) score += 2;
  if (/\b(?:settlement|mediation)\b/i.test(before)) score += 1;
  if (SETS.test(before)) score += 2;
  if (
    !SUBJECT.test(before) &&
    /\b(?:settlement|mediation|conference)\b/i.test(r.text.slice(Math.max(0, day.start - 260), day.start))
  )
    score += 1;
  if (SUBJECT.test(after) && /\b(?:settle|mediat|resolv)/i.test(after)) score += 2;
  if (
    /^[\s#]*(?:date|when|date and time|conference date)[^a-z]{0,4}(?:and where[.:]?)?\s*(?:\w+day,?\s*)?$/i.test(
      before,
    )
  )
    score += 4;
  if (/\bwhen and where\b/i.test(before) || /\bsettlement conference\b[^.]{0,60}\bwhen\b/i.test(before))
    score += 3;
  if (OTHERS.test(near)) score -= 3;
  if (/\b(?:by|before|no later than|on or before|until|due)\s*(?:\w+day,?\s*)?$/i.test(near)) score -= 3;
  if (
    /\b(?:cancell?ed|vacated|had been set|previously set|stricken|is moved|was set|had proposed|not available|conferred)\b/i.test(
      before.slice(-100) + after.slice(0, 60),
    )
  ) {
    score -= /\breset\b/i.test(near) ? 0 : 4;
  }
  if (/^,? (?:[a-z]+ )?orders?\b|^\)/i.test(after)) score -= 5;
  return score;
}
