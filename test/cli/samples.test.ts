import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkJson, type LetterOutput, rulesOf } from './json.ts';
import { run, SAMPLES } from './run.ts';

/** The rules that each deficient sample was written to break, and no others. */
const DEFICIENT: Readonly<Record<string, readonly string[]>> = {
  'reznik-deficient.md': ['attendance', 'due-date', 'marking', 'missing-section', 'placeholder', 'service'],
  'spero-deficient.md': [
    'amount',
    'attendance',
    'exhibit',
    'exhibit-page-limit',
    'filing',
    'missing-section',
    'placeholder',
  ],
  'percy-deficient.md': ['attendance', 'due-date', 'exchange', 'page-limit', 'service'],
  'moses-deficient.md': [
    'due-date',
    'empty-section',
    'exchange',
    'identity',
    'personal-identifier',
    'recipient',
  ],
};
/** What is only told: damages that are not itemized, and that the statement goes as a PDF. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'spero-deficient.md': ['section-detail'],
};

let code: number | null;
let letters: LetterOutput[];
const byName = (name: string): LetterOutput => {
  const found = letters.find((l) => basename(l.file) === name);
  if (!found) throw new Error(`${name} was not checked`);
  return found;
};
beforeAll(async () => {
  ({ code, letters } = await checkJson([SAMPLES]));
});

test('every sample is checked whole, and nothing else in the folder', () => {
  const samples = readdirSync(SAMPLES).filter((f) => /-(good|deficient)\.md$/.test(f));
  expect(letters.map((l) => basename(l.file))).toEqual(samples.sort());
  expect(letters.map((l) => [basename(l.file), l.incomplete])).toEqual(samples.map((s) => [s, []]));
  expect(code).toBe(1);
});

test.each(['reznik', 'spero', 'percy', 'moses'])('%s has both kinds, from both sides', (judge) => {
  const mine = letters.filter((l) => l.judge === judge);
  expect(mine.some((l) => l.file.endsWith('-good.md'))).toBe(true);
  expect(mine.some((l) => l.file.endsWith('-deficient.md'))).toBe(true);
});

describe('good', () => {
  test.each(readdirSync(SAMPLES).filter((f) => f.endsWith('-good.md')))('%s', (name) => {
    const { findings, pages } = byName(name);
    expect(findings.map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
    expect(pages?.body).toBeGreaterThan(0);
  });
});

describe('deficient', () => {
  test.each(Object.entries(DEFICIENT))('%s', (name, rules) => {
    expect(rulesOf(byName(name))).toEqual(rules);
    const told = byName(name).findings.filter((f) => f.severity === 'information');
    expect([...new Set(told.map((f) => f.rule))]).toEqual(TOLD[name] ?? []);
  });
});

test('a README in the folder is no letter, but named outright it is told so', async () => {
  const named = await checkJson([join(SAMPLES, 'README.md')]);
  expect(named.code).toBe(1);
  expect(named.letters.map(rulesOf)).toEqual([['header']]);
});

test('good samples alone leave nothing to mend', async () => {
  const good = readdirSync(SAMPLES).filter((f) => f.endsWith('-good.md'));
  const ran = await run(['check', '--today', '2024-05-01', ...good], { cwd: SAMPLES });
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  expect(ran.stdout).toContain(`${good.length} letters checked, ${good.length} in order: nothing to mend.`);
});
