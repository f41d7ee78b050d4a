import { goesToCourt } from '../text/addressees.ts';
import { type Clause, MODAL } from '../text/clauses.ts';
import { DELIVER, type Mention, mentionsIn } from '../text/documents.ts';
import { FOREIGN } from '../text/foreign.ts';
import { HOLDS } from '../text/holds.ts';
import { isQuestion } from '../text/questions.ts';
import { lettersBehind } from './implied-letters.ts';
import type { By } from './papers.ts';

const HOLDS_NEXT = new RegExp(
  `^(?:\\s+the (?:plaintiff|defendant|party|writer))?\\s+(?:shall|must|should|is to|will)?\\s*(?:also )?${HOLDS}\\b`,
  'i',
);

/** A paper that a clause asks for; `score` tells how plainly. */
export interface Ask {
  readonly clause: number;
  readonly mention: Mention;
  readonly by: By | null;
  readonly score: number;
  /** Only the later words "these letters" call it so. */
  readonly implied?: boolean;
}

/** "Plaintiff shall mail his": the paper that was spoken of last. */
const POSSESSIVE =
  /\b(?:mail|send|transmit|e-?mail|deliver|submit|provide|furnish|lodge|fax)\w*\s+(?:his|hers|theirs|its own)\b(?! \w*\s?(?:letter|statement|brief))/i;
/** "The second is a case synopsis." */
const COUNTED =
  /^(?:the |one )?(?:first|second|third|one|other|former|latter)(?: of these)? (?:paper |document )?is (?:to be )?an?\b/i;

/** Every paper that is asked for, in the sequence of the clauses. */
export function asksOf(clauses: readonly Clause[]): Ask[] {
  const found: Ask[] = [];
  let generic = -20;
  for (const [n, clause] of clauses.entries()) {
    const last = found.at(-1);
    const own = asksIn(
      clause,
      n,
      isQuestion(clauses[n - 1] ?? clause) && DELIVER.test(clauses[n - 1]?.words ?? ''),
    );
    if (isQuestion(clause)) continue;
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
  return [...lettersBehind(clauses, found), ...found];
}

/** The condition is over, and a duty was told. */
const BY_THEN = new RegExp(`,[^]*\\b${MODAL}\\b`, 'i');
/** In "If statements are exchanged, ..." the statement is only spoken of. */
export const inCondition = (clause: Clause, m: Mention): boolean =>
  /^\W*(?:if|when|where|unless|once|after)\b/i.test(clause.text.trimStart()) &&
  clause.text.indexOf(',', m.end) > 0 &&
  !BY_THEN.test(clause.text.slice(0, m.start));

export function asksIn(clause: Clause, n: number, asked = false): Ask[] {
  const asks = mentionsIn(clause)
    .filter((m) => !inCondition(clause, m))
    .flatMap((mention) => {
      const score = scoreOf(clause, mention, asked);
      const actor = clause.actor === 'court' || clause.actor === null ? null : clause.actor;
      return score > 0 ? [{ clause: n, mention, by: mention.owner ?? actor, score }] : [];
    });
  // Where several sorts are named, one is asked for and the others are spoken of.
  const best = Math.max(...asks.map((a) => a.score));
  const main = asks.find((a) => a.score === best);
  return asks.filter(
    (a) =>
      a === main ||
      a.mention.head === main?.mention.head ||
      (main && beside(clause.text, main.mention, a.mention)),
  );
}

/** "The letter and the acknowledgment form are due": both are asked for. */
const beside = (text: string, a: Mention, b: Mention): boolean =>
  a.start < b.start &&
  /^\s*(?:,? (?:and|together with|along with)) (?:an? |the |its |their )(?:[\w-]+ ){0,3}$/i.test(
    text.slice(a.end, b.start).replace(/\s+/g, ' '),
  );

/** How plainly a clause asks for the paper that it mentions. */
function scoreOf(clause: Clause, m: Mention, asked: boolean): number {
  const { words } = clause;
  if (
    FOREIGN.test(words) &&
    !/\b(?:settlement|mediation|confidential) (?:conference )?(?:letter|statement|memorandum|brief|summary)/i.test(
      words,
    )
  )
    return 0;
  // "What do we send? A memorandum from each side."
  const delivered =
    asked ||
    (words.startsWith('|') && clause.actor !== null && clause.actor !== 'court') ||
    /^\s+(?:from|by) (?:each|every|both|all|the parties)\b/i.test(clause.text.slice(m.end)) ||
    DELIVER.test(words.replace(new RegExp(`\\b${m.head}s?\\b`, 'gi'), ' '));
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
  // "put it in a separate letter"
  if (/\bseparate$/i.test(m.before) && /\b(?:put|write|say|tell|send|submit)\b/i.test(words)) score += 3;
  if (delivered && goesToCourt(words)) score += 1;
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
