import { perProse } from '../letter/prose.ts';
import type { PlacedProse } from '../letter/sections.ts';
import { cite } from '../order/cite.ts';
import {
  addressesIn,
  entriesOf,
  isCourt,
  isOwnSide,
  ordersAddresses,
  sameCourt,
} from './support/addresses.ts';
import { copiedCounsel } from './support/copied-counsel.ts';
import { otherSideIn } from './support/other-side.ts';
import { headOf, spanIn, spanOf } from './support/regions.ts';
import { type Found, type OrderContext, type Rule, SILENT, skip } from './support/rule.ts';
import { isNegated, speaksOfThis } from './support/this-letter.ts';
import { sentencesOf, wordsOf } from './support/words.ts';

export const service: Rule = {
  id: 'service',
  severity: 'error',
  title: 'Service of a letter that must not be served',
  what: "The letter is addressed or copied to someone outside chambers and the party's own side, bears a certificate of service, or says that it was served.",
  why: 'The letter says what the client would settle for. Once the other side has it, nothing brings it back.',
  mend: 'Take the address, the copy line or the certificate out. Where the address belongs to your own side, list its domain under `ownSide:`, and your side’s lawyers under `attendees:` with their party.',
  holds: ['service'],
  needs: 'order',
  check(context) {
    const { submission } = context;
    const rule = submission.service;
    if (!rule) return SILENT;
    if (rule.rule === 'optional' || rule.rule === 'required')
      return skip('the order does not forbid service');
    const why =
      rule.rule === 'promised' ? 'the order says that it is not shared' : 'the order forbids service';
    const found = [...inHeader(context), ...inBody(context)];
    return found.map((f) => ({
      ...f,
      message: `${f.message}: ${why} (${cite(rule.paragraph)}).`,
      paragraph: rule.paragraph,
      ...(rule.rule === 'promised' && f.severity === undefined ? { severity: 'warning' as const } : {}),
    }));
  },
  accepted: [
    {
      say: 'a colleague in copy',
      header: ['from: a.writer@ostranderlaw.example', 'cc: [b.reader@ostranderlaw.example]'],
      body: '',
    },
    {
      say: 'the client in copy',
      header: ['ownSide: [pelham.example]', 'cc: dana@pelham.example'],
      body: 'cc: Dana Ostrander (by e-mail)',
    },
    {
      say: 'discovery that was served',
      body: 'Defendant served its responses on May 3. Notice was deemed served.',
    },
    { say: 'a letter that was not served', body: 'This letter has not been served on opposing counsel.' },
    {
      say: 'a copy for the writer’s own client',
      header: ['role: plaintiff', 'caption: Ostrander v. Pelham Mills, Inc.'],
      body: 'A copy of this letter has been sent to counsel for Ostrander.',
    },
    {
      say: 'another letter that was',
      body: 'The demand letter was served on defense counsel on May 3, 2025.',
    },
  ],
  rejected: [
    {
      say: 'an address in the line of delivery',
      body: 'By e-mail: Hartwell_Settlement@wawd.uscourts.gov, jroe@roe-defense.example\n\nDear Judge Hartwell:',
      marks: 'jroe@roe-defense.example',
    },
    {
      say: 'two addresses in one entry',
      header: ['cc: "b.reader@ostranderlaw.example,jroe@roe-defense.example"'],
      body: '',
      marks: 'jroe@roe-defense.example',
    },
    {
      say: 'the other side in copy',
      header: ['cc: [jroe@roe-defense.example]'],
      body: '',
      marks: 'jroe@roe-defense.example',
    },
    {
      say: 'the trial judge in copy',
      header: ['cc: trial_chambers@wawd.uscourts.gov'],
      body: '',
      marks: 'trial_chambers@wawd.uscourts.gov',
    },
    {
      say: 'a certificate of service',
      body: '## Certificate of Service\n\nI certify that I served the foregoing on all counsel of record.',
      marks: '## Certificate of Service',
    },
    {
      say: 'a copy line',
      body: 'Respectfully submitted,\n\ncc: All counsel of record',
      marks: 'All counsel of record',
    },
    {
      say: 'a copy for the other side, by its name',
      header: ['role: plaintiff', 'caption: Ostrander v. Pelham Mills, Inc.'],
      body: 'A copy of this letter has been sent to counsel for Pelham Mills.',
    },
    {
      say: 'a lawyer in copy whom the list of those who attend has on the other side',
      header: [
        'role: plaintiff',
        'attendees:',
        '  - { name: Jane Doe, party: defendant, role: counsel, authority: none, attends: video }',
      ],
      body: 'Respectfully submitted,\n\nA. Writer\n\ncc: Jane Doe, Esq.',
      marks: 'Jane Doe, Esq.',
    },
    {
      say: 'a lawyer in copy of whom nothing tells the side',
      body: 'Respectfully submitted,\n\nA. Writer\n\ncc: Jane Doe, Esq. (by mail)',
      marks: 'Jane Doe, Esq.',
    },
    {
      say: 'a letter that was served',
      body: 'A copy of this letter was served on counsel for Defendant today.',
    },
  ],
};

function inHeader({ letter, order }: OrderContext): Found[] {
  const own = ordersAddresses(order);
  const allowed = (address: string): boolean =>
    own.has(address) || (own.size === 0 && isCourt(address)) || isOwnSide(letter, address);
  const found: Found[] = [];
  const there = entriesOf(letter, 'to').some((e) => e.address !== undefined && own.has(e.address));
  for (const key of ['to', 'cc'] as const) {
    for (const { text, address, span } of entriesOf(letter, key)) {
      if (!span) continue;
      if (address === undefined) {
        if (otherSideIn(letter, text)) found.push({ message: `${text} must not have this letter`, span });
      } else if (!allowed(address)) {
        // A wrong court address in place of the right one, or another court's, is `recipient`'s to tell.
        if (key === 'to' && isCourt(address) && own.size > 0 && !(there && sameCourt(address, own))) continue;
        const who = isCourt(address)
          ? `${address} is not the settlement judge's chambers`
          : `${address} is neither chambers nor, going by from and ownSide, your own side (if it is, add it to ownSide)`;
        found.push({ message: who, span });
      }
    }
  }
  return found;
}

function inBody(context: OrderContext): Found[] {
  const found: Found[] = [];
  let certificate = false;
  const head = new Set(headOf(context.letter, context.submission));
  for (const placed of context.letter.proses) {
    const { prose } = placed;
    if (prose.kind === 'heading') certificate = false;
    const kind = head.has(placed) && DELIVERY_LINE.test(prose.text) ? 'copies' : kindOf(prose);
    if (kind === 'innocent') continue;
    if (kind === 'certificate') {
      certificate = true;
      found.push({
        message: 'A certificate of service says that this letter was served',
        span: spanOf(placed),
      });
    } else if (kind === 'copies') found.push(...copies(context, placed));
    else if (!certificate) found.push(...served(context, placed));
  }
  return found;
}

/** How the letter travels, above the salutation: whoever is named there gets it. */
const DELIVERY_LINE = /^\W*(?:by|via|through)\s[^\n]{0,30}(?:e-?mail|hand|mail|fax)/i;

/** What a block could be found guilty of, going by its words alone. */
const kindOf = perProse((prose): 'innocent' | 'certificate' | 'copies' | 'talk' => {
  const { text } = prose;
  if (prose.kind === 'code' || prose.inQuote || !MENTION.test(text)) return 'innocent';
  if (isCertificate(text, prose.kind === 'heading' || prose.bold > 0)) return 'certificate';
  if (COPY_LINE.test(text)) return 'copies';
  return suspects(prose).length > 0 ? 'talk' : 'innocent';
});

/** Sentences that say of this letter that it was sent somewhere. */
const suspects = perProse((prose) =>
  sentencesOf(prose.text).filter(({ text }) => SERVED.test(text) && speaksOfThis(text) && !isNegated(text)),
);

/** A quick look by which most blocks are passed over. */
const MENTION = /serv|cc|c\.c\.|cop(?:y|ies)|sent|e-?mailed|deliver|forward|provided|transmit|mailed/i;

const COPY_LINE =
  /^\s*(?:cc|c\.c\.|bcc|cop(?:y|ies) to|with (?:a )?cop(?:y|ies) to)\s*[:.(]|^\s*cop(?:y|ies) to\b/i;

function isCertificate(text: string, titled: boolean): boolean {
  const words = wordsOf(text);
  const title =
    /^\W*(?:[ivx\d]+[.)]\s*)?(?:certificate|proof|affidavit|declaration|affirmation|certification) of service\b/i.test(
      text,
    );
  return title && (titled || words.length <= 6);
}

/** "cc:" and the lines below it: whoever in them is of the other side, or sits on another bench. */
function copies(context: OrderContext, placed: PlacedProse): Found[] {
  const { letter, order } = context;
  const { text } = placed.prose;
  const own = ordersAddresses(order);
  const found: Found[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const stranger = addressesIn(line).find(
      (a) => !own.has(a) && !isOwnSide(letter, a) && !(own.size === 0 && isCourt(a)),
    );
    const judge = /\b(?:hon\.|judge|justice)\s+(?:\p{L}[\p{L}.]*\s+){0,3}/iu.exec(line);
    const side = otherSideIn(letter, line);
    const ours = /\bco-?counsel\b/i.test(line);
    const place = stranger
      ? {
          start: line.toLowerCase().indexOf(stranger),
          end: line.toLowerCase().indexOf(stranger) + stranger.length,
        }
      : side && !ours && !isNegated(line)
        ? side
        : judge && !line.toLowerCase().includes(order.judge.surname.toLowerCase())
          ? { start: judge.index, end: line.length }
          : undefined;
    if (place) {
      const who = line.slice(place.start, place.end).trim();
      found.push({
        message: `A copy goes to ${who}`,
        span: spanIn(placed, at + place.start, at + place.end),
      });
    } else if (!side && addressesIn(line).length === 0 && !isNegated(line)) {
      found.push(...counsel(context, placed, line, at));
    }
    at += line.length + 1;
  }
  return found;
}

/** Lawyers named in a line of copies without side or address: a fault only where it can be told whose they are. */
function counsel({ letter }: OrderContext, placed: PlacedProse, line: string, at: number): Found[] {
  return copiedCounsel(letter, line).flatMap(({ name, whose, start, end }): Found[] => {
    const span = spanIn(placed, at + start, at + end);
    if (whose === 'own') return [];
    if (whose === 'other') return [{ message: `A copy goes to ${name}, of the other side`, span }];
    return [
      {
        severity: 'information',
        message: `A copy goes to ${name}, and it cannot be told whose lawyer that is (if your own side's, list the name under attendees with its party); the other side must not have this letter`,
        span,
      },
    ];
  });
}

const SERVED =
  /\b(?:serv(?:ed|ing|e|ice)|(?:e-?)?mail(?:ed|ing)|sent|send(?:ing)?|deliver(?:ed|ing)|transmitt?(?:ed|ing)|forward(?:ed|ing)|provid(?:ed|ing)|copied|shared?|sharing|disclos(?:ed|ing))\b/i;

function served({ letter }: OrderContext, placed: PlacedProse): Found[] {
  return suspects(placed.prose).flatMap(({ text, start }): Found[] => {
    const outright =
      /\bserv(?:ed|ing|e)\b[^.;]{0,40}\b(?:on|upon)\b|\bserv(?:ed|ing|e) (?:this|the foregoing|the within|the enclosed|a (?:true|copy))|\bbeen served\b|\b(?:is|are|was|were) (?:being )?served\b|\bcaused\b[^.;]{0,60}\bserved\b/i.test(
        text,
      );
    if (!outright && !otherSideIn(letter, text)) return [];
    const end = start + text.trimEnd().length;
    return [{ message: 'This says that the letter was or will be served', span: spanIn(placed, start, end) }];
  });
}
