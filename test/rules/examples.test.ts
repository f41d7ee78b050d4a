import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import type { Example } from '../../server/src/rules/support/rule.ts';
import { applyFix, type Checker, sampleLetter, startChecker } from '../support/check.ts';

let checker: Checker;
beforeAll(async () => {
  checker = await startChecker();
});
afterAll(() => checker.stop());

const text = (example: Example): string => example.whole ?? sampleLetter(example);

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  test.each(rule.accepted)('leaves alone: $say', async (example) => {
    const result = await checker.check(text(example), example.today);
    expect(result.findings.filter((f) => f.rule === id)).toEqual([]);
    expect(result.incomplete).toEqual([]);
  });

  test.each(rule.rejected)('finds: $say', async (example) => {
    const source = text(example);
    const result = await checker.check(source, example.today);
    const findings = result.findings.filter((f) => f.rule === id);
    expect(findings.map((f) => f.message)).toHaveLength(example.count ?? 1);
    const [first] = findings;
    if (!first) return;
    expect(first.span.start).toBeGreaterThanOrEqual(0);
    expect(first.span.end).toBeLessThanOrEqual(source.length);
    if (example.marks) expect(source.slice(first.span.start, first.span.end)).toBe(example.marks);
    const [fix] = first.fixes ?? [];
    if (example.fixed !== undefined) {
      if (!fix) throw new Error('the example shows a fix, but the finding has none');
      const after = applyFix(source, fix);
      expect(example.whole ? after : after.slice(after.indexOf('---\n\n') + 5)).toBe(example.fixed);
    }
    if (fix) {
      const again = await checker.check(applyFix(source, fix), example.today);
      const still = again.findings.filter(
        (f) => f.rule === id && f.message === first.message && f.content === first.content,
      );
      expect(still.length, `the finding goes with its fix “${fix.title}”`).toBeLessThan(
        findings.filter((f) => f.message === first.message && f.content === first.content).length,
      );
    }
  });

  test('has examples of both kinds', () => {
    expect(rule.accepted.length).toBeGreaterThan(0);
    expect(rule.rejected.length).toBeGreaterThan(0);
  });
});
