import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../server/src/order-reader/clean/clean.ts';
import { factsOf } from '../../server/src/order-reader/facts-json.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';
import '../support/seed.ts';
import { took } from '../support/spent.ts';

const SAMPLES = join(import.meta.dirname, '../fixtures/read-orders');
const samples = readdirSync(SAMPLES)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => readFileSync(join(SAMPLES, f), 'utf8'));

/** Pieces of orders in any sequence, with rubbish between them. */
const pieces = samples.flatMap((s) => s.split(/(?<=[.;:\n])\s/)).filter((s) => s.length > 3);
const jumbled = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(' '));

describe('any text', () => {
  it('gives a result, and every place lies within the text', () => {
    fc.assert(
      fc.property(jumbled, (text) => {
        const order = readOrder(text);
        const { text: cleaned, at } = order.reading.clean;
        expect(at).toHaveLength(cleaned.length + 1);
        for (const place of at) if (place < 0 || place > text.length) throw new Error(`place ${place}`);
        for (const x of [order.judge, order.court, order.caption, order.conference]) {
          if (x && (x.start < 0 || x.end < x.start || x.end > cleaned.length)) throw new Error('span');
        }
        JSON.stringify(factsOf(order));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' '.repeat(200_000)],
    ['a sentence without an end', 'exhibits not exceed the settlement letter shall include '.repeat(5_000)],
    ['digits', '1 '.repeat(60_000)],
    ['numbers in sequence', Array.from({ length: 20_000 }, (_, i) => (i % 28) + 1).join(' ')],
    ['letters', 'a'.repeat(200_000)],
    ['capitals', 'A '.repeat(80_000)],
    ['names', 'Judge Ann Bell '.repeat(10_000)],
    ['brackets', '(a) '.repeat(40_000)],
    ['marks of footnotes', 'of it.1 and 1 A note. so '.repeat(8_000)],
    ['gaps', `a${' '.repeat(3_000)}`.repeat(60)],
    ['rows', '| a | b | March 1, 2024 |\n'.repeat(8_000)],
    ['questions', 'Do we file it? No, and no. When is it due? '.repeat(4_000)],
    [
      'letters of both sides',
      'Plaintiff shall send a demand. Defendant shall send an offer. Send both letters to chambers. '.repeat(
        1_500,
      ),
    ],
    ['opened boxes', '[X] [ ] '.repeat(20_000)],
    ['quotation marks', '"'.repeat(100_000)],
    ['addresses', 'a@b.uscourts.gov '.repeat(10_000)],
    ['underscores', '_'.repeat(200_000)],
    ['backslashes', '\\'.repeat(100_000)],
    ['stars', '*'.repeat(100_000)],
    ['one sentence without an end', 'each party shall send the court a letter and '.repeat(4_000)],
    ['semicolons', 'the letter shall state; '.repeat(6_000)],
    ['an order over and over', samples.join('\n').repeat(6)],
  ])('is read in time that grows with its length: %s', (_, text) => {
    readOrder(text.slice(0, 2_000));
    expect(took(() => readOrder(text))).toBeLessThan(8_000);
  });

  it('cleans half a megabyte quickly', () => {
    const text = samples.join('\n').repeat(30).slice(0, 500_000);
    expect(took(() => clean(text))).toBeLessThan(5_000);
  });
});
