import type { Clause } from '../text/clauses.ts';
import { DELIVER, type Kind, type Mention, mentionsIn } from '../text/documents.ts';
import { HOLDS } from '../text/holds.ts';

/** Whose paper it is. */
export type By = 'each party' | 'plaintiff' | 'defendant';

/** A paper that the order asks for. */
export interface Paper {
  readonly kind: Kind;
  /** What the order calls it, with what stands before the noun. */
  readonly name: string;
  readonly head: string;
  readonly by: By;
  /** Where it is asked for; offsets into the clean text. */
  readonly start: number;
  readonly end: number;
  /** Number of the clause that asks for it. */
  readonly clause: number;
  readonly confidence: number;
  /** One of several of its kind by the same people: told apart by where it is spoken of. */
  readonly further: boolean;
  /** It may be sent where the sides show each other theirs. */
  readonly onlyIfExchanged: boolean;
  /** It is not ordered but allowed. */
  readonly optional: boolean;
}

const HOLDS_NEXT = new RegExp(
  `^(?:\\s+the (?:plaintiff|defendant|party|writer))?\\s+(?:shall|must|should|is to|will)?\\s*(?:also )?${HOLDS}\\b`,
  'i',
);

interface Ask {
  readonly clause: number;
  readonly mention: Mention;
  readonly by: By | null;
  readonly score: number;
}

/** Somebody asks for something, or reports: no paper of the conference. */
export const FOREIGN =
  /\b(?:motions?|requests?|move to|excused?|continuances?|continue the conference|adjourn\w*|postpone\w*|resched\w*|reset\b|stipulat\w*|dismissal|dismiss|discovery|deposition|witness(?:es)? list|exhibit list|status report|pretrial order|settlement agreement|release|conformed|passcode|link|pre-?regist\w*|notice of (?:submission|settlement)|file a notice|a notice|after the (?:conference|mediation|call)|if the (?:case|matter|action|parties) (?:settle|is settled|resolve)|infeasible|local rules? (?:here|expect)|proof of service|certificate of)\b/i;
const COURTWARD =
  /\b(?:court|chambers|judge|undersigned|mediator|magistrate|me|clerk|deputy|case manager|coordinator|director|@|mailbox|inbox)\b/i;
const PARTYWARD =
  /\b(?:opposing|other (?:part(?:y|ies)|sides?|counsel)|all counsel|counsel for (?:the )?(?:plaintiffs?|defendants?)|defen[cs]e counsel|(?:on|to|send|serve|mail|give|hand|provide|furnish) (?:the )?(?:plaintiffs?|defendants?)(?:'s? counsel)?|every other|each other|claimant receives|receives|one another|adversar\w+|opponents?)\b/i;

/** What papers the clauses ask for. */
export function papersIn(clauses: readonly Clause[]): Paper[] {
  const asks = asksOf(clauses);
  const kinds = [
    ...new Set(asks.map((a) => (a.mention.kind === 'other' ? `other ${a.mention.head}` : a.mention.kind))),
  ];
  const papers: Paper[] = [];
  for (const key of kinds) {
    const own = asks.filter(
      (a) => (a.mention.kind === 'other' ? `other ${a.mention.head}` : a.mention.kind) === key,
    );
    const best = Math.max(...own.map((a) => a.score));
    if (best < (key.startsWith('other') ? 5 : 4)) continue;
    papers.push(...sidesOfKind(clauses, own));
  }
  const asked = withoutCorrespondence(clauses, withoutAlternatives(clauses, papers));
  // What the letter or statement is comes first; forms and lists go with it.
  return [...asked.filter((p) => p.kind !== 'other'), ...asked.filter((p) => p.kind === 'other')];
}

/** "a letter or statement": one paper by two names, of which the order goes on to use one. */
function withoutAlternatives(clauses: readonly Clause[], papers: readonly Paper[]): Paper[] {
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

/** The kind's papers by whom: one by each party, one by either side, or a further one beside those. */
function sidesOfKind(clauses: readonly Clause[], asks: readonly Ask[]): Paper[] {
  const strong = asks.filter((a) => a.score >= 3);
  const first = (by: By | null): Ask | undefined =>
    strong.filter((a) => a.by === by).sort((a, b) => b.score - a.score)[0];
  const plaintiff = first('plaintiff');
  const defendant = first('defendant');
  const each = first('each party') ?? first(null);
  const found: Paper[] = [];
  if (plaintiff && defendant) {
    found.push(paper(clauses, plaintiff, 'plaintiff'), paper(clauses, defendant, 'defendant'));
    const last = Math.max(plaintiff.clause, defendant.clause);
    const more = strong.find(
      (a) =>
        a.by === 'each party' &&
        a.clause > last &&
        /\b(?:also|additional|separate|second|further|another|in addition)\b/i.test(
          clauses[a.clause]?.words ?? '',
        ) &&
        /\ban? (?:(?!party|side|whose|that|which|of|copy)[\w-]+ ){0,5}$/i.test(`${a.mention.before} `),
    );
    if (more) found.push({ ...paper(clauses, more, 'each party'), further: true });
    return found;
  }
  if (each) {
    found.push(paper(clauses, each, 'each party'));
    const more = strong.find(
      (a) =>
        a !== each &&
        a.clause > each.clause &&
        /\b(?:an additional|a second|a separate|a further|another)\b/i.test(
          `${clauses[a.clause]?.words ?? ''}`,
        ),
    );
    if (more) found.push({ ...paper(clauses, more, more.by ?? 'each party'), further: true });
    return found;
  }
  const one = plaintiff ?? defendant;
  return one ? [paper(clauses, one, one.by ?? 'each party')] : [];
}

function paper(clauses: readonly Clause[], ask: Ask, by: By): Paper {
  const clause = clauses[ask.clause];
  const start = clause?.start ?? 0;
  const lead = ask.mention.before
    .split(' ')
    .filter((w) =>
      /^(?:confidential|settlement|conference|mediation|ex|parte|position|case|attendance|written|updated|additional|joint|proposed|pre-?mediation|pre-?conference|evaluation|pre-?settlement|data)$/i.test(
        w,
      ),
    );
  return {
    kind: ask.mention.kind,
    name: [...lead, ask.mention.head].join(' ').toLowerCase(),
    head: ask.mention.head,
    by,
    start: start + ask.mention.start,
    end: start + ask.mention.end,
    clause: ask.clause,
    confidence: ask.score >= 6 ? 0.95 : ask.score >= 4 ? 0.8 : 0.6,
    further: false,
    onlyIfExchanged: /^\W*(?:if|where|when)\b[^,]{0,90}\bexchanged\b/i.test(clause?.words ?? ''),
    optional:
      clause !== undefined &&
      /\b(?:may|is free to|are free to|encouraged to|invited to)\b/i.test(clause.words) &&
      !/\b(?:shall|must|is to|are to)\b/i.test(clause.words),
  };
}

/** "Plaintiff shall mail his": the paper that was spoken of last. */
const POSSESSIVE =
  /\b(?:mail|send|transmit|e-?mail|deliver|submit|provide|furnish|lodge|fax)\w*\s+(?:his|hers|theirs|its own)\b(?! \w*\s?(?:letter|statement|brief))/i;
/** "The second is a case synopsis." */
const COUNTED =
  /^(?:the |one )?(?:first|second|third|one|other|former|latter)(?: of these)? (?:paper |document )?is (?:to be )?an?\b/i;

function asksOf(clauses: readonly Clause[]): Ask[] {
  const found: Ask[] = [];
  let generic = -20;
  for (const [n, clause] of clauses.entries()) {
    const last = found.at(-1);
    const own = asksIn(clause, n);
    const actor = clause.actor;
    if (
      own.length === 0 &&
      last &&
      POSSESSIVE.test(clause.words) &&
      (actor === 'plaintiff' || actor === 'defendant')
    ) {
      found.push({ clause: n, mention: last.mention, by: actor, score: 5 });
    }
    if (
      /\b(?:two|three|the following) (?:papers|documents|submissions)\b/i.test(clause.words) &&
      DELIVER.test(clause.words)
    )
      generic = n;
    const [mention] = mentionsIn(clause);
    if (mention && COUNTED.test(clause.words) && n - generic < 20) {
      found.push({ clause: n, mention, by: 'each party', score: 6 });
    } else found.push(...own);
  }
  return found;
}

/** In "If statements are exchanged, ..." the statement is only spoken of. */
export const inCondition = (clause: Clause, m: Mention): boolean =>
  /^\W*(?:if|when|where|unless|once|after)\b/i.test(clause.text.trimStart()) &&
  clause.text.indexOf(',', m.end) > 0;

function asksIn(clause: Clause, n: number): Ask[] {
  const asks = mentionsIn(clause)
    .filter((m) => !inCondition(clause, m))
    .flatMap((mention) => {
      const score = scoreOf(clause, mention);
      const actor = clause.actor === 'court' || clause.actor === null ? null : clause.actor;
      return score > 0 ? [{ clause: n, mention, by: mention.owner ?? actor, score }] : [];
    });
  // Where several sorts are named, one is asked for and the others are spoken of.
  const best = Math.max(...asks.map((a) => a.score));
  const main = asks.find((a) => a.score === best);
  return asks.filter((a) => a === main || a.mention.head === main?.mention.head);
}

/** How plainly a clause asks for the paper that it mentions. */
function scoreOf(clause: Clause, m: Mention): number {
  const { words } = clause;
  if (
    FOREIGN.test(words) &&
    !/\b(?:settlement|mediation|confidential) (?:conference )?(?:letter|statement|memorandum|brief|summary)/i.test(
      words,
    )
  )
    return 0;
  const delivered = DELIVER.test(words.replace(new RegExp(`\\b${m.head}s?\\b`, 'gi'), ' '));
  // "shall not submit statements": none is asked for.
  if (
    /\b(?:shall|must|should|may|need|do|will) not (?:\w+ )?(?:submit|send|file|prepare|provide|deliver|write)\b(?:(?!\bbut\b)[^.;]){0,60}$/i.test(
      clause.text.slice(0, m.start),
    )
  )
    return 0;
  // "the parties exchange written proposals": demand and answer by another name.
  if (m.kind === 'proposal' && /\bexchang\w+(?: [\w-]+){0,3}$/i.test(clause.text.slice(0, m.start).trimEnd()))
    return 0;
  if (/\bno (?:other |further )?(?:[\w-]+ ){0,3}$/i.test(`${m.before} `)) return 0;
  let score = 0;
  if (delivered) score += 2;
  if (delivered && clause.actor !== null && clause.actor !== 'court') score += 1;
  if (
    /\b(?:settlement|mediation|confidential|ex parte|conference|attendance|attendee|participa\w+|acknowledge?ment|pre-?mediation|position|evaluation)\b/i.test(
      m.before,
    )
  )
    score += 2;
  if (delivered && COURTWARD.test(words.replace(/@/g, ' court '))) score += 1;
  if (
    /\b(?:no later than|not later than|on or before|before the|prior to|due|weeks? before|[Bb]y (?:\w+day|[A-Z][a-z]+ \d|noon|\d)|days|not less than|at least|weeks|hours)\b/.test(
      words,
    ) &&
    delivered
  )
    score += 1;
  if (/\bpages?\b/i.test(words)) score += 1;
  if (m.owner) score += HOLDS_NEXT.test(clause.text.slice(m.end, m.end + 50)) ? 3 : 1;
  if (
    /\b(?:previous|already|(?:have|has|had|was|were) (?:been )?(?:sent|submitted|received|reviewed|exchanged|filed))\b/i.test(
      words,
    ) &&
    !/\b(?:shall|must|should|is to|are to|will|due)\b/i.test(words)
  )
    score -= 6;
  if (m.kind === 'other') {
    if (
      !delivered ||
      clause.actor === 'court' ||
      (m.head !== 'agenda' && /\b(?:joint|jointly|deputy|case manager)\b/i.test(words))
    )
      return 0;
    if (/\b(?:fax|send|e-?mail|mail|serve|give|hand) the other\b/i.test(words)) score += 1;
    const own =
      /\b(?:position|settlement|mediation|evaluation)$/i.test(m.before) &&
      !/s$/i.test(clause.text.slice(m.start, m.end));
    if (/^(?:paper|document|submission|report|notice|narrative|materials|outline)$/.test(m.head) && !own)
      return 0;
    if (m.head === 'response' && !/\bproposal\b/i.test(words)) return 0;
    if (m.head === 'list' && !/\b(?:everyone|persons?|people|attend\w*|participants|whom|who)\b/i.test(words))
      return 0;
    if (m.head === 'form' && /\b(?:form of|in (?:a|the) form|forms? order)\b/i.test(words)) return 0;
  }
  if (m.kind === 'proposal' && !/\b(?:settlement|written)\b|\b(?:a|each|its) proposal\b/i.test(words))
    score -= 2;
  return score;
}

/** Letters that only pass between the parties are their demand and response where the court gets another paper. */
function withoutCorrespondence(clauses: readonly Clause[], papers: readonly Paper[]): Paper[] {
  const toCourt = (p: Paper): boolean =>
    clauses.some(
      (c, n) =>
        (asksIn(c, 0).some((a) => a.mention.head === p.head) || goesOnAbout(clauses, n, p)) &&
        COURTWARD.test(c.words.replace(/@/g, ' court ')) &&
        DELIVER.test(c.words) &&
        !/\b(?:copies of|the) (?:the |their )?\w+ (?:exchanged|previously|that (?:were|they) exchanged)\b/i.test(
          c.words,
        ) &&
        !/\b(?:court|chambers|judge) does not\b/i.test(c.words),
    );
  const toParty = (p: Paper): boolean =>
    PARTYWARD.test(clauses[p.clause]?.words ?? '') &&
    !/\b(?:not|nor) (?:be )?(?:\w+ (?:or|and|nor) )?(?:serve|serving|shared?|given|sent|shown)/i.test(
      clauses[p.clause]?.words ?? '',
    );
  const withCourt = papers.filter((p) => toCourt(p) || !toParty(p));
  return withCourt.length > 0 ? withCourt : [...papers];
}

/** "It is e-mailed at the same time to chambers", right behind the clause that asks for the paper. */
const goesOnAbout = (clauses: readonly Clause[], n: number, p: Paper): boolean =>
  n > p.clause && n - p.clause <= 2 && /^(?:it|they|a copy)\b/i.test(clauses[n]?.words ?? '');

export const goesToCourt = (words: string): boolean => COURTWARD.test(words.replace(/@/g, ' court '));
export const goesToParty = (words: string): boolean => PARTYWARD.test(words);
