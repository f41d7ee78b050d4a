import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { missingSection } from '../../server/src/rules/missing-section.ts';
import { applyFix } from '../support/check.ts';
import { runRule } from '../support/run-rule.ts';

const HEADER = '---\njudge: reznik\n---\n\n';
const found = (body: string) => runRule(missingSection, parseLetter(`${HEADER}${body}\n`));
const titled = (body: string): string[] =>
  found(body).flatMap((f) => (f.fixes ?? []).filter((x) => x.title.startsWith('Make')).map((x) => x.title));

describe('a line that reads like a heading', () => {
  test.each<[string, string]>([
    ['KEY ISSUES\n\nThe tariff.', '## KEY ISSUES\n\nThe tariff.'],
    ['KEY ISSUES\nThe tariff.', '## KEY ISSUES\nThe tariff.'],
    ['II. KEY ISSUES:\n\nThe tariff.', '## II. KEY ISSUES:\n\nThe tariff.'],
    ['*Key Issues*\n\nThe tariff.', '## *Key Issues*\n\nThe tariff.'],
    ['<u>Key Issues</u>\n\nThe tariff.', '## <u>Key Issues</u>\n\nThe tariff.'],
    ['Key issues of fact and law\n\nThe tariff.', '## Key issues of fact and law\n\nThe tariff.'],
    ['1. KEY ISSUES\n\n   The tariff.', '1. **KEY ISSUES**\n\n   The tariff.'],
    ['1. KEY ISSUES\r\n   The tariff.', '1. **KEY ISSUES**\r\n   The tariff.'],
    ['### Preface\n\nOne.\n\nKEY ISSUES\n\nTwo.', '### Preface\n\nOne.\n\n### KEY ISSUES\n\nTwo.'],
  ])('is made one: %j', (body, after) => {
    const finding = found(body).find((f) => f.content === 'issues');
    const [fix] = finding?.fixes ?? [];
    if (!fix) throw new Error('no fix');
    const text = applyFix(`${HEADER}${body}\n`, fix);
    expect(text).toBe(`${HEADER}${after}\n`);
    expect(runRule(missingSection, parseLetter(text)).map((f) => f.content)).not.toContain('issues');
  });

  test.each([
    'The key issues of fact and law are these.',
    'The key issues of fact\nand law, as we see them, are three',
    '> KEY ISSUES',
    'We turn to the key issues that the parties have briefed at length before the district judge',
    'KEY ISSUES,',
    '- key issues\n- prior offers',
    '[KEY ISSUES]',
    ':::negotiation-chart',
  ])('is none: %j', (body) => expect(titled(body)).toEqual([]));

  test('several are mended at once, offered once', () => {
    const body = 'KEY ISSUES\n\nThe tariff.\n\nPRIOR OFFERS\n\nNone.';
    expect(titled(body)).toEqual([
      'Make “PRIOR OFFERS” a heading',
      'Make all 2 such lines headings',
      'Make “KEY ISSUES” a heading',
    ]);
    const all = found(body)[0]?.fixes?.[1];
    if (!all) throw new Error('no fix');
    const text = applyFix(`${HEADER}${body}\n`, all);
    expect(text).toContain('## KEY ISSUES\n\nThe tariff.\n\n## PRIOR OFFERS\n');
  });

  test('the finding names the line', () =>
    expect(found('Dear Judge Reznik:\n\nKEY ISSUES\n\nThe tariff.')[1]?.message).toContain(
      'Line 7, “KEY ISSUES”',
    ));
});
