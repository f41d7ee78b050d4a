import { goesToCourt, goesToParty } from '../text/addressees.ts';
import type { Clause } from '../text/clauses.ts';
import { DELIVER, mentionsIn } from '../text/documents.ts';
import { asksIn } from './paper-asks.ts';
import type { Paper } from './papers.ts';

/** "a letter or statement": one paper by two names, of which the order goes on to use one. */
export function withoutAlternatives(clauses: readonly Clause[], papers: readonly Paper[]): Paper[] {
  const spoken = (p: Paper): number =>
    clauses.filter((c) => mentionsIn(c).some((m) => m.head === p.head)).length;
  return papers.filter(
    (p) =>
      !papers.some(
        (o) =>
          o.head !== p.head &&
          clauses.some((c) =>
            new RegExp(`\\b(?:${o.head} or (?:an? )?${p.head}|${p.head} or (?:an? )?${o.head})\\b`, 'i').test(
              c.words,
            ),
          ) &&
          (spoken(o) > spoken(p) || (spoken(o) === spoken(p) && papers.indexOf(o) < papers.indexOf(p))),
      ),
  );
}

/** Letters that only pass between the parties are their demand and response where the court gets another paper. */
export function withoutCorrespondence(clauses: readonly Clause[], papers: readonly Paper[]): Paper[] {
  const toCourt = (p: Paper): boolean =>
    clauses.some(
      (c, n) =>
        (asksIn(c, 0).some((a) => a.mention.head === p.head) || goesOnAbout(clauses, n, p)) &&
        goesToCourt(c.words) &&
        DELIVER.test(c.words) &&
        !/\b(?:court|chambers|judge) does not\b/i.test(c.words),
    );
  const toParty = (p: Paper): boolean =>
    goesToParty(clauses[p.clause]?.words ?? '') &&
    !/\b(?:not|nor) (?:be )?(?:\w+ (?:or|and|nor) )?(?:serve|serving|shared?|given|sent|shown)/i.test(
      clauses[p.clause]?.words ?? '',
    );
  const withCourt = papers.filter((p) => toCourt(p) || !toParty(p));
  return withCourt.length > 0 ? withCourt : [...papers];
}

/** "It is e-mailed at the same time to chambers", right behind the clause that asks for the paper. */
const goesOnAbout = (clauses: readonly Clause[], n: number, p: Paper): boolean =>
  n > p.clause && n - p.clause <= 2 && /^(?:it|they|a copy)\b/i.test(clauses[n]?.words ?? '');
