import type { Clause } from '../text/clauses.ts';
import { DELIVER } from '../text/documents.ts';
import { FOREIGN } from '../text/foreign.ts';
import { type Read, read } from '../text/reading.ts';

export const CHANNELS = ['email', 'mail', 'fax', 'hand', 'clerk'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Delivery {
  readonly channels: readonly Read<Channel>[];
  readonly email: Read<string> | null;
  readonly pdf: Read<true> | null;
  readonly noPaper: Read<true> | null;
}

export const ADDRESS = /[\w.+%-]{1,64}@[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,4}\.?/gi;

const WAYS: readonly (readonly [Channel, RegExp])[] = [
  [
    'email',
    /\be-?mail(?:ed|ing|s)?\b|\belectronic(?:ally)? mail\b|\belectronic mail\b|@[a-z0-9]|\b(?:settlement )?(?:mailbox|inbox)\b/gi,
  ],
  [
    'mail',
    /\b(?:by|via|through|or|ordinary|first[- ]class|certified|overnight|regular) (?:(?:u\.?\s?s\.?|united states|first-class|regular|ordinary|overnight) )?mail\b|\bu\.?\s?s\.? (?:mail|post)\b|(?<![\w-])mail(?:ed|s)?\b(?= (?:to|it|them|his|her|hers|theirs|their|its|the|a|directly|chambers|or|and|in|at|magistrate|on)\b)|\b(?:shall|must|may|should|to|or) mail\b|\bmailed\b|\bby post\b|\bU\.S\. Mail\b/gi,
  ],
  ['fax', /\b(?:fax(?:ed|es)?|facsimile|telecop(?:y|ied))\b/gi],
  [
    'hand',
    /\bhand[- ]deliver(?:ed|y|s)?\b|\bby hand\b|\bmessenger\b|\bin person(?= to chambers)|\bhand (?:to|it|one|the)\b|\bcourier\b|\bdeliver(?:ed|s)? (?:it |them |a copy |one copy |the \w+ )?(?:to|at) (?:the )?(?:chambers|undersigned's chambers|room|suite)\b|\bleft with (?:the )?(?:case manager|deputy|chambers|courtroom deputy)\b|\bdropped (?:off|at)\b|\bhand (?:the|its|their)\b|\bshall (?:each )?hand\b/gi,
  ],
  [
    'clerk',
    /\b(?:lodg(?:e|ed|ing)|left|leave|filed?|deliver(?:ed)?|submit(?:ted)?|hand(?:ed)?|deposit(?:ed)?)\b[^.;]{0,50}\b(?:clerk's office|the clerk\b)|\bwith the clerk\b|\bclerk's office\b/gi,
  ],
];
const REFUSED =
  /\b(?:not|nor|never|no|neither|without|rather than|instead of|in lieu of|refus\w*|reject\w*|declin\w*)\b[^.;:]{0,44}$/i;
const REFUSED_AFTER =
  /^[^.;:]{0,30}\b(?:cop(?:y|ies) )?(?:(?:is|are|will|shall|may|does|do) (?:not|never)|not (?:be )?accepted|not acceptable|is no|will not|refused|rejected|returned|discarded)\b/i;

/** How a paper is to reach the court, from the clauses that speak of it. */
export function deliveryOf(clauses: readonly Clause[]): Delivery {
  const channels = new Map<Channel, Read<Channel>>();
  const emails: Read<string>[] = [];
  let pdf: Read<true> | null = null;
  let noPaper: Read<true> | null = null;
  for (const c of clauses) {
    if (
      foreign(c) ||
      (HARD_COPY.test(c.words) && /\b(?:if|whose|exceed\w*|longer|more than)\b/i.test(c.words))
    )
      continue;
    for (const m of c.text.matchAll(ADDRESS)) {
      const value = addressOf(c.text, m.index, m[0]);
      const score = addressScore(c, m.index);
      if (score > 0)
        emails.push(
          read(
            value,
            c.start + m.index - (value.length - trimmed(m[0]).length),
            c.start + m.index + m[0].length,
            score,
          ),
        );
    }
    for (const [channel, pattern] of WAYS) {
      if (channels.has(channel)) continue;
      for (const m of c.text.matchAll(pattern)) {
        const before = c.text.slice(Math.max(0, m.index - 60), m.index);
        if (refused(before, c.text.slice(m.index + m[0].length)) || aside(c, m.index)) continue;
        channels.set(channel, read(channel, c.start + m.index, c.start + m.index + m[0].length, 0.9));
        break;
      }
    }
    const format =
      /\b(?:as (?:a |one |an )?(?:single |searchable )?(?:\.?pdf)|in (?:\.?pdf|\.pdf|portable document) ?(?:format)?|\.?pdf (?:format|file|form|attachment))\b/i.exec(
        c.text,
      );
    if (format && pdf === null)
      pdf = read(true, c.start + format.index, c.start + format.index + format[0].length, 0.9);
    const paper =
      /\b(?:not|no) (?:submit |send |mail |provide |deliver )?(?:any )?(?:paper|hard|courtesy|chambers) cop(?:y|ies)\b/i.exec(
        c.text,
      );
    if (paper && noPaper === null)
      noPaper = read(true, c.start + paper.index, c.start + paper.index + paper[0].length, 0.9);
  }
  const email = emails.sort((a, b) => b.confidence - a.confidence)[0] ?? null;
  if (email && !channels.has('email')) channels.set('email', read('email', email.start, email.end, 0.8));
  const list = CHANNELS.flatMap((k) => channels.get(k) ?? []);
  return { channels: list, email, pdf, noPaper };
}

const refused = (before: string, after: string): boolean => {
  const tail = before.replace(/\s+/g, ' ');
  if (
    /\b(?:not (?:less|later|fewer|more|only)|no (?:later|less|more|fewer)|without leave)\b[^.;:]{0,44}$/i.test(
      tail,
    )
  ) {
    return REFUSED_AFTER.test(after.replace(/\s+/g, ' ').slice(0, 60));
  }
  return (
    (REFUSED.test(tail) && !/,? but\b[^,]{0,30}$/i.test(tail)) ||
    REFUSED_AFTER.test(after.replace(/\s+/g, ' ').slice(0, 60))
  );
};

/** Said of copies to the other side, of a link, or of what happens on the telephone. */
const aside = (c: Clause, at: number): boolean =>
  /\b(?:link|passcode|log-?in|telephone|excuse|questions?|copy to (?:all |opposing )?counsel)\b[^.;]{0,30}$/i.test(
    c.text.slice(Math.max(0, at - 50), at),
  ) ||
  (/\b(?:demand|offer)\b/i.test(c.words) &&
    !/\b(?:letters?|statements?|memorand\w+|briefs?|summar\w+|synopsis|form|proposals?|chambers|court)\b/i.test(
      c.words,
    ));

const HARD_COPY = /\b(?:hard cop(?:y|ies)|courtesy cop(?:y|ies)|paper (?:courtesy )?cop(?:y|ies)|binder)\b/i;
const foreign = (c: Clause): boolean => FOREIGN.test(c.words) && !DELIVER.test(c.words);

const trimmed = (address: string): string =>
  /\.[a-z]{2,4}\.$/i.test(address) ? address.slice(0, -1) : address;

/** The address; a capitalised word before it that a lost underscore parted from it belongs to it. */
function addressOf(text: string, at: number, raw: string): string {
  const address = trimmed(raw);
  const before = text.slice(Math.max(0, at - 50), at);
  const parted = /\b(?:to|at)[\s:]{1,3}([A-Z][\w'-]{2,20}) $/.exec(before)?.[1];
  return parted &&
    /^[A-Z]/.test(address) &&
    !/^(?:Judge|Magistrate|Chambers|Court|The|Clerk|Room)$/.test(parted)
    ? `${parted} ${address}`
    : address;
}

function addressScore(c: Clause, at: number): number {
  const before = c.text.slice(0, at);
  let score = 0.6;
  if (DELIVER.test(before) || /\baddress(?:ed)?\b/i.test(before)) score += 0.2;
  if (/\bsettle|mediat|chambers|order/i.test(c.text.slice(at, at + 40))) score += 0.1;
  if (/\b(?:questions?|excuse|request|permission|video|telephone|link|inquir\w*)\b/i.test(before.slice(-80)))
    score -= 0.5;
  return score;
}
