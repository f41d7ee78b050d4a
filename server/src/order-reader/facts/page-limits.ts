import type { Clause } from '../text/clauses.ts';
import { NUMBER, numberOf } from '../text/numbers.ts';
import { type Read, read } from '../text/reading.ts';

export interface PageLimit {
  readonly max: number;
  /** "preferred", "should": a limit all the same, but a soft one. */
  readonly soft: boolean;
  /** Leave of the court lifts it. */
  readonly leave: boolean;
}

export interface PageLimits {
  readonly text: Read<PageLimit> | null;
  readonly exhibits: Read<number> | null;
  /** Attachments or letters longer than this call for paper. */
  readonly hardCopy: Read<number> | null;
  /** A limit that holds only in some cases, to be asked about. */
  readonly conditional: Read<number> | null;
}

const SORT =
  '(?:double-?\\s?spaced|single-?\\s?spaced|typed|typewritten|typescript|written|letter-size|numbered|total|text|printed|short)';
const PAGES = new RegExp(
  `\\b(${NUMBER}|a single|one)[\\s-]{1,3}(?:\\(\\d{1,3}\\)\\s{1,9})?(?:(?:${SORT}),?\\s(?:and\\s)?){0,3}(?:pages?|sheets?|sides)\\b`,
  'gi',
);
const EXHIBITS =
  '(?:exhibits?|attachments?|appendi(?:x|ces)|supporting (?:documents?|materials?|papers)|enclosures?|other exhibits)';
const OF_EXHIBITS = new RegExp(
  `^\\s*(?:in (?:all|total)\\s)?(?:of|in)\\s(?:\\d{1,2}\\s)?(?:(?:any|all|supporting|other|such|documentary|total|key)\\s){0,2}${EXHIBITS}\\b`,
  'i',
);
const ON_EXHIBITS = new RegExp(
  `\\b${EXHIBITS}\\b(?:[^.;]{0,30})?\\s(?:may|shall|must|should|can|will|are|is|not|limited|up|under|below|within|over|to|exceed\\w*|run|total\\w*|past|together|do|than|more|no|longer|in|all|permitted|at|most|of|the)\\b(?:(?!letter|statement|memorand|brief|summar)[^.;]){0,90}$|\\b${EXHIBITS}:?\\s*$`,
  'i',
);
const UP_TO =
  /\b(?:not|no|never|neither|nor|at most|up to|limit\w*|within|under|maximum|max|longer|more than|fewer|less|exceed\w*|beyond|past|stops?|keep|cap\w*|length|preferr?ed|run|hold|held|restrict\w*|confine\w*|over|than|most|ceiling)\b/i;
const NEGATIVE_EXHIBITS = new RegExp(
  `\\b(?:no ${EXHIBITS}\\b|without ${EXHIBITS}\\b|${EXHIBITS}(?: and ${EXHIBITS})?(?: of any kind)?[^.;]{0,30}\\b(?:not (?:be )?(?:allowed|permitted|accepted|attached|included|submitted|welcome|considered|enclosed|sent)|prohibited|forbidden|may not accompany)|not (?:attach|include|enclose|append|send|submit|want|need|read)(?: me| us| any| your| the)* ${EXHIBITS}|(?:may|shall|must|should|can) not (?:have|bear|carry|contain) (?:any )?${EXHIBITS}|nothing (?:whatever )?(?:is to|may|shall|should|must) be attached|${EXHIBITS}:? (?:are )?not permitted)`,
  'i',
);
const PAPER_COPY =
  /\b(?:hard cop(?:y|ies)|paper (?:courtesy )?cop(?:y|ies)|courtesy cop(?:y|ies)|printed cop(?:y|ies)|bound cop(?:y|ies)|binder|on paper|in paper form|tabbed)\b/i;

/** What a number of pages is the limit of. */
type Limits = 'text' | 'advice' | 'exhibits' | 'hardCopy' | 'conditional' | null;

/** Said of what is usual, not of what is allowed: the limit stands elsewhere, if there is one. */
const ADVICE =
  /\b(?:enough|suffic\w+|does the job|will do|usually|(?:is|are|be) ideal|(?:is|are|be) plenty|ordinarily)\b/i;
/** "not to go beyond five", "in no event may it exceed eight", "is raised to eight": the noun stood before. */
const BARE = new RegExp(
  `\\b(?:exceed|(?:go|run) (?:beyond|over|past)|(?:be |run )?(?:longer|more) than|stop(?: reading)? (?:at|after)|raised to|reduced to|limited to)\\s+(${NUMBER})(?=\\s*(?:[.,;)]|$|if|in view|without|absent|unless|in any))|\\b(${NUMBER}) (?:is|are|being) (?:the )?(?:ceiling|maximum|limit|most)\\b`,
  'gi',
);

/** The limits in the clauses that speak of a paper. */
export function pageLimits(clauses: readonly Clause[]): PageLimits {
  const found: { of: Limits; max: number; start: number; end: number; words: string }[] = [];
  let none: Read<number> | null = null;
  for (const [n, c] of clauses.entries()) {
    const near = `${clauses[n - 1]?.words ?? ''} ${c.words}`;
    for (const m of c.text.matchAll(PAGES)) {
      const max = /^(?:a single|one)$/i.test(m[1] ?? '') ? 1 : numberOf(m[1] ?? '');
      if (max === undefined || max < 1 || max > 80) continue;
      const of = limits(c, m.index, m[0], near);
      const start = c.start + m.index;
      if (of !== null) found.push({ of, max, start, end: start + m[0].length, words: c.words });
    }
    if (/\bpages?\b|\blonger\b/i.test(near)) {
      for (const m of c.text.matchAll(BARE)) {
        const max = numberOf(m[1] ?? m[2] ?? '');
        if (max === undefined || max < 1 || max > 80) continue;
        const start = c.start + m.index;
        found.push({ of: 'text', max, start, end: start + m[0].length, words: c.words });
      }
    }
    const no = NEGATIVE_EXHIBITS.exec(c.text);
    if (
      no &&
      !/\b(?:more than|exceed\w*|longer|over|beyond|in excess)\b/i.test(c.text.slice(no.index, no.index + 60))
    )
      none ??= read(0, c.start + no.index, c.start + no.index + no[0].length, 0.9);
  }
  const first = (of: Limits, confidence: number): Read<number> | null => {
    const x = found.find((f) => f.of === of);
    return x ? read(x.max, x.start, x.end, confidence) : null;
  };
  const hardCopy = first('hardCopy', 0.9);
  const own = found.find((f) => f.of === 'text') ?? found.find((f) => f.of === 'advice');
  // A limit for some cases is one beside another; alone it is the limit.
  const text = own ?? found.find((f) => f.of === 'conditional');
  return {
    text: text ? read(limitOf(text), text.start, text.end, text.of === 'advice' ? 0.75 : 0.93) : null,
    exhibits: first('exhibits', 0.9) ?? none,
    hardCopy,
    conditional: own ? first('conditional', 0.8) : null,
  };
}

const limitOf = (x: { max: number; words: string; of: Limits }): PageLimit => ({
  max: x.max,
  soft:
    x.of === 'advice' ||
    /\b(?:preferr?ed|should (?:not|be)|ordinarily|generally|typically|try to|urged|recommended|ideally|if you can|usually)\b/i.test(
      x.words,
    ),
  leave: /\b(?:leave|permission|unless (?:otherwise )?(?:permitted|authorized|granted))\b/i.test(x.words),
});

/** What the number of pages found at an offset of a clause limits. */
function limits(c: Clause, at: number, words: string, near: string): Limits {
  const before = c.text.slice(0, at).replace(/\s+/g, ' ');
  const after = c.text.slice(at + words.length).replace(/\s+/g, ' ');
  const over =
    /(?<!\b(?:not?|to) )\b(?:exceed\w*|longer than|more than|over|larger than|in excess of|containing more than)\s*$/i.test(
      before,
    );
  if (PAPER_COPY.test(c.words) && over && CONDITION.test(before)) return 'hardCopy';
  if (/\b(?:counted|count|included|include) (?:in|toward|within|against) (?:the|those|these) $/i.test(before))
    return null;
  if (
    OF_EXHIBITS.test(after) ||
    headed(near, c.words) ||
    ON_EXHIBITS.test(before) ||
    /^\s*(?:(?:may|can) (?:be (?:attached|appended|submitted)|accompany)|of (?:supporting|documents))/i.test(
      after,
    ) ||
    (/^\s*of them\b/i.test(after) && new RegExp(EXHIBITS, 'i').test(near))
  )
    return 'exhibits';
  if (
    /\b(?:first|each|top of|every|per)\s*$/i.test(before) ||
    /^\s*(?:per day|transcript|notice|or (?:less|fewer) (?:should|shall|may|must|can) (?:only )?be (?:e-?mailed|sent|submitted))/i.test(
      after,
    )
  )
    return null;
  if (/\b(?:needs? more than|two or|(?<!\bwords,? )or)\s*$/i.test(before)) return null;
  if (/\bwords,? or\s*$/i.test(before)) return 'text';
  if (/\b(?:where|if|when|in (?:a )?cases? (?:with|where|of))\b/i.test(before.slice(-110)))
    return 'conditional';
  // "ordinarily two to four pages"
  if (/\b(?:ordinarily|usually|typically|generally|normally|often|most)\b[^.;]{0,30}\bto\s*$/i.test(before))
    return 'advice';
  if (ADVICE.test(after.slice(0, 40)) || /\busually\b[^.;]{0,30}$/i.test(before)) return 'advice';
  return /\bhow (?:long|many pages)\b/i.test(near) ||
    UP_TO.test(before.slice(-70)) ||
    UP_TO.test(after.slice(0, 44)) ||
    /\b(?:of|length:?)\s*$/i.test(before) ||
    /page\b/i.test(words)
    ? 'text'
    : null;
}

/** "Exhibits. Ten pages is the maximum." */
const headed = (near: string, words: string): boolean =>
  new RegExp(`^(?:\\W|\\d)*${EXHIBITS}[.:]\\s*$`, 'i').test(near.slice(0, near.length - words.length));

const CONDITION = /\b(?:if|where|when|should|whose|that (?:is|are)|containing|attachments|exhibits)\b/i;
