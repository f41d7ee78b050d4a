import type { Clause } from '../text/clauses.ts';
import { type Mention, mentionsIn } from '../text/documents.ts';
import { FOREIGN } from '../text/foreign.ts';
import { HOLDS } from '../text/holds.ts';
import { sideOf } from '../text/sides.ts';
import { inCondition } from './paper-asks.ts';
import type { Paper } from './papers.ts';

/** The papers that a clause names by their noun, narrowed by whose they are. */
export function named(
  clause: Clause,
  n: number,
  papers: readonly Paper[],
  last: readonly number[],
  before: Clause | undefined,
): number[] {
  const found = new Set<number>();
  const mentions = mentionsIn(clause);
  const told = toldOf(clause, mentions);
  const main = told.filter((m) => !inCondition(clause, m));
  for (const m of main.length > 0 ? main : told) {
    const same = papers.flatMap((p, i) =>
      p.head === m.head || (p.kind !== 'other' && p.kind === m.kind) ? [i] : [],
    );
    if (excepted(clause, m)) continue;
    if (same.length === 0) {
      if (/^(?:submission|paper|document|material)s?$/.test(m.head) && !FOREIGN.test(clause.words)) {
        for (const i of papers.keys()) found.add(i);
      }
      continue;
    }
    const here = same.filter((i) => papers[i]?.clause === n);
    if (
      m.before.match(/\bcop(?:y|ies) of (?:the|its|their|that|each)$/i) &&
      same.some((i) => papers[i]?.further)
    ) {
      for (const i of same) if (!papers[i]?.further) found.add(i);
      continue;
    }
    if (
      here.length > 0 &&
      here.length < same.length &&
      !both(clause.words) &&
      papers.filter((p) => p.further).length > 0
    ) {
      for (const i of here) found.add(i);
      continue;
    }
    // "The proposal shall contain": that of the side that was spoken of last.
    const single =
      /\b(?:the|this|that|its|such)(?: [\w-]+){0,3}$/i.test(m.before) &&
      !/s$/i.test(clause.text.slice(m.start, m.end));
    // "Each side must e-mail its own letter": those of both sides.
    if (
      clause.actor === 'each party' &&
      m.owner === null &&
      same.some((i) => papers[i]?.by === 'plaintiff')
    ) {
      const sided = same.filter((i) => papers[i]?.by !== 'each party');
      if (
        sided.length > 1 &&
        sided.length === same.filter((i) => !papers[i]?.further).length &&
        here.length === 0
      ) {
        for (const i of sided) found.add(i);
        continue;
      }
    }
    const going =
      single &&
      last.length > 0 &&
      m.owner === null &&
      sideOf(clause) === null &&
      !same.some((i) => papers[i]?.shared)
        ? same.filter((i) => last.includes(i))
        : [];
    if (going.length > 0 && going.length < same.length) {
      for (const i of going) found.add(i);
      continue;
    }
    // "The plaintiff writes first; that letter must ..."
    const writer = before && /\b(?:that|this|such)$/i.test(m.before) ? sideOf(before) : null;
    const owner = m.owner ?? (both(clause.words) ? null : (sideOf(clause) ?? writer));
    const owned = owner ? same.filter((i) => papers[i]?.by === owner) : [];
    const near = same.filter((i) => !papers[i]?.further || (papers[i]?.clause ?? 0) <= n);
    if (/\b(?:both|neither|none|all)\b/i.test(m.before)) {
      for (const i of same) found.add(i);
      continue;
    }
    for (const i of owned.length > 0 ? owned : near.length > 0 ? narrowed(near, n, papers) : same)
      found.add(i);
  }
  return [...found];
}

/** Verbs behind which a paper's topics stand, and by which no paper is handed over. */
const TELLS = new RegExp(
  `^.*?\\b(?:shall|must|should|will|is to|are to|ought to) (?:also |briefly )?(?!(?:giv|provid|furnish|present|nam|inform|report|show|confirm)\\w*)${HOLDS}\\b`,
  'i',
);

/** "It must state the points of Plaintiff's letter that ...": a paper among the topics is not the one spoken of. */
function toldOf(clause: Clause, mentions: readonly Mention[]): readonly Mention[] {
  const end = TELLS.exec(clause.text)?.[0].length;
  if (end === undefined) return mentions;
  const before = mentions.filter((m) => m.end <= end);
  return before.length > 0 || /^\W{0,3}(?:it|they|this|these|both)\b/i.test(clause.words) ? before : mentions;
}

/** "A copy of the form, but not of the letter, goes to ...": the letter is only told apart. */
const excepted = (clause: Clause, m: { readonly start: number; readonly end: number }): boolean =>
  /,\s+(?:but not|unlike|and not|not)\s+(?:of |with |to )?(?:the |its |their |that )?(?:[\w-]+ ){0,2}$/i.test(
    clause.text.slice(Math.max(0, m.start - 60), m.start),
  ) && /^[^,;.]{0,20},/.test(clause.text.slice(m.end));

/** Of two alike, the later one is meant from where it is asked for. */
function narrowed(same: readonly number[], n: number, papers: readonly Paper[]): number[] {
  const further = same.filter(
    (i) => papers[i]?.further && (papers[i]?.clause ?? 0) <= n && n - (papers[i]?.clause ?? 0) <= 3,
  );
  return further.length > 0 ? further : same.filter((i) => !papers[i]?.further);
}

const both = (words: string): boolean =>
  /\bcopies of (?:the|these|those|both|all) (?:\w+ )?letters\b/i.test(words) ||
  /\b(?:both|neither|no|each|every|those|these|all|the two|set of)\b[^,;]{0,20}\b(?:letter|statement|memorand|brief|summar|proposal)/i.test(
    words,
  );
