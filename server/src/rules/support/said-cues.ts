import type { Sum } from './money.ts';

/** What says that a sum was demanded or offered. */
export interface Cue {
  readonly kind: 'a demand' | 'an offer';
  /** Several: "the demands were $1 and $2". */
  readonly many: boolean;
}

/** Words between a cue and its sum are of these, names and dates; any other word makes the sum doubtful. */
const BETWEEN = new Set(
  (
    'of was were is are at for in on by to the a an and as that which it its his her their our this he she they we i you ' +
    'be been being has have had then now still again also both only ' +
    'sum sums amount amounts total figure figures writing written email e-mail mail letter letters telephone phone person ' +
    'served made conveyed communicated sent dated transmitted delivered extended given put stated repeated renewed received ' +
    'present presently currently stands stood remains remained sought seeking seeks asking asked asks calling called ' +
    'about approximately roughly around some nearly almost exactly just ' +
    'settle settling settlement resolve resolution case action matter lawsuit litigation dispute claims claim pay paid payment ' +
    'global all-in inclusive lump opening initial first second third final last best revised reduced improved fresh new ' +
    'plaintiff plaintiffs defendant defendants counsel carrier insurer client clients family estate company city town county ' +
    'village state government side parties party with from up down came come moved raised lowered increased dropped back ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug ' +
    'sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday day days later same after before during ' +
    'mediation conference session through via earlier today yesterday year month week ms mr mrs dr st nd rd th s t full ' +
    'good faith good-faith compromise usd us'
  ).split(' '),
);

const NOUN_OR_VERB =
  /(?<![\p{L}-])(?:counter-?|re-?)?(?:(?<demand>demand(?:s|ed|ing)?)|(?<offer>offer(?:s|ed|ing)?|propos(?:als?|ed|es|ing)))(?![\p{L}-])|(?<![\p{L}-])(?<counter>counter(?:s|ed|ing)?)(?![\p{L}-])/giu;

/** Made by nobody who is a party, or of another kind than to settle. */
const NOT_THEIRS =
  /\b(?:mediators?|arbitrators?|union|employer|jury|verdict|court['\u2019]s|judge['\u2019]s|job|purchase|tender|salary|wage|plea|lease|employment|severance|buyout|buy-out|market|price|contract|cash-out|takeover|merger|loan|listing|complaint|prayer|ad damnum|arbitration|jury|bank|buyer|broker|seller|bidder)(?:['\u2019]s?)?(?:\W+\p{L}+){0,4}\W*$/iu;
/** Not said to have been made: denied, to come, or a case put. */
const NOT_MADE =
  /\b(?:not|never|no|nor|neither|without (?:an?|any|making|conveying)|cannot|would|will|could|might|may|should|shall|can|must|if|unless|until|prepared|willing|unwilling|ready|authorized|authority|authori[sz]e|intend\w*|plan(?:s|ned|ning)?|expect\w*|anticipat\w*|consider\w*|contemplat\w*|likely|hop(?:e|es|ed|ing)|open to|suggest\w*|recommend\w*|hypothetical|possible|potential|future|declin\w*|refus\w*|rather|instead|any|else|whether|absent|entertain\w*)\b(?:\W+[\p{L}-]+){0,4}\W*$|n['\u2019]t\b(?:\W+\p{L}+){0,4}\W*$/iu;
/** What lies between a demand and an offer is neither. */
const GAP =
  /\b(?:gap|difference|distance|spread|mid-?point|half-?way|split|average|bracket|range|between)\b/i;
const TO_COME = /\b(?:to|in order to|prior to)\s+$/i;

/** Within so many characters of its sum a cue governs it. */
const REACH = 140;

/** "a $450,000 demand". */
export function cueAfter(text: string, sum: Sum, from: number): Cue | undefined {
  const m = FOLLOWING.exec(text.slice(sum.end, sum.end + 90));
  const word = m?.groups?.what;
  if (word === undefined) return undefined;
  const before = lastClause(text.slice(from, sum.start));
  if (NOT_MADE.test(before) || NOT_THEIRS.test(before)) return undefined;
  return cueOf(word);
}
const FOLLOWING =
  /^[\s-](?:(?:written|settlement|opening|initial|final|first|second|third|revised|global|all-in|cash|last|best|and|good-faith|fresh|prior|earlier|latest|current|present|new|pre-suit|lump-sum)[\s-]){0,4}(?<what>(?:counter-?)?(?:demand|offer|proposal))s?\b(?!\s(?:of judgment|price|sheet|letter from the))/i;

/** "demanded $450,000", "a demand of $450,000", "his demand of May 3, in writing, is $450,000". */
export function cueBefore(text: string, sum: Sum, from: number, talks: boolean): Cue | undefined {
  const reach = text.slice(Math.max(from, sum.start - REACH), sum.start);
  let cue: { what: string; start: number; end: number } | undefined;
  for (const m of reach.matchAll(NOUN_OR_VERB)) {
    cue = { what: m[0], start: m.index, end: m.index + m[0].length };
  }
  if (!cue) return talks && CAME_TO.test(reach) ? { kind: 'an offer', many: false } : undefined;
  const gap = reach.slice(cue.end);
  // "lowered her demand by $50,000" tells a step, not a demand.
  if (!onlyBetween(gap) || /\bby\s+$/i.test(gap)) return undefined;
  const offset = Math.max(from, sum.start - REACH);
  const before = lastClause(text.slice(0, offset + cue.start));
  if (NOT_MADE.test(before) || NOT_THEIRS.test(before) || GAP.test(before)) return undefined;
  // "to offer", "to demand" is still to come; "moved to a demand of" is not.
  if (TO_COME.test(before) && /^(?:counter|demand|offer|propose)$/i.test(cue.what)) return undefined;
  return cueOf(cue.what);
}
/** "Plaintiffs came down to", where the sentence before told a demand or an offer. */
const CAME_TO = /\b(?:came|come|moved|went|dropped)\s(?:down|up)?\s?to\s$/i;

function cueOf(word: string): Cue {
  const low = word.toLowerCase();
  const demand = low.includes('demand');
  return {
    kind: demand ? 'a demand' : 'an offer',
    many: /(?:demands|offers|proposals)$/.test(low),
  };
}

/** The words that lead to a cue, in its clause. The month of May is no "may". */
const lastClause = (text: string): string =>
  text
    .slice(Math.max(0, text.length - 90))
    .replace(/^[\s\S]*[;:\u2014]/, '')
    .replace(/\bMay\b/g, 'June');

/** Whether nothing but words of no weight, dates and names stands here. */
function onlyBetween(gap: string): boolean {
  if (/[;?!]/.test(gap)) return false;
  return (gap.match(/[\p{L}\p{N}][\p{L}\p{N}'\u2019.-]*/gu) ?? []).every((word) => {
    const bare = word.replace(/[.'\u2019-]+$/, '').replace(/['\u2019]s$/, '');
    return (
      BETWEEN.has(bare.toLowerCase()) ||
      /^\p{Lu}/u.test(bare) ||
      /^\d{1,4}(?:st|nd|rd|th)?$/.test(bare) ||
      /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/.test(bare)
    );
  });
}

/** Whether a second sum goes on with the first: "$1 (May 3) and $2 (May 9)", "from $2 to $1". */
export function linked(text: string, before: Sum, sum: Sum, cue: Cue): boolean {
  const gap = text.slice(before.end, sum.start);
  if (gap.length > REACH || !onlyBetween(gap)) return false;
  if (/^\s+to\s+$/i.test(gap))
    return /\bfrom\s+$/i.test(text.slice(Math.max(0, before.start - 8), before.start));
  // One offer of two sums is a whole with its parts, and the parts are no offers; each with a day of its own are two.
  return cue.many || ON.test(gap) || (DATED.test(gap) && DATED.test(text.slice(sum.end, sum.end + 40)));
}

/** "on October 9", "(Oct. 9)", "in June". */
const DATED =
  /^[\s,(]+(?:(?:on|in|of|by letter of)\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b/i;

const ON =
  /\b(?:then|later|again|next)\b|\b(?:raised|increased|improved|reduced|lowered|cut|came|moved|down|up)\b(?:\s\p{L}+){0,4}\sto\s+$/iu;

const PER =
  /^\s*(?:\/|(?:a|an|per|each|every|for each|apiece)\b(?!\s(?:release|general))|(?:hourly|monthly|weekly|annually|yearly)\b)/i;
const FOR_ELSE =
  /^\s+(?:in|of|for|as)\s+(?:\p{L}+\s+){0,2}(?:attorneys?['\u2019]?s?|fees?|costs?|rent|wages?|salary|back|front|overtime|damages|interest|stock|equity|shares|principal|penalt(?:y|ies)|restitution|bonus|commissions?|credits?|expenses?)\b/iu;
const FOR_THING =
  /^\s+for\s+(?!(?:[\p{L}-]+\s+){0,4}(?:release|releases|settlement|resolution|dismissal|case|matter|action|claims?|lawsuit|peace|plaintiffs?|all)\b)/iu;
const RANGE = /^\s*(?:to|[-\u2013\u2014]|or)\s*\$/;
const NOT_AFTER_ALL = /^[^.;]{0,40}\b(?:never|not|n['\u2019]t)\s(?:been\s)?(?:made|conveyed|communicated)\b/i;
const AWAY = /^\s+(?:below|above|apart|less|more|higher|lower|short|away|under|over)\b/i;
const LIMITS = /^\s+(?:policy|limits?|policy limits|draw|salary|job|price)\b/i;

/** A sum that the words after it make something else: a rate, a part for fees, the price of a thing, a range. */
export function leavesAlone(text: string, sum: Sum): boolean {
  const rest = text.slice(sum.end, sum.end + 90);
  if (PER.test(rest) || FOR_ELSE.test(rest) || FOR_THING.test(rest) || LIMITS.test(rest) || AWAY.test(rest))
    return true;
  if (NOT_AFTER_ALL.test(rest)) return true;
  const from = /\bfrom\s+$/i.test(text.slice(Math.max(0, sum.start - 8), sum.start));
  return RANGE.test(rest) && !from;
}
