import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { orderIssues, tellIssue } from '../../server/src/order/order-issues.ts';
import { placeIssues, yamlIssues } from '../../server/src/order/order-places.ts';

const GOOD = `judge: { name: Ann Bell, surname: Bell }
court: D. Me.
title: Order
source: a test
submissions:
  - id: letter
    name: letter
    kind: letter
    by: each party
    format: letter
    due: { when: { count: 5, unit: business days, before: conference }, paragraph: "1" }
    contents:
      - { id: facts, title: Facts, asks: the facts, cues: [fact], paragraph: "2" }
`;

/** [what slipped, what is written instead, the words that are marked, what is said]. */
const SLIPS: readonly (readonly [from: string, to: string, marked: string, said: RegExp])[] = [
  [
    'before: conference',
    'before: confrence',
    'confrence',
    /no event that is known\. Did you mean conference\?/,
  ],
  ['unit: business days', 'unit: busines days', 'busines days', /Did you mean business days\?/],
  ['kind: letter', 'kind: leter', 'leter', /Did you mean letter\?/],
  ['by: each party', 'by: both', 'both', /Write each party, plaintiff, defendant, all parties\./],
  ['count: 5', 'count: five', 'five', /must be a number/],
  ['    format: letter', '    formt: letter', 'formt', /formt is no key of an order\. Did you mean format\?/],
  ['cues: [fact]', 'cues: fact', 'fact', /must be a list/],
  [
    ', paragraph: "2"',
    '',
    '{ id: facts, title: Facts, asks: the facts, cues: [fact] }',
    /paragraph is missing/,
  ],
  ['id: letter', 'id: My Letter', 'My Letter', /small letters, digits and hyphens/],
];

describe('an order file written by hand', () => {
  it('has nothing wrong where nothing is', () => {
    expect(orderIssues(parse(GOOD))).toEqual([]);
  });

  it.each(SLIPS)('%s written as %s is marked with the mend', (from, to, marked, said) => {
    const text = GOOD.replace(from, to);
    expect(text).not.toBe(GOOD);
    const found = placeIssues(text, orderIssues(parse(text)));
    const told = found.map((i) => `${text.slice(i.span.start, i.span.end)} | ${tellIssue(i)}`);
    expect(
      told.some((t) => t.startsWith(`${marked} |`) && said.test(t)),
      told.join('\n'),
    ).toBe(true);
  });

  it('may count from a date that its cases know', () => {
    const text = `${GOOD.replace('before: conference', 'before: conferral')}cases:\n  - number: 1-cv-1\n    dates: [{ id: conferral, title: Conferral, date: 2024-05-01, paragraph: "3" }]\n`;
    expect(orderIssues(parse(text))).toEqual([]);
  });

  it('may count from an event that it names, whose date the letter gives', () => {
    const text = `${GOOD.replace('before: conference', 'before: board-meeting')}events: [{ id: board-meeting, title: Meeting of the board }]\n`;
    expect(orderIssues(parse(text))).toEqual([]);
  });

  it('may not count from what nobody knows, near to a known word or not', () => {
    const text = GOOD.replace('before: conference', 'before: xyz');
    const [issue] = placeIssues(text, orderIssues(parse(text)));
    expect(issue?.message).toMatch(
      /^xyz is no event that is known\. Write conference, demand, order, or add it/,
    );
    expect(text.slice(issue?.span.start, issue?.span.end)).toBe('xyz');
  });

  it('that is no YAML is marked where it breaks', () => {
    const [issue] = yamlIssues('judge: { name: Ann Bell\ncourt: x\n');
    expect(issue?.message).toMatch(/not YAML/);
  });

  it.each([null, 3, 'x', [], {}])('%j never throws', (data) => {
    expect(orderIssues(data).length).toBeGreaterThan(0);
  });
});

describe('the built-in orders', () => {
  const dir = join(import.meta.dirname, '../../schemas/orders');
  it.each(readdirSync(dir))('%s has nothing wrong', (file) => {
    expect(orderIssues(parse(readFileSync(join(dir, file), 'utf8')))).toEqual([]);
  });
});
