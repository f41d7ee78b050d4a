import { expect, test } from 'vitest';
import { dateHover, inDays, inlayHints } from '../../server/src/features/dates.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { sampleLetter } from '../support/check.ts';
import { allOrders } from '../support/orders.ts';

const TODAY = '2025-09-02';
const letter = parseLetter(
  sampleLetter({
    say: '',
    header: [
      'negotiations:',
      '  - { date: 2025-08-29, by: plaintiff, kind: demand, amount: 90000, written: true }',
    ],
    body: '',
  }),
);
const matter = openMatter(letter, allOrders);

test('beside each date in the header stand its weekday and, where it lies ahead, the days left', () => {
  const hints = inlayHints(letter, TODAY).map((h) => [letter.lines.text(h.position.line).trim(), h.label]);
  expect(hints).toEqual([
    ['dated: 2025-09-02', 'Tue'],
    ['conference: 2025-09-16 10:00', 'Tue, in 14 days'],
    ['- { date: 2025-08-29, by: plaintiff, kind: demand, amount: 90000, written: true }', 'Fri'],
  ]);
});

test('on the conference stand all deadlines with their arithmetic and paragraph', () => {
  const hover = dateHover(letter, matter, letter.text.indexOf('2025-09-16'), TODAY);
  const text = JSON.stringify(hover?.contents);
  expect(text).toContain('5 business days before Tue, Sep 16, 2025');
  expect(text).toContain('14 days before Tue, Sep 16, 2025');
  expect(text).toContain('¶ 4');
  expect(text).toContain('Tuesday, September 9, 2025');
});

test('no date, no hover', () => {
  expect(dateHover(letter, matter, letter.text.indexOf('caption'), TODAY)).toBeNull();
});

test.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [-1, 'yesterday'],
  [3, 'in 3 days'],
  [-2, '2 days ago'],
])('%i days are said as %s', (days, words) => expect(inDays(days)).toBe(words));
