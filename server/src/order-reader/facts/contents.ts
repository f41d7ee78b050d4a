import type { Clause } from '../text/clauses.ts';
import { mentionsIn } from '../text/documents.ts';
import { FOREIGN } from '../text/foreign.ts';
import type { Reading } from '../text/reading.ts';
import { actorsIn, type Sides } from '../text/sides.ts';
import type { ContentList } from './content-lists.ts';
import { topicsOf } from './list-topics.ts';
import { inCondition } from './paper-asks.ts';
import type { Paper } from './papers.ts';
import { objects, proseTopics } from './prose-contents.ts';

/** A topic in the order's words; offsets into the clean text. */
export interface Topic {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** The mark of its entry, "(a)"; empty in running words. */
  readonly mark: string;
  readonly confidence: number;
}

/** What each paper must hold: from lists, else from running words. */
export function contentsOf(
  r: Reading,
  lists: readonly ContentList[],
  clauses: readonly Clause[],
  about: readonly (readonly number[])[],
  papers: readonly Paper[],
  sides: Sides,
): Topic[][] {
  const topics: Topic[][] = papers.map(() => []);
  for (const list of lists) {
    const owners = ownersOf(r, list, papers, sides, clauses, about);
    const found = topicsOf(r, list).map((t) => ({ ...t, confidence: 0.92 }));
    for (const i of owners)
      if (topics[i]?.length === 0 || !repeats(topics[i] ?? [], found)) topics[i]?.push(...found);
  }
  for (const [n, c] of clauses.entries()) {
    const spoken = (about[n] ?? []).filter((i) => fromList(topics[i]) === false);
    if (spoken.length === 0) continue;
    if (
      /\b(?:has|have|had|was|were) (?:been )?(?:received|reviewed|submitted|sent)\b/i.test(c.words) ||
      (/^\W*if\b/i.test(c.words) && !mentionsIn(c).some((m) => !inCondition(c, m))) ||
      /\bfails? to\b/i.test(c.words)
    )
      continue;
    const from = beginOf(c, papers, spoken);
    if (
      from === undefined ||
      FOREIGN.test(c.text.slice(0, from)) ||
      (c.actor === 'court' && mentionsIn(c).length === 0 && !WISHED.test(c.text))
    )
      continue;
    const implied = spoken.map((i) => papers[i]).find((p) => p?.implied && p.clause === n);
    const found = implied ? objects(c.text, implied.start - c.start) : proseTopics(c.text, from);
    // "The answering letter goes through the plaintiff's letter": the one named first is meant.
    const owner = mentionsIn(c)[0]?.owner;
    const meant = owner ? spoken.filter((i) => papers[i]?.by === owner) : spoken;
    for (const i of meant.length > 0 ? meant : spoken) {
      const fresh = found.filter((t) => !(topics[i] ?? []).some((k) => alike(k.words, t.words)));
      for (const t of fresh)
        topics[i]?.push({
          words: t.words,
          start: c.start + t.start,
          end: c.start + t.end,
          mark: '',
          confidence: 0.75,
        });
    }
  }
  return topics;
}

/** "What the Court wishes to learn from it is" */
const WISHED = /^\s*what\b[^.;:]{0,60}\b(?:wish|like|want|need)/i;

const fromList = (topics: readonly Topic[] | undefined): boolean => (topics ?? []).some((t) => t.mark !== '');

/** Behind the paper's name, or its pronoun. */
function beginOf(c: Clause, papers: readonly Paper[], spoken: readonly number[]): number | undefined {
  const implied = spoken
    .map((i) => papers[i])
    .find((p) => p?.implied && p.start >= c.start && p.start < c.end);
  if (implied) return implied.start - c.start;
  const subject = /^\W{0,3}(?:it|they|these|both)\b/i.exec(c.text);
  if (subject) return subject[0].length;
  const mentions = mentionsIn(c);
  const m =
    mentions.find((x) => spoken.some((i) => papers[i]?.head === x.head && spoken.length === 1)) ??
    mentions[0];
  if (m) return m.end;
  if (/^(?:and )?(?:shall|must|should|(?:please )?tell (?:me|us|the court))\b/i.test(c.text.trimStart()))
    return 0;
  if (WISHED.test(c.text)) return 0;
  const pronoun = /\b(?:it|they|which|theirs|his|hers|in it)\b/i.exec(c.text);
  return pronoun && pronoun.index < 60 ? pronoun.index + pronoun[0].length : undefined;
}

function ownersOf(
  r: Reading,
  list: ContentList,
  papers: readonly Paper[],
  sides: Sides,
  clauses: readonly Clause[],
  about: readonly (readonly number[])[],
): number[] {
  const n = clauses.findLastIndex(
    (c) => c.start <= list.leadStart + list.lead.length && c.start < list.start && c.end >= list.leadStart,
  );
  const named = n >= 0 ? (about[n] ?? []) : [];
  const lead = n >= 0 ? clauses[n] : undefined;
  const mention = lead ? mentionsIn(lead).find((m) => m.owner) : undefined;
  const side =
    mention?.owner ??
    actorsIn(r.text.slice(list.leadStart, list.start), sides).find(
      (a) => a.actor === 'plaintiff' || a.actor === 'defendant',
    )?.actor;
  if (named.length > 0) {
    const owned = named.filter((i) => papers[i]?.by === side);
    return owned.length > 0 && owned.length < named.length && side !== undefined && distinct(papers)
      ? owned
      : [...named];
  }
  // "a status report, which must include": topics of a paper that is none of these.
  const words = r.text.slice(list.leadStart, list.start);
  if (
    named.length === 0 &&
    /\b(?:reports?|plans?|stipulations?|pretrial orders?|notices?)\b[^:.]{0,90}:?\s*$/i.test(words)
  )
    return [];
  const before = about.findLastIndex((a, i) => a.length > 0 && (clauses[i]?.start ?? 0) < list.start);
  return before >= 0 ? [...(about[before] ?? [])] : papers.length > 0 ? [0] : [];
}

const distinct = (papers: readonly Paper[]): boolean =>
  papers.some((p) => p.by === 'plaintiff') && papers.some((p) => p.by === 'defendant');

const repeats = (known: readonly Topic[], found: readonly { words: string }[]): boolean =>
  found.filter((f) => known.some((k) => alike(k.words, f.words))).length > found.length / 2;

/** The same topic told twice: in the docket's summary and in the order. */
function alike(a: string, b: string): boolean {
  const words = (s: string): Set<string> => new Set(s.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const A = words(a);
  const B = words(b);
  let n = 0;
  for (const w of A) if (B.has(w)) n++;
  return n / Math.max(1, Math.min(A.size, B.size)) >= 0.7;
}
