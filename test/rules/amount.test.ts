import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { amount } from '../../server/src/rules/amount.ts';
import { asDollars, sumsIn } from '../../server/src/rules/support/money.ts';
import { runRule } from '../support/run-rule.ts';
import { took } from '../support/spent.ts';

describe('sums in a text', () => {
  test.each<[string, number[]]>([
    ['$450,000', [450_000]],
    ['$450K', [450_000]],
    ['$450k, then', [450_000]],
    ['$1.2 million', [1_200_000]],
    ['$1.25M', [1_250_000]],
    ['$2 billion', [2_000_000_000]],
    ['450 thousand dollars', [450_000]],
    ['450,000 dollars', [450_000]],
    ['four hundred thousand dollars ($400,000)', [400_000]],
    ['four hundred and fifty thousand dollars', [450_000]],
    ['twenty-five thousand dollars', [25_000]],
    ['one million two hundred thousand dollars', [1_200_000]],
    ['half a million dollars', [500_000]],
    ['a million dollars', [1_000_000]],
    ['$31.50 an hour', [31.5]],
    ['$1,412.00', [1_412]],
    ['US$75,000', [75_000]],
    ['$ 75,000', [75_000]],
    ['$160,000.', [160_000]],
    ['between $310,000 and $390,000', [310_000, 390_000]],
    ['$5,000-$10,000', [5_000, 10_000]],
    ['450,000 vehicles', []],
    ['$5 men', [5]],
    ['12,500 hours and 3 k', []],
    ['no dollars', []],
  ])('%s', (text, values) => {
    expect(sumsIn(text).map((s) => s.value)).toEqual(values);
  });

  test.each<[number, string]>([
    [450_000, '$450,000'],
    [1_250_000, '$1,250,000'],
    [1412.5, '$1,412.50'],
    [950, '$950'],
  ])('%d is written %s', (value, text) => expect(asDollars(value)).toBe(text));

  test('a hostile text takes no time', () => {
    const text = `${'one hundred and '.repeat(20_000)} $${'1'.repeat(50_000)} ${'$1,'.repeat(20_000)}`;
    expect(took(() => sumsIn(text))).toBeLessThan(2_000);
  });
});

const LEDGER = `negotiations:
  - { date: 2025-07-01, by: plaintiff, kind: demand, amount: 450000 }
  - { date: 2025-07-15, by: defendant, kind: offer, amount: 120000 }
  - { date: 2025-08-01, by: plaintiff, kind: demand, terms: "$400,000 and an apology" }`;

function found(body: string, header = LEDGER, heading = '## Settlement history'): string[] {
  const letter = parseLetter(`---\njudge: hartwell\n${header}\n---\n\n${heading}\n\n${body}\n`);
  return runRule(amount, letter).map((f) => letter.text.slice(f.span.start, f.span.end).replace(/\s+/g, ' '));
}

describe('sums that are said to be demands or offers and are not in the ledger', () => {
  test.each<[string, string[]]>([
    ['Plaintiff demanded $465,000.', ['$465,000']],
    ['Plaintiff made a demand of $465,000 on July 1, 2025.', ['$465,000']],
    ['Plaintiff’s demand of July 1, 2025, in writing, is $465,000 and an apology.', ['$465,000']],
    ['Plaintiff’s first written demand, July 1, 2025, was $465K.', ['$465K']],
    ['On July 15 Pelham offered Ms. Ostrander $125,000 to settle the case.', ['$125,000']],
    ['Pelham Marine, Inc. countered at $125,000.', ['$125,000']],
    ['Pelham countered with $125,000, all in.', ['$125,000']],
    ['Pelham’s offer is $125,000 in two equal payments.', ['$125,000']],
    ['Pelham responded by e-mail on July 15 with an offer of $125,000.', ['$125,000']],
    ['Pelham made one offer, $125,000, on July 15.', ['$125,000']],
    ['Pelham made a $125,000 offer.', ['$125,000']],
    ['Her $465,000 written demand stands.', ['$465,000']],
    ['She put her demand at $465,000.', ['$465,000']],
    ['Plaintiff reduced her demand from $450,000 to $405,000.', ['$405,000']],
    ['We raised our offer to $130,000 on July 20.', ['$130,000']],
    ['The offers were $115,000 (July 3) and $125,000 (July 15).', ['$115,000', '$125,000']],
    ['Pelham offered $120,000. Plaintiff came down to $405,000 on August 1.', ['$405,000']],
    ['Four exchanges: a demand of $450,000 on May 2; an offer of $125,000 on May 8.', ['$125,000']],
    ['In May Pelham offered $125,000.', ['$125,000']],
    [
      'The demand was four hundred sixty-five thousand dollars.',
      ['four hundred sixty-five thousand dollars'],
    ],
    ['Pelham proposed $1.2 million in settlement.', ['$1.2 million']],
    ['Plaintiff rejected the offer of $125,000.', ['$125,000']],
    ['Ms. Ostrander offers to settle for $405,000.', ['$405,000']],
    ['- a demand of $465,000\n- an offer of $120,000', ['$465,000']],
    ['The last, best and final offer was $125,000.', ['$125,000']],
    ['Pelham conveyed a settlement\nproposal of $125,000.', ['$125,000']],
    ['We received a demand for $465,000.', ['$465,000']],
    ['Plaintiff’s last demand—$465,000—is firm.', ['$465,000']],
    ['Plaintiff demanded that Pelham pay $465,000.', ['$465,000']],
    ['Pelham’s initial offer of $120,000 was raised to $125,000 on July 20.', ['$125,000']],
    ['Without prejudice, Pelham offered $125,000.', ['$125,000']],
    ['The open offer is $125,000.', ['$125,000']],
    ['Pelham offered $120,000 on July 15 and $125,000 on July 20.', ['$125,000']],
    ['Plaintiff demanded $450,000 (July 1) and $405,000 (Aug. 1).', ['$405,000']],
  ])('%s', (body, sums) => expect(found(body)).toEqual(sums));

  test('under another heading, where the paragraph itself is about settlement', () => {
    const body = 'Pelham offered $125,000 to settle before suit.';
    expect(found(body, LEDGER, '## Background')).toEqual(['$125,000']);
  });
});

describe('sums that are left alone', () => {
  test.each([
    'Plaintiff demanded $450,000, and Pelham offered $120,000.',
    'Plaintiff demanded $400,000 and an apology.',
    'Plaintiff demanded about $445,000.',
    'Pelham offered $100,000 in cash and $20,000 in services.',
    'Pelham offered two payments of $60,000.',
    'Pelham offered to pay $100,000 within thirty days and $20,000 on August 1.',
    'Pelham offered $120,000, that is $60,000 on August 1 and $60,000 on September 1.',
    'Ms. Ostrander would settle for $300,000.',
    'Pelham is prepared to offer $150,000.',
    'Pelham will offer $150,000 at the conference.',
    'Plaintiff intends to demand $500,000.',
    'Pelham never offered $150,000.',
    'Pelham has not offered more than $90,000.',
    'An offer of $150,000 was never made.',
    'The value of the case is between $200,000 and $300,000.',
    'An offer in the range of $200,000 to $250,000 might end the case.',
    'Pelham offered $100,000 to $110,000.',
    'Damages are $900,000, and fees come to $85,000.',
    'The policy limit is $2,000,000, and the demand within policy limits of $2,000,000 expired.',
    'She had been offered the job in 2017 at $148,000.',
    'He was once offered partnership at a draw of $240,000.',
    'She was offered the post of sous-chef at $72,000 a year.',
    'The offer renews the lease at a rent of $1,412 a month.',
    'The union’s opening proposal in the wage talks was $31.50 an hour.',
    'Verdicts run from $400,000 to $1,100,000.',
    'The mediator proposed $200,000, which neither side took.',
    'The mediator’s proposal was $200,000.',
    'The Complaint demands $5,000,000.',
    'Plaintiff demands $750,000 in damages.',
    'A buyer offered $1,200,000 for the building in 2019.',
    'The landlord demanded $12,000 in back rent.',
    'An offer of judgment for $50,000 was made in *Orr v. Linden*.',
    'If Pelham offered $200,000, Ms. Ostrander would take it.',
    'Counsel has authority to offer $175,000.',
    'Pelham declined to offer $200,000.',
    'Her demand assumes lost wages of $64,000.',
    'The offer of $120,000, of which $40,000 is for fees, stands.',
    'Plaintiff’s demand is $450,000; her damages are $465,000.',
    'The sum of `$465,000` was demanded.',
    '> Plaintiff demanded $465,000.',
    'Neither a demand of $500,000 nor any other was made.',
    'The Town could have offered $90,000.',
    'Plaintiff lowered her demand by $50,000.',
    'The gap between the demand and the offer is $330,000.',
    'The offer is $330,000 below the demand.',
    'Pelham offered to pay $5,000 per month.',
    'Pelham’s offer to buy back her shares for $80,000 was part of the severance.',
  ])('%s', (body) => expect(found(body)).toEqual([]));

  test('offers of other things, outside the history', () => {
    expect(found('In 2019 a rival offered Ms. Ostrander $180,000.', LEDGER, '## Facts')).toEqual([]);
  });
  test('no ledger: the rule is skipped', () => {
    const letter = parseLetter('---\njudge: hartwell\n---\n\n## History\n\nPlaintiff demanded $5.\n');
    expect(() => runRule(amount, letter)).toThrow('no negotiations');
  });
  test('a table whose ledger has every sum', () => {
    expect(found('| By | Kind | Sum |\n| --- | --- | --- |\n| plaintiff | demand | $450,000 |')).toEqual([]);
  });
});
