import { describe, expect, test } from 'vitest';
import { CONCEPTS } from '../../server/src/order/concepts.ts';
import { compileCue, matches } from '../../server/src/order/cues.ts';
import { headingWords } from '../../server/src/order/heading.ts';
import { loadOrder } from '../../server/src/order/order.ts';
import { builtInOrders } from '../support/orders.ts';

const knows = (cue: string, heading: string): boolean => matches(headingWords(heading), [compileCue(cue)]);

describe('what a cue may say', () => {
  test.each<[string, string, boolean]>([
    ['offer', 'II. The Offers Made', true],
    ['offer/demand prior', 'Prior Demand', true],
    ['offer -prior', 'Prior offer', false],
    ['case-law', 'Case law', true],
    ['case-law', 'The law of the case', false],
    ['=value', 'The value', true],
    ['=value', 'Fair value', false],
    ['=value fair?', 'Fair value', true],
    ['=value', 'Plaintiff’s value of $40,000', true],
    ['=offer', 'Offer of July 11, 2023', true],
    ['@settling @past', 'Earlier mediation', true],
    ['@settling', 'Authority to settle', false],
    ['settle', 'Authority to settle', true],
    ['settling-power', 'Authority to settle', true],
    ['@settling', 'Attendance at the settlement conference', false],
    ['@settling -@worth', 'History of talks and value', true],
    ['=terms-conditions', 'Terms and conditions', true],
  ])('%s: %s', (cue, heading, met) => expect(knows(cue, heading)).toBe(met));
});

test('every concept has words, and each is said once', () => {
  for (const { words } of Object.values(CONCEPTS)) {
    const all = words.split(' ');
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain('');
  }
});

test('an order that names a concept which nobody knows cannot be used, and says so', () => {
  const [order] = builtInOrders;
  const [submission] = order?.submissions ?? [];
  const contents = [{ id: 'x', title: 'X', asks: 'x', cues: ['@setling'], paragraph: '1' }];
  const data = {
    judge: order?.judge,
    court: 'S.D.N.Y.',
    title: 'Order',
    source: 'Order',
    submissions: [{ ...submission, contents }],
  };
  expect(loadOrder(data, { id: 'x', file: 'x.yaml', tier: 'given' })).toMatchObject({
    broken: { reason: '@setling in its cues is no concept that is known' },
  });
});
