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
