import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkJson } from './json.ts';
import { Folder, run } from './run.ts';

const HEAD = '---\njudge: reznik\n---\n\n';
const MB = 1_000_000;
const PATIENCE = { timeout: 60_000 };

const folder = new Folder();
const path = (name: string): string => join(folder.path, name);
beforeAll(() => {
  mkdirSync(path('all'));
  writeFileSync(path('all/5.md'), HEAD + 'Lorem ipsum dolor sit amet. '.repeat((5 * MB) / 28));
  writeFileSync(path('all/50.md'), HEAD + 'Lorem ipsum dolor sit amet.\n\n'.repeat((50 * MB) / 29));
  writeFileSync(path('all/70.md'), HEAD);
  truncateSync(path('all/70.md'), 70 * MB);
});
afterAll(() => folder.remove());

test('letters of 5, 50 and 70 MB in a folder are told as not read whole', PATIENCE, async () => {
  const { letters } = await checkJson([path('all')], { patience: 30_000 });
  expect(letters.map(({ status, incomplete }) => [status, incomplete[0]?.reason])).toEqual([
    ['incomplete', expect.stringContaining('not read whole')],
    ['incomplete', expect.stringContaining('not read whole')],
    ['incomplete', expect.stringContaining('too large for a letter')],
  ]);
});

test(
  'what stands behind the part that is read is not called missing, and what stands in it is told',
  PATIENCE,
  async () => {
    const good = readFileSync(join(import.meta.dirname, '../../docs/samples/reznik-good.md'), 'utf8');
    const first = good.indexOf('\n## ');
    expect(first).toBeGreaterThan(0);
    const filling = 'The parties met [Amount] times.\n\n'.repeat(40_000);
    writeFileSync(path('late.md'), `${good.slice(0, first)}\n\n${filling}${good.slice(first)}`);
    const { letters } = await checkJson([path('late.md')], { patience: 30_000 });
    const [late] = letters;
    expect(late?.status).toBe('incomplete');
    expect(new Set(late?.findings.map((f) => f.rule))).toEqual(new Set(['placeholder']));
    expect(late?.skipped.map((s) => s.rule)).toEqual(
      expect.arrayContaining(['missing-section', 'empty-section', 'section-detail', 'marking']),
    );
  },
);

test('none of them is exported, nor gives dates', PATIENCE, async () => {
  for (const [name, why] of [
    ['5.md', /too long for a letter/],
    ['50.md', /too long for a letter/],
    ['70.md', /too large for a letter/],
  ] as const) {
    const file = path(`all/${name}`);
    for (const args of [
      ['export', '--to', 'pdf', file],
      ['deadlines', file],
    ]) {
      const { code, stdout, stderr } = await run(args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(why);
    }
  }
});

test('dates are not taken from what is no text', async () => {
  writeFileSync(path('latin.md'), Buffer.concat([Buffer.from(HEAD), Buffer.from([0x43, 0xe9, 0xff])]));
  const { code, stderr } = await run(['deadlines', path('latin.md')]);
  expect(code).toBe(2);
  expect(stderr).toContain('not UTF-8');
});

// Windows has no /dev/zero.
test.skipIf(process.platform === 'win32')(
  'what comes in without end is given up, and told',
  PATIENCE,
  async () => {
    const { letters } = await checkJson(['/dev/zero']);
    expect(letters[0]?.incomplete[0]?.reason).toContain('too large for a letter');
    const stdin = Buffer.alloc(70 * MB, 'a');
    const { code, stdout } = await run(['check', '-'], { stdin });
    expect(code).toBe(2);
    expect(stdout).toContain('too large for a letter');
  },
);
