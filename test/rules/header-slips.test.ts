import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';

/** What is said of a header, each with the words that it marks. */
function slips(yaml: string): [string, string][] {
  const letter = parseLetter(`---\njudge: reznik\n${yaml}\n---\n\nDear Judge Reznik:\n`);
  return letter.header.issues.map(({ message, span }) => [letter.text.slice(span.start, span.end), message]);
}

describe('an alias of something that is not there', () => {
  test('is told for what it is, with the mend', () => {
    const letter = parseLetter('---\njudge: reznik\nparty: *Alfano\nconference: 2024-05-28\n---\n');
    const [issue, ...more] = letter.header.issues;
    expect(more).toEqual([]);
    expect(issue?.message).toMatch(/begins with \*.*put it in quotes/);
    expect(issue?.mend?.text).toBe('"*Alfano"');
    expect(letter.header.unreadable).toEqual(new Set(['party']));
    // All else is read.
    expect(letter.header.values).toMatchObject({ judge: 'reznik', conference: { date: '2024-05-28' } });
  });
  test('one of something that is there is read', () => {
    expect(slips('party: &p Alfano\ncaption: *p')).toEqual([]);
  });
  test('too many are told as such', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [${'*a, '.repeat(20)}]\nc: [${'*b, '.repeat(20)}]`;
    expect(slips(bomb)[0]?.[1]).toMatch(/refers to itself too often/);
  });
});

test.each([
  ['longer than 100,000 characters', `caption: |\n${'  A v. B\n'.repeat(12_000)}`],
  ['nested too deep', `caption: ${'['.repeat(200)}${']'.repeat(200)}`],
  ['nested too deep', Array.from({ length: 210 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ['too many of the signs', '**None.**\n'.repeat(600)],
  ['refers to itself', 'caption: &a [*a]'],
])('what is %s is told as such, at once, and the judge is still known', (says, yaml) => {
  const { header } = parseLetter(`---\njudge: reznik\n${yaml}\n---\n`);
  expect(header.issues.map((i) => i.message)).toEqual([expect.stringContaining(says)]);
  expect(header.values).toEqual({ judge: 'reznik' });
});

describe('one slip that swallows what follows', () => {
  test.each([
    'case: [7:24-cv-00361\ncaption: A v. B\nparty: A',
    'caption: "A v. B\nparty: A\nrole: plaintiff',
    'to: [a@b.example\nconference: 2024-05-28',
    'leave: { pages: 12\nconference: 2024-05-28\nattendees: []',
  ])('is told once, and nothing of the keys behind it: %#', (yaml) => {
    const told = slips(yaml);
    expect(told.length).toBeGreaterThan(0);
    for (const [, message] of told) expect(message).toMatch(/cannot be read here/);
  });
  test('leaves the judge at his place', () => {
    const { header, text } = parseLetter('---\ncase: [1\njudge: reznik\n---\n');
    const at = header.valueSpan(['judge']);
    expect(header.values.judge).toBe('reznik');
    expect(at && text.slice(at.start, at.end)).toBe('reznik');
  });
  test('a key that stands twice hides no other slip', () => {
    expect(slips('case: 1\ncase: 2\nrole: plaintif').map(([words]) => words)).toEqual(
      expect.arrayContaining(['plaintif']),
    );
  });
});

describe('several parties of one side', () => {
  test.each([
    ['party: [Marisol Vega]', 'Marisol Vega'],
    ['party: [Marisol Vega, Ana Castellanos]', 'Marisol Vega and Ana Castellanos'],
    ['party:\n  - A\n  - B\n  - C', 'A, B and C'],
  ])('%j are read as one name', (yaml, party) => {
    expect(slips(yaml)).toEqual([]);
    expect(parseLetter(`---\njudge: reznik\n${yaml}\n---\n`).header.values.party).toBe(party);
  });
  test('an empty list is none', () => {
    expect(slips('party: []')).toEqual([['[]', expect.stringMatching(/must name the party/)]]);
  });
});

describe('what cannot be read is told in plain words', () => {
  test.each([
    ['caption: "A v. B', /a quotation mark opens here that is never closed/],
    ['to: [a@b.c', /a bracket is opened and not closed/],
    ['to: [a,,b]', /a comma too many/],
    ['caption A v. B', /no colon: each line is key: value/],
    ['caption: "A" v. B', /something stands behind the value: put all of the value in quotes/],
    ['caption: A: v B', /a value that holds a colon stands in quotes/],
    ['attendees:\n  - name: x\n  title: y', /begin in the same column/],
    ['negotiations:\n- date: 2024-05-01\n by: x', /each item of a list begins with "- "/],
    ['case: "1"#2', /a # begins a comment/],
  ])('%j', (yaml, message) => {
    const told = slips(yaml).map(([, m]) => m);
    expect(told[0]).toMatch(message);
    // The library's own terms are of no use to who writes a letter.
    for (const m of told) expect(m).not.toMatch(/flow|scalar|implicit|mapping|node|token/i);
  });
});
