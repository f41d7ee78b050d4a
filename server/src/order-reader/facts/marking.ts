import type { Clause } from '../text/clauses.ts';
import { type Read, read } from '../text/reading.ts';

const CALLS =
  /\b(?:marked|mark(?:ing)? (?:it|them|each|the)|bears?|bearing|borne|labell?ed|legend|stamped|headed|write|written|words?|word|caption(?:ed)?|endorsed|inscribed|subject line|headlined|carry|carries|notation|designated|appear)\b/i;
const QUOTED = /"([^"\n]{3,160})"/g;

/** The words that a paper, or what it comes in, must bear. */
export function markingOf(clauses: readonly Clause[]): Read<string> | null {
  for (const c of clauses) {
    for (const m of c.text.matchAll(QUOTED)) {
      const before = c.text.slice(Math.max(0, m.index - 120), m.index).replace(/\s+/g, ' ');
      const after = c.text.slice(m.index + m[0].length, m.index + m[0].length + 40);
      if (!CALLS.test(before) && !/^[\s,]{0,3}(?:must|shall|should) (?:appear|be)/i.test(after)) continue;
      if (
        /\b(?:titled|entitled|defin\w+|called|see|notice|means?|within the meaning|given me)\b[^"]{0,30}$/i.test(
          before,
        )
      )
        continue;
      const words = (m[1] ?? '')
        .replace(/\s+/g, ' ')
        .replace(/[,.;]+$/, '')
        .trim();
      if (words.split(' ').length > 20) continue;
      const start = c.start + m.index + 1;
      return read(words, start, start + (m[1]?.length ?? 0), 0.93);
    }
    const bare = /\b(?:marked|labell?ed|stamped)\s+(?:as\s+)?([A-Z][A-Z -]{6,80}[A-Z])\b/.exec(c.text);
    if (bare?.[1]) {
      const start = c.start + bare.index + bare[0].indexOf(bare[1]);
      return read(bare[1].replace(/\s+/g, ' '), start, start + bare[1].length, 0.85);
    }
  }
  return null;
}
