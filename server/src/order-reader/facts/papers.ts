import type { Clause } from '../text/clauses.ts';
import type { Kind } from '../text/documents.ts';
import { type Ask, asksOf } from './paper-asks.ts';
import { withoutAlternatives, withoutCorrespondence } from './paper-doubles.ts';

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
  /** Its name stands only where both sides' are sent on: "copies of these letters". It is asked for as the demand or the offer. */
  readonly implied: boolean;
  /** What is said of it without naming a side holds for the other side's as well: it was first asked of each party. */
  readonly shared: boolean;
  /** It is not ordered but allowed. */
  readonly optional: boolean;
}

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
    const shared = asks.some(
      (a) => a.by === 'each party' && a.clause < Math.min(plaintiff.clause, defendant.clause),
    );
    found.push(
      { ...paper(clauses, plaintiff, 'plaintiff'), shared },
      { ...paper(clauses, defendant, 'defendant'), shared },
    );
    const last = Math.max(plaintiff.clause, defendant.clause);
    const more = strong.find(
      (a) => a.by === 'each party' && a.clause > last && anotherOne(clauses[a.clause], a),
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

/** "Each party must also send a confidential letter": one more than those that the sides exchange. */
function anotherOne(clause: Clause | undefined, { mention }: Ask): boolean {
  const before = (clause?.text ?? '').slice(Math.max(0, mention.start - 70), mention.start);
  return (
    /\ban? (?:(?!party|side|whose|that|which|of|copy)[\w-]+,? ){0,5}$/i.test(before.replace(/\s+/g, ' ')) &&
    (/\b(?:also|additional|separate|second|further|another|in addition)\b/i.test(clause?.words ?? '') ||
      /\b(?:confidential|ex parte|private)\b[^;()]{0,40}$/i.test(before))
  );
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
    shared: false,
    implied: ask.implied === true,
    onlyIfExchanged: /^\W*(?:if|where|when)\b[^,]{0,90}\bexchanged\b/i.test(clause?.words ?? ''),
    optional:
      clause !== undefined &&
      /\b(?:may|is free to|are free to|encouraged to|invited to)\b/i.test(clause.words) &&
      !/\b(?:shall|must|is to|are to)\b/i.test(clause.words),
  };
}
