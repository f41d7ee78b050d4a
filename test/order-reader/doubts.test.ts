import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importOrder } from '../../server/src/host/cli/import-order.ts';
import { orderData } from '../../server/src/order-reader/build/order-data.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';
import { clockOf, daysNamed } from '../../server/src/order-reader/text/when.ts';
import { notAnOrder } from '../../server/src/order-reader/verdict.ts';

const order = (conference: string, letter: string, who = ''): string => `UNITED STATES DISTRICT COURT
SOUTHERN DISTRICT OF NEW YORK

Halloran v. Brisk Freight Co., No. 24-cv-01234 (ABC)

ORDER

IDA QUENBY, United States Magistrate Judge:

A settlement conference is scheduled for ${conference} at 10:00 a.m. before Magistrate Judge Ida Quenby.

Each party shall submit a confidential letter of no more than 5 pages to chambers by e-mail no later than ${letter}. A person with full authority to settle must attend. ${who}
`;

const dueOf = (text: string) => readOrder(text).papers[0]?.due?.value;

it.each([
  ['January 14, 2025', 'December 20', '2024-12-20'],
  ['March 4, 2025', 'February 25', '2025-02-25'],
  ['January 14, 2025', 'December 20, 2024', '2024-12-20'],
])('before %s, "%s" without its year is %s', (conference, letter, date) => {
  expect(dueOf(order(conference, letter))).toMatchObject({ date });
});

it('a leap day is not moved into a year that has none', () => {
  expect(dueOf(order('January 14, 2024', 'February 29'))).toMatchObject({ date: '2024-02-29' });
});

it.each([
  ['12:00 midnight', '23:59'],
  ['12 midnight', '23:59'],
  ['12 noon', '12:00'],
  ['12:00 noon', '12:00'],
  ['2:30 p.m.', '14:30'],
  ['14:30', '14:30'],
  ['9:30', '09:30'],
  // Of the afternoon, most likely; which it is, is not said.
  ['2:30', null],
])('"%s" is %s', (words, time) => {
  expect(clockOf(words)).toBe(time);
  expect(daysNamed(`on May 28, 2024 at ${words}`)[0]?.time ?? null).toBe(time);
});

it.each([
  ['Parties shall attend in person.', ['in-person'], 0],
  ['Attendance is by Zoom.', ['in-person', 'video'], 0],
  ['They shall attend in person; nobody may appear by telephone.', ['in-person'], 0],
  ['', ['in-person', 'video', 'phone'], 1],
  ['They shall attend in person, or by Zoom with leave.', ['in-person', 'video'], 1],
  ['They need not appear in person.', ['in-person', 'video', 'phone'], 1],
])('how to attend is read where it is plain, and else asked: %s', (who, accepts, asked) => {
  const data = orderData(readOrder(order('March 4, 2025', 'February 25, 2025', who)), 'order.txt');
  expect(data.attendance?.who.accepts).toEqual(accepts);
  expect(data.questions?.filter(({ about }) => about === 'attendance')).toHaveLength(asked);
});

it('the letter that begins from an order bears the hour at which it is due', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'ex-parte-order-'));
  try {
    const file = join(dir, 'order.txt');
    writeFileSync(file, order('March 4, 2025', 'February 25, 2025 at noon'));
    const made = await importOrder({
      file,
      format: 'yaml',
      out: join(dir, 'quenby.yaml'),
      letter: join(dir, 'letter.md'),
    });
    expect(made.letter).toMatch(/^due: "?2025-02-25 12:00"?$/m);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

it.each([
  [
    'MOTION TO CONTINUE. Plaintiff respectfully moves to continue the settlement conference of May 3, 2022. Each party must submit a statement of ten pages by April 26, 2022. /s/ Jane Roe, Attorney for Plaintiff',
    "is a party's motion, not an order",
  ],
  [
    'Dear Judge Bell: This firm represents the plaintiff. The settlement conference is set for May 3, 2022, and each party must submit a letter of five pages.',
    "is a party's letter, not an order",
  ],
  [
    'The motion to continue is GRANTED. The settlement conference is set for May 3, 2022. Each party shall submit a letter of five pages to chambers by April 26, 2022. cc: Counsel for Plaintiff',
    null,
  ],
])('%s', (text, verdict) => {
  expect(notAnOrder(readOrder(text))).toBe(verdict);
});
