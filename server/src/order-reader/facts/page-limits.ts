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
  `\\b(${NUMBER}|a single|one)[\\s-]{1,3}(?:\\(\\d{1,3}\\)\\s)?(?:(?:${SORT}),?\\s(?:and\\s)?){0,3}(?:pages?|sheets?|sides)\\b`,
  'gi',
);
const EXHIBITS =
  '(?:exhibits?|attachments?|appendi(?:x|ces)|supporting (?:documents?|materials?|papers)|enclosures?|other exhibits)';
const OF_EXHIBITS = new RegExp(
  `^\\s*(?:in (?:all|total)\\s)?(?:of|in)\\s(?:\\d{1,2}\\s)?(?:(?:any|all|supporting|other|such|documentary|total|key)\\s){0,2}${EXHIBITS}\\b`,
  'i',
);
const ON_EXHIBITS = new RegExp(
  `\\b${EXHIBITS}\\b(?:[^.;]{0,30})?\\s(?:may|shall|must|should|can|will|are|is|not|limited|up|to|exceed\\w*|run|total\\w*|past|together|do|than|more|no|longer|in|all|permitted|at|most|of|the)\\b[^.;]{0,50}$|\\b${EXHIBITS}:?\\s*$`,
  'i',
);
const UP_TO =
  /\b(?:not|no|never|neither|nor|at most|up to|limit\w*|within|under|maximum|max|longer|more than|fewer|less|exceed\w*|beyond|past|stops?|keep|cap\w*|length|preferr?ed|run|hold|held|restrict\w*|confine\w*|over|than|most|ceiling)\b/i;
const NEGATIVE_EXHIBITS = new RegExp(
  `\\b(?:no ${EXHIBITS}\\b|without ${EXHIBITS}\\b|${EXHIBITS}(?: and ${EXHIBITS})?(?: of any kind)?[^.;]{0,30}\\b(?:not (?:be )?(?:allowed|permitted|accepted|attached|included|submitted|welcome|considered|enclosed|sent)|prohibited|forbidden|may not accompany)|not (?:attach|include|enclose|append|send|submit)(?: me| us| any| your| the)* ${EXHIBITS}|nothing (?:whatever )?(?:is to|may|shall|should|must) be attached|${EXHIBITS}:? (?:are )?not permitted)`,
  'i',
);
const PAPER_COPY =
  /\b(?:hard cop(?:y|ies)|paper (?:courtesy )?cop(?:y|ies)|courtesy cop(?:y|ies)|printed cop(?:y|ies)|bound cop(?:y|ies)|binder|on paper|in paper form|tabbed)\b/i;

/** The limits in the clauses that speak of a paper. */
export function pageLimits(clauses: readonly Clause[]): PageLimits {
  let text: Read<PageLimit> | null = null;
  let exhibits: Read<number> | null = null;
  let hardCopy: Read<number> | null = null;
  let conditional: Read<number> | null = null;
  for (const c of clauses) {
    for (const m of c.text.matchAll(PAGES)) {
      const max = /^(?:a single|one)$/i.test(m[1] ?? '') ? 1 : numberOf(m[1] ?? '');
      if (max === undefined || max > 80) continue;
      const before = c.text.slice(0, m.index).replace(/\s+/g, ' ');
      const after = c.text.slice(m.index + m[0].length).replace(/\s+/g, ' ');
      const at = (confidence: number): Read<number> =>
        read(max, c.start + m.index, c.start + m.index + m[0].length, confidence);
      if (
        PAPER_COPY.test(c.words) &&
        /\b(?:if|where|when|whose|that (?:is|are)|attachments|exhibits)\b/i.test(before) &&
        /(?<!\b(?:not?|to) )\b(?:exceed\w*|longer than|more than|over|larger than|in excess of)\s*$/i.test(
          before,
        )
      )
        hardCopy ??= at(0.9);
      else if (
        OF_EXHIBITS.test(after) ||
        ON_EXHIBITS.test(before) ||
        /^\s*(?:may be (?:attached|appended)|of (?:supporting|documents))/i.test(after)
      )
        exhibits ??= at(0.9);
      else if (
        /\b(?:first|each|top of|every|per)\s*$/i.test(before) ||
        /^\s*(?:per day|transcript|notice)/i.test(after)
      )
        continue;
      else if (/\b(?:needs? more than|two or|or)\s*$/i.test(before)) continue;
      else if (
        /\b(?:where|if|when|in (?:a )?cases? (?:with|where|of))\b/i.test(before.slice(-110)) &&
        text !== null
      )
        conditional ??= at(0.8);
      else if (
        UP_TO.test(before.slice(-70)) ||
        UP_TO.test(after.slice(0, 44)) ||
        /\bof\s*$/i.test(before) ||
        /-page\b/i.test(m[0]) ||
        /\bpage\b/i.test(m[0])
      ) {
        text ??= read(
          {
            max,
            soft: /\b(?:preferr?ed|should (?:not|be)|ordinarily|generally|try to|urged|recommended|ideally)\b/i.test(
              c.words,
            ),
            leave: /\b(?:leave|permission|unless (?:otherwise )?(?:permitted|authorized|granted))\b/i.test(
              c.words,
            ),
          },
          c.start + m.index,
          c.start + m.index + m[0].length,
          0.93,
        );
      }
    }
    const none = NEGATIVE_EXHIBITS.exec(c.text);
    if (
      none &&
      exhibits === null &&
      !/\b(?:more than|exceed|longer)\b/i.test(c.text.slice(none.index, none.index + 60))
    ) {
      exhibits = read(0, c.start + none.index, c.start + none.index + none[0].length, 0.9);
    }
  }
  return { text, exhibits, hardCopy, conditional };
}
