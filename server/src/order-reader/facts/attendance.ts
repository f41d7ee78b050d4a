import { type Read, type Reading, read } from '../text/reading.ts';

export interface Attendance {
  /** The word by which the order calls the authority; all of them mean a full one. */
  readonly authority: Read<'full' | 'unlimited' | 'complete' | 'ultimate'> | null;
  /** It asks for presence in person, in a sentence about who attends. */
  readonly inPerson: Read<true> | null;
  /** It speaks of attending from elsewhere, without refusing it. */
  readonly remote: Read<true> | null;
  /** The ways of doing so that it names. */
  readonly ways: readonly ('video' | 'phone')[];
  readonly leadCounsel: Read<true> | null;
  readonly insurer: Read<true> | null;
}

const SORT = '(?:full|complete|ultimate|unlimited|final|unrestricted|plenary|unfettered|absolute)';
const AUTHORITY = new RegExp(
  `\\b(${SORT})(?:,? (?:and|or) (?:\\w+ )?(?:${SORT}|binding|independent))?(?:, (?:and )?not (?:merely |just )?\\w+)?,? (?:settlement |negotiating |decision-?making )?authority\\b|\\bauthority(?:, | that is | to settle | (?:must|shall|should|has to) be )(${SORT})\\b|\\b(${SORT}) (?:power|discretion|authorization) to (?:settle|negotiate|resolve|bind)|\\b(ultimate|final) responsibility for (?:deciding|determining|the decision|approving)|\\b(${SORT}) settlement (?:power|discretion|authorization)\\b|\\bauthority\\b[^.;]{0,60}\\b(?:up to|of|in|for) the (full) (?:amount|extent|value)`,
  'i',
);

/** Who must come, and with what authority. */
export function attendanceOf(r: Reading): Attendance {
  // A heading in capitals is not the order's own word.
  const all = [...r.text.replace(/\s/g, ' ').matchAll(new RegExp(AUTHORITY, 'gi'))];
  const m = all.find((x) => /[a-z]{3}/.test(x[0])) ?? all[0];
  const word = (m?.slice(1).find((w) => w !== undefined) ?? '').toLowerCase();
  const kind = word === 'unlimited' || word === 'complete' || word === 'ultimate' ? word : 'full';
  return {
    authority: m ? read(kind, m.index, m.index + m[0].length, 0.95) : null,
    inPerson: said(r, IN_PERSON, 0.85),
    remote: said(r, VIDEO, 0.7, REFUSED) ?? said(r, PHONE, 0.7, REFUSED),
    ways: [
      ...(said(r, VIDEO, 0.7, REFUSED) ? (['video'] as const) : []),
      ...(said(r, PHONE, 0.7, REFUSED) ? (['phone'] as const) : []),
    ],
    leadCounsel: inText(r, LEAD, 0.85),
    insurer: inText(r, INSURER, 0.8),
  };
}

const LEAD =
  /\b(?:lead (?:trial )?counsel|trial counsel|(?:the )?(?:lawyers?|attorneys?|counsel) who (?:will|would|is to|are to) try|principal trial counsel)\b[^.;]{0,60}\b(?:shall|must|is to|are to|will|has to|should|together|in person)/i;
const INSURER =
  /\b(?:insurers?|insurance (?:carriers?|compan(?:y|ies))|carriers?|adjusters?|insured part(?:y|ies))\b[^.;]{0,110}\b(?:shall|must|attends?|sends?|comes?|appear|present|too|as well|representative)/i;

/** The first sentence that a pattern fits. */
function inText(r: Reading, pattern: RegExp, confidence: number): Read<true> | null {
  for (const { start, end, words } of r.sentences) {
    if (pattern.test(words)) return read(true, start, end, confidence);
  }
  return null;
}

const IN_PERSON =
  /(?<!\bnot (?:\w+ ){0,3})(?:\bin[- ]person\b|\bphysical(?:ly)? (?:present|presence|attend\w*|appear\w*)|\bpersonal(?:ly)? (?:present|presence|attend\w*|appear\w*))/i;
const VIDEO =
  /\b(?:remote(?:ly)?|virtual(?:ly)?|video\s?-?conferenc\w*|(?:by|via|on) video|zoom|teams|webex)\b/i;
const PHONE = /\b(?:(?:by|via|over|through) (?:the )?(?:tele)?phone|telephonic(?:ally)?)\b/i;
/** Refused. What leave may be had for counts, and is asked about. */
const REFUSED = /\b(?:not|no|nobody|none|never|nor|neither|prohibited|rarely|instead)\b/i;
const ATTENDING = /\b(?:attend|appear|participat|be present|presence|conference (?:is|will|shall)|held)/i;
/** How the sides are to talk with each other, or to reach the court, is not how they attend. */
const TALKING = /\b(?:meet and confer|discussions?|telephone (?:conference|call)|status|pre-settlement)\b/i;

/** The first words of a kind in a sentence about who attends. */
function said(r: Reading, what: RegExp, confidence: number, unless?: RegExp): Read<true> | null {
  for (const { start, end } of r.sentences) {
    const words = r.text.slice(start, end).replace(/\s/g, ' ');
    const m = what.exec(words);
    if (m && ATTENDING.test(words) && !TALKING.test(words) && !unless?.test(words))
      return read(true, start + m.index, start + m.index + m[0].length, confidence);
  }
  return null;
}
