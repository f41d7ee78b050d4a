import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOfTest } from '../support/temporary.ts';
import { run, SAMPLES } from './run.ts';

const good = readFileSync(join(SAMPLES, 'reznik-good.md'), 'utf8');
const bare = '---\njudge: reznik\ncase: 7:24-cv-00361\n---\n\nDear Judge Reznik:\n';

async function tried(letters: Readonly<Record<string, string>>) {
  const dir = folderOfTest();
  for (const [name, text] of Object.entries(letters)) writeFileSync(join(dir, name), text);
  return run(['orders', '--test', dir, '--today', '2024-05-17']);
}

it('letters that are as they say pass', async () => {
  const { code, stdout } = await tried({ 'good.md': `${good}\n<!-- expect: nothing -->\n` });
  expect(stdout).toMatch(/^ok {3}.*good\.md/);
  expect(code).toBe(0);
});

it('what is found though not expected fails, and the reverse, and silence', async () => {
  const { code, stdout } = await tried({
    'a.md': `${bare}\n<!-- expect: missing-section(history) -->\n`,
    'b.md': `${good}\n<!-- expect: page-limit -->\n`,
    'c.md': good,
  });
  expect(stdout).toMatch(/found though not expected: missing-section\(issues\)/);
  expect(stdout).not.toMatch(/found though not expected: missing-section\(history\)/);
  expect(stdout).toMatch(/expected but not found: page-limit/);
  expect(stdout).toMatch(/says nothing of what is expected/);
  expect(code).toBe(1);
});

it('a folder without letters is told', async () => {
  const { code, stderr } = await tried({ 'notes.txt': 'x' });
  expect(stderr).toMatch(/there are no letters in it/);
  expect(code).toBe(2);
});
