import type { Clause } from '../text/clauses.ts';
import { FOREIGN } from '../text/foreign.ts';
import { HOLDS } from '../text/holds.ts';
import { isQuestion } from '../text/questions.ts';
import { sideOf } from '../text/sides.ts';
import { named } from './about-named.ts';
import { answering, circulates, generic, refers } from './about-refers.ts';
import type { Paper } from './papers.ts';

/** For each clause, the numbers of the papers that it speaks of. */
export function aboutOf(clauses: readonly Clause[], papers: readonly Paper[]): number[][] {
  const about: number[][] = [];
  let last: { papers: number[]; clause: number } = { papers: [], clause: -10 };
  // The papers that the question asks about to which the answer is going on.
  let asked: number[] = [];
  let question = -1;
  const answers = clauses.filter(isQuestion).length >= FEWEST;
  for (const [n, clause] of clauses.entries()) {
    const own = [
      ...new Set([
        ...named(clause, n, papers, n - last.clause <= 3 ? last.papers : [], clauses[n - 1]),
        ...papers.flatMap((p, i) => (p.implied && p.clause === n ? [i] : [])),
      ]),
    ];
    if (isQuestion(clause)) {
      const before = about.length > 0 && isQuestion(clauses[n - 1] ?? clause) ? asked : [];
      asked =
        own.length > 0 ? own : PRONOUN.test(clause.words) && n - last.clause <= 14 ? last.papers : before;
      question = n;
      about.push(FOREIGN.test(clause.words) ? [] : asked);
      continue;
    }
    if (own.length > 0) {
      about.push(own);
      last = { papers: own, clause: n };
      continue;
    }
    if (generic(clause)) {
      about.push([...papers.keys()]);
      continue;
    }
    if (answers && asked.length > 0 && n - question <= LONGEST && !FOREIGN.test(beforeTopics(clause.words))) {
      about.push(asked);
      last = { papers: asked, clause: n };
      continue;
    }
    const answer = answering(clause, papers);
    if (answer.length > 0 && n - last.clause <= 3) {
      about.push(answer);
      continue;
    }
    const inherits =
      ((refers(clause) && n - last.clause <= 4) || (circulates(clause) && n - last.clause <= 2)) &&
      !FOREIGN.test(beforeTopics(clause.words));
    if (inherits) {
      about.push(bySide(clause, last.papers, papers));
      last = { papers: last.papers, clause: n };
      continue;
    }
    about.push([]);
  }
  return about;
}

/** A text with fewer questions than this is none of questions and answers. */
const FEWEST = 3;
/** The most clauses of an answer. */
const LONGEST = 14;

/** "When is it due?" asks about what was spoken of last. */
const PRONOUN = /\b(?:it|them|they|that|this)\b/i;

/** What the paper is to hold may be foreign to it: "they should discuss the status of discovery". */
const TOPICS = new RegExp(
  `^.*?\\b(?:shall|must|should|will|to|and|ought to) (?:also |briefly )?${HOLDS}\\b`,
  'i',
);
const beforeTopics = (words: string): string =>
  TOPICS.exec(words)?.[0] ?? words.replace(/\bsuch as [^,;.]{0,90}/gi, ' ');

function bySide(clause: Clause, last: readonly number[], papers: readonly Paper[]): number[] {
  const side = sideOf(clause);
  if (side === null && last.some((i) => papers[i]?.shared))
    return papers.flatMap((p, i) => (p.shared && papers[last[0] ?? 0]?.kind === p.kind ? [i] : []));
  const owned = side
    ? papers.flatMap((p, i) => (p.by === side && last.some((l) => papers[l]?.kind === p.kind) ? [i] : []))
    : [];
  return owned.length > 0 ? owned : [...last];
}
