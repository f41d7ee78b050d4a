import { afterAll, describe, expect, test } from 'vitest';
import { checkOne } from './json.ts';
import { Folder, run } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());

describe('a new letter in the terminal', () => {
  test('has its blanks told together, each with its line, and every one in JSON', async () => {
    const { stdout } = await run(['new', 'reznik']);
    const file = folder.write('new.md', stdout);
    const { stdout: said } = await run(['check', '--today', '2024-05-01', file]);
    const { letter } = await checkOne([file]);
    const blanks = letter.findings.filter((f) => f.rule === 'placeholder');
    expect(blanks.length).toBeGreaterThan(5);
    expect(said).toContain(`${blanks.length} times: Fill in or remove`);
    expect(said.match(/Fill in or remove/g)).toHaveLength(1);
    for (const { range } of blanks) expect(said).toMatch(new RegExp(`^ +${range.start.line + 1} │ \\[`, 'm'));
    expect(said).toContain(`${letter.findings.filter((f) => f.severity === 'warning').length} warnings`);
  });

  test('a few of a kind are told one by one, with their lines', async () => {
    const file = folder.write('few.md', '---\njudge: reznik\n---\n\nDear [Name]:\n\nIn [Month].\n');
    const { stdout } = await run(['check', file]);
    expect(stdout.match(/Fill in or remove \[/g)).toHaveLength(2);
  });
});

describe('the header of a new letter', () => {
  test.each([
    ['reznik', ['attendees:', 'negotiations:', 'attends: in-person']],
    ['percy', ['attendees:', 'negotiations:', 'authority: full', 'written: true']],
    ['moses', ['negotiations:']],
  ])('for %s has the lists that its order is held against', async (judge, lines) => {
    const { stdout } = await run(['new', judge]);
    const header = stdout.slice(0, stdout.indexOf('\n---', 4));
    for (const line of lines) expect(header).toContain(line);
    if (judge === 'moses') expect(header).not.toContain('attendees:');
  });
});
