import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { personalIdentifier } from '../../server/src/rules/personal-identifier.ts';
import { applyFix } from '../support/check.ts';
import { runRule } from '../support/run-rule.ts';
import { took } from '../support/spent.ts';

const letterOf = (body: string) => parseLetter(`---\njudge: hartwell\n---\n\n${body}\n`);

describe('identifiers of persons', () => {
  test.each<[string, string, string]>([
    ['Her SSN is 078-05-1120.', '078-05-1120', 'Her SSN is XXX-XX-1120.'],
    ['The number 078-05-1120 appears twice.', '078-05-1120', 'The number XXX-XX-1120 appears twice.'],
    ['Social Security No. 078051120', '078051120', 'Social Security No. XXX-XX-1120'],
    ['Social security number: 078 05 1120', '078 05 1120', 'Social security number: XXX-XX-1120'],
    ['**SSN:** 078-05-1120', '078-05-1120', '**SSN:** XXX-XX-1120'],
    ['EIN 12-3456789', '12-3456789', 'EIN XX-XXX6789'],
    ['Its tax ID is 123456789.', '123456789', 'Its tax ID is XXX-XX-6789.'],
    ['Taxpayer identification no. 912-70-1234', '912-70-1234', 'Taxpayer identification no. XXX-XX-1234'],
    ['Wire it to account no. 12345678.', '12345678', 'Wire it to account no. XXXX5678.'],
    ['Acct. # 1234-5678-90', '1234-5678-90', 'Acct. # XXXXXX7890'],
    ['bank account number is 0001 2345 6789', '0001 2345 6789', 'bank account number is XXXXXXXX6789'],
    [
      'Her card, 4111 1111 1111 1111, was charged.',
      '4111 1111 1111 1111',
      'Her card, XXXXXXXXXXXX1111, was charged.',
    ],
    ['Date of birth: 3/14/1972', '3/14/1972', 'Date of birth: 1972'],
    ['(DOB 03/14/72)', '03/14/72', '(DOB 1972)'],
    ['She was born March 14, 1972 in Ohio.', 'March 14, 1972', 'She was born in 1972 in Ohio.'],
    ['She was born on 14 March 1972.', '14 March 1972', 'She was born in 1972.'],
    ['His birthday is March 14, 1972.', 'March 14, 1972', 'His birthday is 1972.'],
    ['His birth date of 1972-03-14 is on file.', '1972-03-14', 'His birth date of 1972 is on file.'],
    ['Born on **March 14, 1972**, she sued.', 'March 14, 1972', 'Born on **1972**, she sued.'],
  ])('%s', (body, marks, fixed) => {
    const letter = letterOf(body);
    const [first, ...more] = runRule(personalIdentifier, letter);
    expect(more).toEqual([]);
    expect(first && letter.text.slice(first.span.start, first.span.end)).toBe(marks);
    const [fix] = first?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    const after = applyFix(letter.text, fix);
    expect(after.slice(letter.body.start).trim()).toBe(fixed);
    expect(runRule(personalIdentifier, parseLetter(after))).toEqual([]);
  });

  test.each([
    'SSN XXX-XX-1120 and ***-**-1120, last four 1120',
    'the last four digits of his social security number are 1120',
    'Call (662) 234-3114 or 212-555-0100 or 415.522.3691.',
    'Invoice No. 40-1187; claim number 123-45-6789; part 123-45-6789',
    'Policy no. 12-3456789 and permit 12-3456789',
    'Bates DEF000412 to DEF000988, PL-000-12-3456',
    'account ending in 4471; account no. XXXX4471; account 4471',
    'Case 7:24-cv-00361-PMH, Dkt. 197, Index No. 61234/2018',
    'We took into account 12,500 hours and 2,019 days.',
    'on account of 2019-2020 sales',
    'The eyewitness, born in 1958, receives Social Security.',
    'born in March 1972; born on a Tuesday; the firstborn on May 3',
    'The company was founded on March 14, 1972, and its heir was born later.',
    'ZIP 10601-1509; Meeting ID 161 664 4640',
    '28 U.S.C. § 1346; 88 F.4th 412; 2021 WL 1184402',
    'Serial number 1234 5678 9012 3456',
    'Social Security paid him $1,412 a month from 2018 to 2020.',
    'The field reads `078-05-1120`.',
  ])('leaves alone: %s', (body) => expect(runRule(personalIdentifier, letterOf(body))).toEqual([]));

  test('in a table and in a footnote', () => {
    const body =
      '| Name | SSN |\n| --- | --- |\n| A. Roe | 078-05-1120 |\n\nSee.[^1]\n\n[^1]: DOB: 3/14/1972.';
    const letter = letterOf(body);
    expect(
      runRule(personalIdentifier, letter).map((f) => letter.text.slice(f.span.start, f.span.end)),
    ).toEqual(['078-05-1120', '3/14/1972']);
  });

  test('a hostile text takes no time', () => {
    const text = `account ${'1 '.repeat(30_000)} SSN ${'123-45-'.repeat(20_000)} ${'born on '.repeat(10_000)}`;
    expect(took(() => runRule(personalIdentifier, letterOf(text)))).toBeLessThan(3_000);
  });
});
