import type { Clause } from './clauses.ts';

export type Kind = 'letter' | 'statement' | 'memorandum' | 'brief' | 'summary' | 'proposal' | 'other';

/** A paper spoken of. Offsets into the clause's text. */
export interface Mention {
  readonly kind: Kind;
  /** The noun, in small letters and the singular. */
  readonly head: string;
  /** What stands before it: "confidential settlement conference". */
  readonly before: string;
  readonly start: number;
  readonly end: number;
  /** Whose it is, where the words say so: "Plaintiff's letter". */
  readonly owner: 'plaintiff' | 'defendant' | null;
}

const HEADS: readonly (readonly [string, Kind])[] = [
  ['letters?(?![- ](?:motions?|requests?|briefs?))', 'letter'],
  ['statements?', 'statement'],
  ['memorand(?:um|a|ums)|memos?', 'memorandum'],
  ['briefs?', 'brief'],
  ['summar(?:y|ies)', 'summary'],
  ['proposals?', 'proposal'],
  [
    'synops[ei]s|addend(?:um|a)|questionnaires?|worksheets?|forms?|agendas?|lists?|responses?|papers?|submissions?|reports?|outlines?|documents?|materials|charts?|chronolog(?:y|ies)|notices?|narratives?',
    'other',
  ],
];
const HEAD = new RegExp(`\\b(?:${HEADS.map(([source]) => `(${source})`).join('|')})\\b(?!-)`, 'gi');

/** Papers that are not what this reader looks for, by what stands before or behind the noun. */
const FOREIGN_BEFORE =
  /\b(?:opening|closing|financial|witness|exhibit|witnesses and|exhibits?|status|pretrial|pre-trial|discovery|expert|one-sentence|joint (?:status|discovery)|case management|five-minute|brief oral|oral|privilege|impact|bank|billing|cover|motion|engagement|demand|proposed|mission|sworn|written|joint|bill|trial|reply|appellate|amicus|26\(f\)|scheduling|dismissal|closing|docket|draft|complaint|victim|jury|claim|default|account)\s+(?:lists? of )?$/i;
const FOREIGN_BEHIND =
  /^\s*(?:of (?:claims?|appeal|dismissal|work|position on|attorneys?|related|discovery)|to continue|motions?|made|jury|judgment|calendar|trial|disclosure forms?)\b/i;

export function mentionsIn(clause: Clause): Mention[] {
  const found: Mention[] = [];
  const marked = markings(clause.text);
  for (const m of clause.text.matchAll(HEAD)) {
    if (marked.some(([a, b]) => m.index > a && m.index < b)) continue;
    const at = HEADS.findIndex((_, i) => m[i + 1] !== undefined);
    const kind = HEADS[at]?.[1] ?? 'other';
    const before =
      /(?:[\w'-]+\s+){0,6}$/.exec(clause.text.slice(Math.max(0, m.index - 70), m.index))?.[0] ?? '';
    const behind = clause.text.slice(m.index + m[0].length, m.index + m[0].length + 40);
    // "no later than the statement": a time, not the paper.
    if (
      /\b(?:than|before|after|until) (?:(?:the|its|their) (?:[\w-]+ ){0,3})?$/i.test(
        before.replace(/\s+/g, ' '),
      )
    )
      continue;
    // "shall list the fees" and "to report" are no papers.
    if (kind === 'other' && /\b(?:shall|must|should|will|may|to)\s+(?:also\s+|briefly\s+)?$/i.test(before))
      continue;
    if (kind === 'brief' && !isNoun(m[0], before, behind)) continue;
    if (
      kind === 'summary' &&
      (/^\s+(?:judgment|jury|calendar)/i.test(behind) ||
        (/^\s+of (?!not\b|no\b|at\b|up\b|\w+ pages)/i.test(behind) &&
          !/\b(?:confidential|settlement|mediation|ex parte)\b/i.test(before)))
    )
      continue;
    if (
      kind === 'statement' &&
      /^\s+of\s+(?!no\b|not\b|at\b|up\b|\w+\s+pages)/i.test(behind) &&
      !/settlement|conference|mediation|confidential/i.test(before)
    )
      continue;
    found.push({
      kind,
      head: singular(m[0].toLowerCase()),
      before: before.replace(/\s+/g, ' ').trim(),
      start: m.index,
      end: m.index + m[0].length,
      owner: ownerOf(before),
    });
  }
  return found.filter((x) => !foreign(clause, x));
}

/** What a paper is to bear names no paper: marked "Settlement Submission". */
const markings = (text: string): [number, number][] =>
  [
    ...text.matchAll(
      /\b(?:marked|bears?|bearing|legend|labell?ed|words?|stamped|headed|writes?|reads?|subject line)\b[^"]{0,30}"([^"]{3,160})"/gi,
    ),
  ].map((m) => [m.index + m[0].indexOf('"'), m.index + m[0].length]);

function foreign(clause: Clause, m: Mention): boolean {
  if (FOREIGN_BEHIND.test(clause.text.slice(m.end, m.end + 40))) return true;
  if (/\b(?:settlement|mediation|confidential|ex parte|position)\b/i.test(m.before))
    return /\bagreement$/i.test(m.before);
  if (m.head === 'letter' && /\bopening$/i.test(m.before)) return false;
  if (m.head === 'agenda') return false;
  return FOREIGN_BEFORE.test(`${m.before} `) && !/\bwritten $/i.test(`${m.before} `);
}

/** "a brief account" is no brief. */
const isNoun = (word: string, before: string, behind: string): boolean =>
  (/s$/i.test(word) ||
    /^(?:[.,;:)'"]|\s*$|\s+(?:must|shall|should|is|are|was|were|has|had|can|may|will|of|to|that|which|not|no|at|by|in|on|setting|and shall|and must|addressing|containing|and|or|with|if|so|from|for|before|contains?)\b)/i.test(
      behind,
    )) &&
  !/\b(?:be|is|as|very|being)\s+$/i.test(before);

const ownerOf = (before: string): Mention['owner'] =>
  /\b(?:answering|responding|responsive|reply|response)\s+(?:settlement\s+)?$/i.test(before)
    ? 'defendant'
    : /\bopening\s+(?:settlement\s+)?$/i.test(before)
      ? 'plaintiff'
      : /\b(?:plaintiffs?'s?|claimants?'s?|plaintiffs?)\s+(?:(?:own|settlement|confidential|mediation|opening|written|first|position|conference)\s+){0,3}$/i.test(
            before,
          ) && /'\s?s?\s/.test(`${before} `)
        ? 'plaintiff'
        : /\b(?:defendants?'s?|defense counsel's)\s+(?:(?:own|settlement|confidential|mediation|written|position|conference)\s+){0,3}$/i.test(
              before,
            )
          ? 'defendant'
          : null;

function singular(word: string): string {
  if (word === 'memoranda' || word.startsWith('memo')) return 'memorandum';
  if (/^synops/.test(word)) return 'synopsis';
  if (/^addend/.test(word)) return 'addendum';
  if (word === 'materials') return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '');
}

/** Verbs by which a paper comes to somebody. */
export const DELIVER =
  /\b(?:submit(?:s|ted|ting)?|send(?:s|ing)?|sent|e-?mail(?:s|ed|ing)?|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing|y)?|furnish(?:es|ed)?|lodg(?:e|es|ed)|serv(?:e|es|ed)|transmit(?:s|ted)?|suppl(?:y|ies|ied)|hand(?:s|ed)?|mail(?:s|ed)?|fax(?:es|ed)?|exchang(?:e|es|ed)|tender(?:s|ed)?|forward(?:s|ed|ing)?|give|gives|given|file|files|filed|present(?:s|ed)?|bring|brings|upload(?:s|ed)?|reach(?:es)?|receives?|received|due|prepares?|prepared|write|writes|put in|in chambers|in the hands of|left|leave|goes to|copied|call for|dropped|comes?|completed?|asks?(?: [\w']+){0,2} for|wants?|receive|directed to|required (?:from|of)|(?:respond|answer|repl(?:y|ies))s? with an?)\b/i;
