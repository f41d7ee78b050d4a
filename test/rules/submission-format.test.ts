import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { submissionFormat } from '../../server/src/rules/submission-format.ts';
import { runRule } from '../support/run-rule.ts';

function marks(body: string, judge = 'spero'): string[] {
  const letter = parseLetter(`---\njudge: ${judge}\n---\n\n${body}\n`);
  return runRule(submissionFormat, letter).map((f) => letter.text.slice(f.span.start, f.span.end));
}

describe('paper, and files other than PDF', () => {
  test.each<[string, string[]]>([
    ['A paper courtesy copy will be delivered by hand.', ['paper courtesy copy']],
    ['A hard copy of this statement follows by Federal Express.', ['hard copy']],
    ['Two printed copies of this statement are enclosed.', ['printed copies']],
    ['**VIA FEDEX**\n\nDear Judge Spero:', ['VIA FEDEX']],
    ['June 3, 2024\n\nBy hand\n\nHon. Joseph C. Spero\n\nDear Judge Spero:', ['By hand']],
    ['By U.S. Mail\n\nDear Judge Spero:', ['By U.S. Mail']],
    ['This statement is sent as a Word document.', ['Word document']],
    ['By e-mail\n\nDear Judge Spero:', []],
    ['By email only\n\nDear Judge Spero:', []],
    [
      'By hand, the foreman tallied each crate in 2019 and sent the sheets to the warehouse manager.\n\nDear Judge Spero:',
      [],
    ],
    ['No paper copies of this statement will be submitted.', []],
    ['Hard copies of the invoices were produced in May.', []],
    ['On paper, the plan was sound.', []],
    ['The draft contract, a Word document, was edited in March.', []],
    ['> A courtesy copy will be delivered to chambers.', []],
  ])('%s', (body, found) => expect(marks(body)).toEqual(found));

  test('an order that does not say is silent', () => {
    expect(() => marks('A paper copy of this letter follows.', 'reznik')).toThrow('silent');
  });
});
