import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { exhibit } from '../../server/src/rules/exhibit.ts';
import { exhibitPageLimit } from '../../server/src/rules/exhibit-page-limit.ts';
import { hardCopy } from '../../server/src/rules/hard-copy.ts';
import { citationsOf, labelKey } from '../../server/src/rules/support/citations.ts';
import type { ExhibitInfo } from '../../server/src/rules/support/rule.ts';
import { applyFix } from '../support/check.ts';
import { runRule } from '../support/run-rule.ts';
import { took } from '../support/spent.ts';

const cited = (text: string) =>
  citationsOf(text).map(({ label, certain }) => (certain ? label : `${label}?`));

describe('citations of exhibits', () => {
  test.each<[string, string[]]>([
    ['See Ex. C.', ['C']],
    ['See Exhibit 3.', ['3']],
    ['EXHIBIT A', ['A']],
    ['(Exhibit “A”)', ['A']],
    ['exhibit B shows it', ['B']],
    ['Exs. A and B', ['A', 'B']],
    ['Exhibits A, B, and C', ['A', 'B', 'C']],
    ['Exs. A, B & D-F', ['A', 'B', 'D', 'E', 'F']],
    ['Exhibits A-D', ['A', 'B', 'C', 'D']],
    ['Exhibits A through C', ['A', 'B', 'C']],
    ['Exs. 1–3', ['1', '2', '3']],
    ['Exhibit A and B', ['A', 'B']],
    ['Ex. A at 4', ['A']],
    ['Ex. A at 4, Ex. B at 5-6', ['A', 'B']],
    ['Exs. A at 4, B at 6', ['A', 'B']],
    ['Exs. 1 at 4, 5', ['1']],
    ['Exs. A (the chart) and B (the log)', ['A', 'B']],
    ['Ex. P-1, Ex. DX12, Ex. AA', ['P-1', 'DX12', 'AA']],
    ['Ex. A-1 through A-3', ['A-1', 'A-2', 'A-3']],
    ['Exhibit 2.1', ['2.1']],
    ['Exhibit\nA', ['A']],
    ['Ex. No. 4', ['4']],
    ['Exhibit A to this letter', ['A']],
    ['Exhibit B hereto', ['B']],
    ['Agreement, Ex. A at 2', ['A']],
    ['Exhibit A in support', ['A']],
    ['Exhibit 7 to the second deposition', []],
    ['Exhibit B, at 4, to the Smith Declaration', []],
    ['Exhibit C of the Complaint', []],
    ['Ex. 3 to the Complaint', []],
    ['Exhibits 1-4 to Ms. Roe’s deposition', []],
    ['Plaintiff’s Trial Exhibit 9', []],
    ['Deposition Ex. 7', []],
    ['Dkt. 31, Ex. 2', []],
    ['Dkt. No. 31-2 at 5, Ex. B', []],
    ['ECF No. 12 (Ex. A)', []],
    ['Doc. 45-3, Exhibit 1', []],
    ['Smith Decl. Ex. C', []],
    ['Compl. Ex. 3', []],
    ['Smith Decl., Ex. C', ['C?']],
    ['Plaintiff’s Exhibit 3', ['3?']],
    ['He wrote: “as set out in Exhibit A.”', ['A?']],
    ['Exhibit A to the Court', ['A?']],
    ['an ex parte letter; Ex Parte; EX REL', []],
    ['The paintings exhibit a pattern; exhibits 20 pages long', []],
    ['the exhibits I mentioned', []],
    ['[ex-a], ex-A, Exxon 3, Exeter A', []],
    ['The exhibition. A guard', []],
    ['no exhibits', []],
  ])('%s', (text, labels) => expect(cited(text)).toEqual(labels));

  test.each([
    ['Exhibit a', 'A'],
    ['Ex. 01', '1'],
    ['“B”', 'B'],
    ['A–1', 'A-1'],
    ['2.1', '2.1'],
  ])('the label %s is %s', (label, key) => expect(labelKey(label)).toBe(key));

  test('a hostile text takes no time', () => {
    const text = `${'Exs. A, '.repeat(20_000)}${'Exhibits 1-200, '.repeat(2_000)}${'Dkt. 1 '.repeat(20_000)}`;
    expect(took(() => citationsOf(text))).toBeLessThan(5_000);
  });
});

const source = (exhibits: string, body: string, judge = 'hartwell') =>
  parseLetter(`---\njudge: ${judge}\nexhibits:\n${exhibits}\n---\n\n${body}\n`);
const info = (...pages: (number | null | string)[]): ExhibitInfo[] =>
  pages.map((p, index) =>
    typeof p === 'string' ? { index, pages: null, problem: p } : { index, pages: p, problem: null },
  );

describe('exhibit', () => {
  const two = '  - { label: A, pages: 1 }\n  - { label: B, pages: 1 }';
  test.each<[string, string[]]>([
    ['Exhibits A and B.', []],
    ['Exs. A-B.', []],
    ['See Ex. A at 1, and [the log][ex-b].\n\n[ex-b]: b.pdf', ['B']],
    ['Ex. A, Ex. B, Ex. C.', ['Ex. C']],
    ['Ex. A-1 and Ex. B.', []],
    ['Ex. B, and Exhibit A to the second deposition.', ['A']],
    ['Attachment A and Ex. B.', []],
    ['# Exhibit A\n\nExhibit B[^1]\n\n[^1]: See Ex. D.', ['Ex. D']],
    ['Ex. A.\n\n<!-- Ex. B -->', ['B']],
    ['Ex. A, Ex. B, `Ex. C`', []],
    ['Exs. A, B, C and D', ['Exs. A, B, C and D']],
  ])('%s', (body, marks) => {
    const letter = source(two, body);
    const found = runRule(exhibit, letter, { exhibits: info(1, 1) });
    expect(found.map((f) => letter.text.slice(f.span.start, f.span.end))).toEqual(marks);
  });

  test('a number that YAML reads as one, and a label of several words', () => {
    const letter = source(
      '  - { label: 01 }\n  - { label: Whitlock chart }',
      'Ex. 1 and the Whitlock chart.',
    );
    expect(runRule(exhibit, letter, { exhibits: info(1, 1) })).toEqual([]);
  });

  test('a file that is not there, with the one that is meant', () => {
    const letter = source('  - { label: A, file: chrat.pdf }', 'Ex. A');
    const exhibits: ExhibitInfo[] = [
      { index: 0, pages: null, problem: 'does not exist', likely: 'chart.pdf' },
    ];
    const [found] = runRule(exhibit, letter, { exhibits });
    expect(found?.message).toBe('Exhibit A: chrat.pdf does not exist. Did you mean chart.pdf?');
    const [fix] = found?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    expect(applyFix(letter.text, fix)).toContain('file: chart.pdf }');
  });

  test('pages that the file does not have are information, and the fix gives the right number', () => {
    const letter = source('  - label: A\n    file: a.pdf\n    pages: 4', 'Ex. A');
    const [found] = runRule(exhibit, letter, { exhibits: info(6) });
    expect(found).toMatchObject({ severity: 'information' });
    const [fix] = found?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    expect(applyFix(letter.text, fix)).toContain('    pages: 6\n---');
  });
});

describe('pages of exhibits', () => {
  const list = '  - { label: A, pages: 3 }\n  - { label: B }\n  - { label: C, file: c.pdf }';
  test('unknown pages leave the check incomplete, never clean', () => {
    expect(() =>
      runRule(exhibitPageLimit, source(list, ''), { exhibits: info(3, null, 'is encrypted') }),
    ).toThrow(
      'the pages of Exhibit B (neither file nor pages), Exhibit C (c.pdf is encrypted) are not known',
    );
  });
  test('already too many, whatever the unknown ones have', () => {
    const [found] = runRule(exhibitPageLimit, source(list, ''), { exhibits: info(5, null, 1) });
    expect(found?.message).toContain('6 pages of exhibits, 2 too many: the order allows 4 (¶ 5)');
  });
  test('leave that allows less than the order changes nothing', () => {
    const letter = source(`${list}\nleave: { exhibitPages: 2 }`, '');
    expect(runRule(exhibitPageLimit, letter, { exhibits: info(1, 1, 2) })).toEqual([]);
  });
  test('an order without a limit is silent', () => {
    expect(() => runRule(exhibitPageLimit, source(list, '', 'percy'), { exhibits: info(90, 1, 1) })).toThrow(
      'silent',
    );
  });
  test('over ten pages Reznik wants paper by hand; unknown pages are said to be unknown', () => {
    const letter = source(list, '', 'reznik');
    expect(runRule(hardCopy, letter, { exhibits: info(8, 1, 1) })).toEqual([]);
    expect(runRule(hardCopy, letter, { exhibits: info(8, 2, 1) })[0]?.message).toContain('11 pages');
    expect(runRule(hardCopy, letter, { exhibits: info(8, null, 1) })[0]?.message).toContain('not known');
  });
});
