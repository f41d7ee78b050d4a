import type { Clause } from '../text/clauses.ts';
import { type Mention, mentionsIn } from '../text/documents.ts';
import { FOREIGN } from '../text/foreign.ts';
import { HOLDS } from '../text/holds.ts';
import { isQuestion } from '../text/questions.ts';
import { inCondition } from './paper-asks.ts';
import type { Paper } from './papers.ts';

/** For each clause, the numbers of the papers that it speaks of. */
export function aboutOf(clauses: readonly Clause[], papers: readonly Paper[]): number[][] {
  const about: number[][] = [];
  let last: { papers: number[]; clause: number } = { papers: [], clause: -10 };
  // The papers that the question asks about to which the answer is going on.
  let asked: number[] = [];
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
    if (asked.length > 0 && !FOREIGN.test(beforeTopics(clause.words))) {
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

/** "When is it due?" asks about what was spoken of last. */
const PRONOUN = /\b(?:it|them|they|that|this)\b/i;

/** What the paper is to hold may be foreign to it: "they should discuss the status of discovery". */
const TOPICS = new RegExp(
  `^.*?\\b(?:shall|must|should|will|to|and|ought to) (?:also |briefly )?${HOLDS}\\b`,
  'i',
);
const beforeTopics = (words: string): string =>
  TOPICS.exec(words)?.[0] ?? words.replace(/\bsuch as [^,;.]{0,90}/gi, ' ');

/** The papers that a clause names by their noun, narrowed by whose they are. */
function named(
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
const sideOf = (clause: Clause): 'plaintiff' | 'defendant' | null =>
  clause.actor === 'plaintiff' || clause.actor === 'defendant' ? clause.actor : null;

/** Said of filing and service right behind a paper, with no other subject. */
const circulates = (clause: Clause): boolean =>
  /\b(?:not|no|never|neither|nor|nothing|none|without|off)\b[^.;]{0,90}\b(?:filed?|filing|docket\w*|ecf|serv(?:e|ed)|shared?|reveal\w*|disclos\w*|opponents?|opposing|other side|adversary|copied|exchanged?)\b/i.test(
    clause.words,
  ) &&
  !/\b(?:motion|request|trial|discovery|settlement conference shall|recording|communications?|offered in evidence)\b/i.test(
    clause.words,
  );

/** "The defendant answers not less than 10 days ahead": the answer is that side's letter. */
const answering = (clause: Clause, papers: readonly Paper[]): number[] =>
  /^(?:the |counsel for )?[\w' ]{4,30}\b(?:answers|responds|replies)\b/i.test(clause.words)
    ? papers.flatMap((p, i) =>
        p.kind === 'letter' && p.by === clause.actor && p.by !== 'each party' ? [i] : [],
      )
    : [];

/** A pronoun or a turn that goes on about what was spoken of last. */
const refers = (given: Clause): boolean =>
  refersTo({ ...given, words: given.words.replace(/^(?:and )?\(?(?:\d{1,2}|[a-z])[.)]\s/, '') });

const refersTo = (clause: Clause): boolean =>
  !/^it is (?:so|therefore|hereby|further) ordered/i.test(clause.words) &&
  (/^(?:- )?(?:be|have attached|bear)\b/.test(clause.words) ||
    /^in (?:no|not|at|up|under|fewer)\b[^,;.]{0,30}\bpages?,? (?:it|they)\b/i.test(clause.words) ||
    /^(?:\W{0,3})(?:it|they|these|this|both|neither|one|each|in it|the (?:e-?mail )?address|a copy|no copy|copies|nothing|send it|do not|don't|please|keep it|ten|\w+(?: \(\d+\))? pages|exhibits?|attachments?|at the top|on (?:the|its)|use|limit|length|it's|tell (?:me|us|the court)\b|no more|not more|that|those|if (?:it|they) (?:is|are|exceeds?|runs?)|lodge|delivery|e-?mail|address|mail|deliver|submit|also|and shall|shall|must|may (?:have|attach|include)|(?:any )?(?:additional|supporting|other) (?:materials?|documents?)|(?:on )?(?:the |its |every |each )?(?:outside of the )?envelope|(?:the |its |your )?(?:e-?mail'?s? )?subject line|counsel may choose)\b/i.test(
      clause.words,
    ) ||
    /\b(?:file|serve|send|e-?mail|mail|deliver|copy|attach|share|show|transmit\w*|his|theirs|its own|bearing|marked)\b[^.;]{0,30}\b(?:it|them|theirs|his|hers|exhibits|attachments)\b/i.test(
      clause.words,
    ) ||
    /\b(?:learn|know|read|find|see)\b[^.;]{0,20}\b(?:from|in) (?:it|them)\b/i.test(clause.words) ||
    /\bnot (?:want|need|accept|read|consider|attach|include)\b[^.;]{0,20}\b(?:exhibits|attachments)\b/i.test(
      clause.words,
    ) ||
    /\bkeep (?:the |your |any )?(?:exhibits|attachments)\b/i.test(clause.words) ||
    /\b(?:pages of exhibits|exhibits? (?:may|shall|must|should|are)|attachments? (?:may|shall|must|are))\b/i.test(
      clause.words,
    ) ||
    (/\b(?:theirs|his|hers)\b/i.test(clause.words) && sideOf(clause) !== null));

const generic = (clause: Clause): boolean =>
  /\b(?:nothing|everything|anything)\b[^.;]{0,60}\b(?:filed|goes|sent|court)\b|\bany of these\b|\bthese papers\b|\bnone of the (?:papers|submissions|documents)\b|\baddress for (?:these|all|such) (?:purposes|papers|submissions)\b/i.test(
    clause.words,
  );

function bySide(clause: Clause, last: readonly number[], papers: readonly Paper[]): number[] {
  const side = sideOf(clause);
  if (side === null && last.some((i) => papers[i]?.shared))
    return papers.flatMap((p, i) => (p.shared && papers[last[0] ?? 0]?.kind === p.kind ? [i] : []));
  const owned = side
    ? papers.flatMap((p, i) => (p.by === side && last.some((l) => papers[l]?.kind === p.kind) ? [i] : []))
    : [];
  return owned.length > 0 ? owned : [...last];
}
