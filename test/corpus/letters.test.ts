import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../server/src/check/result.ts';
import { rules } from '../../server/src/rules/index.ts';
import { type Checker, startChecker } from '../support/check.ts';

/**
 * Letters whose findings were told by hand, without sight of the rules; see the README in `letters`. The
 * rules were mended on `letters`; `holdout` and `holdout-2` were written afterwards, by other hands, to measure them.
 */
const fixtures = join(import.meta.dirname, '../fixtures');

interface Wanted {
  readonly rule: string;
  readonly content?: string;
  readonly near?: string;
  readonly severity?: string;
}
interface Truth {
  readonly today: string;
  readonly findings: readonly Wanted[];
  readonly information?: readonly Wanted[];
  readonly allowed?: readonly Wanted[];
}

const known = new Set(rules.map((r) => r.id));
const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .map((f) => f.slice(0, -'.json'.length));

let checker: Checker;
beforeAll(async () => {
  checker = await startChecker();
});
afterAll(() => checker.stop());

describe.each(['letters', 'holdout', 'holdout-2'])('%s', (set) => {
  const folder = join(fixtures, set);
  test.each(namesIn(folder))('%s', async (name) => {
    const text = readFileSync(join(folder, `${name}.md`), 'utf8');
    const truth: Truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const { findings, incomplete } = await checker.check(text, truth.today, join(folder, `${name}.md`));
    expect(incomplete).toEqual([]);
    const wanted = [...truth.findings, ...(truth.information ?? [])].filter((w) => known.has(w.rule));
    const missed = wanted.filter((w) => !findings.some((f) => answers(f, w)));
    const accepted = [...wanted, ...(truth.allowed ?? [])];
    const invented = findings.filter(
      (f) => f.severity !== 'information' && !accepted.some((w) => answers(f, w)),
    );
    expect({
      missed,
      invented: invented.map(({ rule, message, content }) => ({ rule, message, content })),
    }).toEqual({
      missed: [],
      invented: [],
    });
  });
});

function answers(finding: Finding, wanted: Wanted): boolean {
  if (finding.rule !== wanted.rule) return false;
  if (wanted.content !== undefined && finding.content !== wanted.content) return false;
  if (wanted.severity !== undefined && finding.severity !== wanted.severity) return false;
  return true;
}
