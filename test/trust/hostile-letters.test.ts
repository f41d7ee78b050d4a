import { expect, test } from 'vitest';
import { check } from '../../server/src/check/check.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { encode } from '../../server/src/typeset/encode.ts';
import { allOrders } from '../support/orders.ts';
import { took } from '../support/spent.ts';
import { pumps, seeds } from './pumps.ts';

const LENGTH = 3_000;
/** Milliseconds of processor time. What grows with the cube of the length, or worse, takes minutes; longer texts are in the fuzz tests. */
const LIMIT = 2_500;

const header = (lines: string): string =>
  `---\njudge: reznik\nfrom: a@firm.example\nto: ReznikNYSDChambers@nysd.uscourts.gov\nconference: 2024-05-28\n${lines}---\n\n`;
const quoted = (text: string): string => JSON.stringify(text.replace(/[^\x20-\x7e]/g, ' '));

/** Where someone else's words come in. */
const PLACES: readonly (readonly [string, (text: string) => string])[] = [
  ['a paragraph', (text) => `${header('')}Dear Judge Reznik:\n\n${text}\n`],
  ['a heading', (text) => `${header('')}## ${text.replace(/[\r\n]/g, ' ')}\n\nWords.\n`],
  ['a section', (text) => `${header('')}## History of negotiations\n\nWe offered $10,000 on ${text}\n`],
  ['raw HTML', (text) => `${header('')}<div>${text}\n`],
  ['the caption', (text) => `${header(`caption: ${quoted(text)}\n`)}Dear Judge Reznik:\n`],
  ['an address', (text) => `${header(`cc: ${quoted(text)}\n`)}Dear Judge Reznik:\n`],
  ['a date', (text) => `${header(`dated: ${quoted(text)}\n`)}Dear Judge Reznik:\n`],
  [
    "an attendee's title",
    (text) => `${header(`attendees:\n  - { name: A, title: ${quoted(text)} }\n`)}Dear\n`,
  ],
];

test.each(PLACES)('%s made to hang the check does not', { timeout: 120_000 }, (_, place) => {
  const slow: string[] = [];
  for (const seed of seeds()) {
    const [text = ''] = pumps(seed, LENGTH).slice(-1);
    let ms = timeOf(place(text));
    if (ms > LIMIT) ms = Math.min(ms, timeOf(place(text)));
    if (ms > LIMIT) slow.push(`${JSON.stringify(seed)}: ${Math.round(ms)} ms`);
  }
  expect(slow).toEqual([]);
});

test('a header whose aliases multiply is not followed, and that is told', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    .concat([...'bcdefgh'].map((k, i) => `${k}: &${k} [${`*${'abcdefg'[i]}, `.repeat(9)}]`))
    .join('\n');
  const { header } = parseLetter(`---\njudge: reznik\n${bomb}\n---\n\nDear Judge Reznik:\n`);
  expect(header.issues.map((i) => i.message)).toEqual(['The header refers to itself too often to be read.']);
});

/** Milliseconds of processor time for all that happens to a text in this process: its pages are typeset in another. */
const timeOf = (text: string): number =>
  took(() => {
    const letter = parseLetter(text);
    const matter = openMatter(letter, allOrders);
    encode(letter.pieces.map((p) => p.chunk));
    check({
      letter,
      matter,
      pages: { state: 'failed', reason: 'not asked for' },
      exhibits: { state: 'known', value: [] },
      today: '2024-05-01',
    });
  });
