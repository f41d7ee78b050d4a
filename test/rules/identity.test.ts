import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { identity } from '../../server/src/rules/identity.ts';
import { daysNamedIn } from '../../server/src/rules/support/dates-in-text.ts';
import { applyFix } from '../support/check.ts';
import { runRule } from '../support/run-rule.ts';

const HEADER = `judge: hartwell
case: 3:25-cv-00417-KLM
caption: Ostrander v. Pelham Marine, Inc.
dated: 2025-09-02
conference: 2025-09-16 10:00`;

function letterOf(body: string, header = HEADER) {
  return parseLetter(`---\n${header}\n---\n\n${body}\n`);
}

function found(body: string, header = HEADER): string[] {
  const letter = letterOf(body, header);
  return runRule(identity, letter).map((f) =>
    letter.text.slice(f.span.start, f.span.end).replace(/\s+/g, ' '),
  );
}

function mended(body: string): string {
  let letter = letterOf(body);
  for (let round = 0; round < 5; round++) {
    const [fix] = runRule(identity, letter)[0]?.fixes ?? [];
    if (!fix) break;
    letter = parseLetter(applyFix(letter.text, fix));
  }
  return letter.text.slice(letter.body.start).trim();
}

const RE = 'Re: Ostrander v. Pelham Marine, Inc.';
const HEAD = `${RE}, 3:25-cv-00417-KLM\n\nDear Judge Hartwell:\n\n`;

describe('the case number', () => {
  test.each<[string, string[]]>([
    [`${RE}, 3:25-cv-00417-KLM\n\nDear Judge Hartwell:`, []],
    [`${RE}, 25 Civ. 417 (KLM)(MTH)\n\nDear Judge Hartwell:`, []],
    [`${RE}, No. 25-cv-417\n\nDear Judge Hartwell:`, []],
    [`${RE}, Case No. 3:25-CV-417\n\nDear Judge Hartwell:`, []],
    [`${RE}, 2025-cv-00417\n\nDear Judge Hartwell:`, []],
    [`${RE}, 3:25-cv-00471-KLM\n\nDear Judge Hartwell:`, ['3:25-cv-00471-KLM']],
    [`${RE}, 25 Civ. 471\n\nDear Judge Hartwell:`, ['25 Civ. 471']],
    [`${RE}, 3:24-cv-00417\n\nDear Judge Hartwell:`, ['3:24-cv-00417']],
    [`${RE}, 2:19-cv-08123-ABC\n\nDear Judge Hartwell:`, ['2:19-cv-08123-ABC']],
    ['Case No. 3:25-cv-00714-KLM\n\n## Settlement history', ['3:25-cv-00714-KLM']],
    [`${RE}, 3:25-cv-00417 (related to No. 3:25-cv-00418)\n\nDear Judge Hartwell:`, []],
    [`${RE}, 3:25-cv-00417; *Orr v. Linden*, 22-cv-4410\n\nDear Judge Hartwell:`, []],
    [`${HEAD}*Orr v. Linden*, No. 25-cv-00471, held the same.`, []],
    [`${HEAD}*See Hudson Grid Corp. v. Lowell*, No. 19-cv-2201, 2021 WL 1184402.`, []],
    [`${HEAD}A related action, No. 25-cv-418, is stayed.`, []],
    [`${HEAD}This action, No. 3:25-cv-00471, was filed in March.`, ['3:25-cv-00471']],
    [`${HEAD}The state action is Index No. 61234/2018.`, []],
  ])('%s', (body, marks) => expect(found(body)).toEqual(marks));

  test('without a number in the header there is nothing to hold it against', () => {
    expect(found(`${RE}, 9:19-cv-1\n\nDear Judge Hartwell:`, 'judge: hartwell')).toEqual([]);
  });
});

describe('the settlement judge', () => {
  test.each<[string, string[]]>([
    ['Dear Judge Hartwell:', []],
    ['Dear Magistrate Judge Hartwell,', []],
    ['DEAR JUDGE HARTWELL:', []],
    ['Dear Judge Miriam Hartwell:', []],
    ['Dear Your Honor:', []],
    ['Dear Judge:', []],
    ['Dear Magistrate Judge:', []],
    ['Dear Counsel:', []],
    ['To the Honorable Court:', []],
    ['Dear Judge Krause:', ['Judge Krause']],
    ['Dear Magistrate Judge Krause,', ['Judge Krause']],
    ['DEAR JUDGE KRAUSE:', ['JUDGE KRAUSE']],
    ['Dear Judge Hartwel:', ['Judge Hartwel']],
    ['Hon. Miriam T. Hartwell\nUnited States Magistrate Judge\n\nDear Judge Hartwell:', []],
    ['The Honorable Paul Krause\nUnited States Magistrate Judge\n\nDear Judge Hartwell:', ['Paul Krause']],
    ['Magistrate Judge Krause\nSeattle\n\nDear Judge Hartwell:', ['Krause']],
    [
      'Hon. Karen L. Moss\nUnited States District Judge\n\nHon. Miriam T. Hartwell\n\nDear Judge Hartwell:',
      [],
    ],
    ['Dear Judge Hartwell:\n\nJudge Moss denied the motion. Magistrate Judge Fox stayed discovery.', []],
    [
      'Dear Judge Hartwell:\n\nThe settlement conference set before Magistrate Judge Krause is near.',
      ['Judge Krause'],
    ],
    ['Dear Judge Hartwell:\n\nThe settlement conference is before Magistrate Judge Hartwell.', []],
    ['Dear Judge Hartwell:\n\nAn earlier settlement conference before Magistrate Judge Krause failed.', []],
    ['Dear Judge Hartwell:\n\nA status conference before Judge Moss is set for May.', []],
  ])('%s', (body, marks) => expect(found(body)).toEqual(marks));

  test('accents make no other judge', () => {
    expect(found('Dear Judge Hártwell:')).toEqual([]);
  });
});

describe('the day of the conference', () => {
  test.each<[string, string[]]>([
    ['We write for the settlement conference on September 16, 2025.', []],
    ['Settlement conference: Tuesday, September 16, 2025 at 10:00 a.m.', []],
    ['The settlement conference is on 9/16/2025.', []],
    ['The settlement conference is set for 2025-09-16.', []],
    ['The conference on September 16 will be short.', []],
    ['The settlement conference of 16 September 2025 is near.', []],
    ['We write for the settlement conference on September 17, 2025.', ['September 17, 2025']],
    ['Settlement conference: Wednesday, September 17, 2025 at 10:00 a.m.', ['September 17, 2025']],
    ['The settlement conference, which is set for 9/17/2025, is near.', ['9/17/2025']],
    ['Conference: September 17, 2025', ['September 17, 2025']],
    ['This is for the conference of September 17, 2025.', ['September 17, 2025']],
    ['The conference is on September 17.', ['September 17']],
    ['The conference is on Sept. 17th.', ['Sept. 17th']],
    ['We write ahead of the conference that the Court has set for September 17.', ['September 17']],
    ['The conference, set by the Court for September 17, is near.', ['September 17']],
    ['The conference before Your Honor on September 17 will be short.', ['September 17']],
    ['The settlement conference has been set for September 17.', ['September 17']],
    ['At the conference the Court set September 30 for expert reports.', []],
    ['At the conference before Judge Moss, September 30 was named for expert reports.', []],
    ['We look to the September 17, 2025 settlement conference.', ['September 17, 2025']],
    [
      'The settlement conference is scheduled to take place at 10:00 a.m. on September 17, 2025.',
      ['September 17, 2025'],
    ],
    ['The settlement conference on September 16, 2024 is near.', ['September 16, 2024']],
    ['Judge Moss set a status conference for September 17, 2025.', []],
    ['The scheduling conference is on October 3, 2025.', []],
    ['The Rule 26(f) conference is on October 3, 2025.', []],
    ['The next case management conference before Judge Moss is on November 8, 2025.', []],
    ['The pre-settlement conference is on September 9, 2025.', []],
    ['A telephone conference on September 9, 2025 may help.', []],
    ['The first settlement conference, on March 3, 2025, failed.', []],
    ['At a conference on October 1, 2025 Judge Moss will rule.', []],
    ['The settlement conference was adjourned from September 10, 2025.', []],
    ['The settlement conference statement of September 9, 2025 was late.', []],
    ['The settlement conference order of August 1, 2025 asks for this.', []],
    ['The final pretrial conference is on December 1, 2025.', []],
    ['She can attend the conference. On September 17, 2025 she flies home.', []],
  ])('%s', (body, marks) => expect(found(`Dear Judge Hartwell:\n\n${body}`)).toEqual(marks));
});

describe('the text after the fixes', () => {
  test.each([
    [`${RE}, 25 Civ. 471\n\nDear Judge Krause:`, `${RE}, 3:25-cv-00417-KLM\n\nDear Judge Hartwell:`],
    ['DEAR JUDGE KRAUSE:', 'DEAR JUDGE HARTWELL:'],
    ['The conference is on September 17.', 'The conference is on September 16.'],
    ['**Settlement conference:** 9/17/2025', '**Settlement conference:** September 16, 2025'],
    [
      'Hon. Paul Krause\nUnited States Magistrate Judge\n\nDear Judge Hartwell:',
      'Hon. Miriam T. Hartwell\nUnited States Magistrate Judge\n\nDear Judge Hartwell:',
    ],
  ])('%s', (before, after) => expect(mended(before)).toBe(after));
});

describe('days named in a text', () => {
  test.each<[string, string[]]>([
    ['May 28, 2024', ['2024-5-28']],
    ['Sept. 3rd, 2024 and 4 March 2025', ['2024-9-3', '2025-3-4']],
    ['the 4th day of March, 2025', ['2025-3-4']],
    ['3/14/72 and 03-14-1972', ['1972-3-14', '1972-3-14']],
    ['2024-02-29, but not 2023-02-29', ['2024-2-29']],
    ['May 3', ['null-5-3']],
    ['may 3 of them; 1/2; 13/45/2020; No. 61234/2018', []],
  ])('%s', (text, days) => {
    expect(daysNamedIn(text).map((d) => `${d.year}-${d.month}-${d.day}`)).toEqual(days);
  });
});
