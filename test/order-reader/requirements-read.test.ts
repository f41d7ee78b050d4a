import { expect, it } from 'vitest';
import type { OrderData } from '../../schemas/order.ts';
import { orderData } from '../../server/src/order-reader/build/order-data.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';

const HEAD = `UNITED STATES DISTRICT COURT
SOUTHERN DISTRICT OF NEW YORK

Halloran v. Brisk Freight Co., No. 24-cv-01234 (ABC)

IDA QUENBY, United States Magistrate Judge:

A settlement conference is scheduled for March 4, 2025 at 10:00 a.m. before Magistrate Judge Ida Quenby.
`;
const LETTER = 'Each party shall send a confidential settlement letter to chambers by e-mail.';
const paper = (o: OrderData) => o.submissions[0];
const shown = (o: OrderData) => o.shown?.map((s) => s.say);

/**
 * What the built-in judges' orders ask, one fact a row, in words that are not theirs: [the requirement, what an order
 * says, where it stands in the order file, what stands there].
 */
const ROWS: readonly (readonly [string, string, (o: OrderData) => unknown, unknown])[] = [
  [
    'an address',
    `${LETTER} The address is quenby_chambers@nysd.uscourts.gov.`,
    (o) => paper(o)?.recipient?.addresses,
    ['quenby_chambers@nysd.uscourts.gov'],
  ],
  [
    'a marking',
    `${LETTER} It shall be marked "For the Settlement Judge Alone."`,
    (o) => paper(o)?.marking?.words,
    'For the Settlement Judge Alone',
  ],
  [
    'no service',
    `${LETTER} It shall not be served on the other side.`,
    (o) => paper(o)?.service?.rule,
    'forbidden',
  ],
  ['no filing', `${LETTER} It shall not be docketed.`, (o) => paper(o)?.filing?.rule, 'forbidden'],
  [
    'a promise not to share',
    `${LETTER} It will not be shared with any other party.`,
    (o) => paper(o)?.service?.rule,
    'promised',
  ],
  [
    'service as one likes',
    `${LETTER} It need not be served on opposing counsel, though the parties may exchange letters.`,
    (o) => paper(o)?.service?.rule,
    'optional',
  ],
  [
    'business days',
    `${LETTER} It is due five business days before the conference.`,
    (o) => paper(o)?.due?.when,
    { count: 5, unit: 'business days', before: 'conference' },
  ],
  [
    'a fixed day',
    `${LETTER} It is due on February 25, 2025.`,
    (o) => o.cases?.[0]?.submissions?.letter?.due,
    { date: '2025-02-25' },
  ],
  [
    'pages, with leave for more',
    `${LETTER} It may not exceed ten pages without leave of the Court.`,
    (o) => [paper(o)?.pages?.max, paper(o)?.pages?.leave],
    [10, true],
  ],
  [
    'pages as advice',
    `${LETTER} The letter should not exceed five pages.`,
    (o) => [paper(o)?.pages?.max, paper(o)?.pages?.soft],
    [5, true],
  ],
  [
    'pages of exhibits',
    `${LETTER} Exhibits may not exceed twenty pages.`,
    (o) => paper(o)?.exhibitPages?.max,
    20,
  ],
  [
    'paper for long attachments',
    `${LETTER} If the letter has attachments of more than ten pages, a hard copy shall be delivered to chambers by hand.`,
    (o) => paper(o)?.hardCopy?.over,
    10,
  ],
  [
    'PDF, and no paper',
    `${LETTER} Send the letter as a PDF. Do not submit paper copies of the letter.`,
    (o) => [paper(o)?.fileFormat?.pdf, paper(o)?.fileFormat?.paper],
    [true, 'forbidden'],
  ],
  [
    'topics, one of them only if there is any',
    `${LETTER} The letter shall include: (1) prior negotiations, if any; (2) the issues; and (3) the value of the case.`,
    (o) => paper(o)?.contents.map((c) => c.ifAny ?? false),
    [true, false, false],
  ],
  [
    'a demand',
    'Plaintiff shall make a written demand 14 days before the conference.',
    (o) => [o.exchange?.demand?.when, o.exchange?.demand?.written],
    [{ count: 14, unit: 'days', before: 'conference' }, true],
  ],
  [
    'an answer after it',
    'Plaintiff shall make a demand 14 days before the conference. Defendant shall respond within 7 days thereafter.',
    (o) => o.exchange?.response?.when,
    { count: 7, unit: 'days', after: 'demand' },
  ],
  [
    'two demands and two offers',
    'At least two written demands and two written offers must be exchanged no later than 7 days before the conference.',
    (o) => [o.exchange?.minimum?.demands, o.exchange?.minimum?.offers, o.exchange?.minimum?.written],
    [2, 2, true],
  ],
  [
    'ultimate authority, or within reach',
    'A person with ultimate settlement authority for each party shall be present or be available by telephone. Attendance by counsel alone is not sufficient.',
    (o) => [
      o.attendance?.who.authority,
      o.attendance?.who.available,
      o.attendance?.notCounselAlone !== undefined,
    ],
    ['ultimate', true, true],
  ],
  [
    'complete authority, in person',
    'All parties shall attend in person with complete settlement authority.',
    (o) => [o.attendance?.who.authority, o.attendance?.who.accepts],
    ['complete', ['in-person']],
  ],
  [
    'lead counsel',
    'Lead trial counsel shall attend with a representative who has unlimited authority.',
    (o) => [o.attendance?.who.authority, o.attendance?.leadCounsel !== undefined],
    ['unlimited', true],
  ],
  [
    'a public body',
    'Each party shall send a person with full authority. A governmental entity shall send an officer who may recommend a settlement to it.',
    (o) => o.attendance?.government?.authority,
    'recommend',
  ],
  [
    'a carrier',
    'Each party shall send a person with full authority. An insured party shall appear with a representative of its carrier.',
    (o) => o.attendance?.insured !== undefined,
    true,
  ],
  [
    'a call where it will fail',
    'If settlement is not reasonably possible, counsel shall call the judge and request a telephone conference at least two court days before the conference.',
    (o) => o.deadlines?.find((d) => d.id === 'notice')?.when,
    { count: 2, unit: 'business days', before: 'conference' },
  ],
  [
    'pre-registration',
    'One week before the settlement conference counsel shall pre-register by a joint e-mail to the clerk.',
    (o) => o.deadlines?.find((d) => d.id === 'pre-registration')?.when,
    { count: 1, unit: 'weeks', before: 'conference' },
  ],
  [
    'off the record',
    'The conference is off the record.',
    shown,
    ['What is said at the conference is confidential and cannot be used as evidence.'],
  ],
  [
    'word that the case settled',
    'Counsel shall notify chambers at once if the case settles.',
    shown,
    ['Tell chambers at once if the case settles before the conference.'],
  ],
  [
    'costs',
    'A party that disregards this order may be sanctioned.',
    shown,
    ['A party that does not comply may have to pay the costs of the others, or be sanctioned.'],
  ],
];

it.each(ROWS)('%s', (_, text, at, wanted) => {
  const got = at(orderData(readOrder(`${HEAD}\n${text}\n`), 'order.txt'));
  expect(got).toEqual(wanted);
});
