import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkJson, checkOne, type LetterOutput, rulesOf } from './json.ts';
import { Folder, ONE_LINE, type Ran, run } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());

const SET = {
  case: '7:24-cv-00999-ABC',
  caption: "Ames & Daughter, Inc. v. O'Rourke: the Estate",
  party: 'Ames & Daughter, Inc.',
  role: 'plaintiff',
  dated: '2024-04-30',
  conference: '2024-05-21 10:00',
  due: '2024-05-06',
  since: '2024-03-01',
  from: 'writer@firm.example',
};
const setting = Object.entries(SET).flatMap(([k, v]) => ['--set', `${k}=${v}`]);

/** What a draft cannot hold: who attends, and what was demanded and offered. */
const NEEDS_DATA = ['attendance', 'exchange'];

const JUDGES = ['reznik', 'spero', 'percy', 'moses'];
const DOCUMENTS = [
  ['reznik', 'letter'],
  ['spero', 'statement'],
  ['spero', 'confidential-letter'],
  ['spero', 'joint-agenda'],
  ['percy', 'statement'],
  ['moses', 'letter'],
] as const;

/** The drafts by name, and what a check of them all says of each. */
const drafts = new Map<string, { made: Ran; letter: LetterOutput }>();
beforeAll(async () => {
  const made = await Promise.all([
    ...DOCUMENTS.map(async ([judge, submission]) => {
      const args = ['new', judge, '--submission', submission, ...setting];
      return [`${judge}-${submission}`, await run(args)] as const;
    }),
    ...JUDGES.map(async (judge) => [`${judge}-bare`, await run(['new', judge])] as const),
  ]);
  const files = made.map(([name, { stdout }]) => folder.write(`drafts/${name}.md`, stdout));
  const { letters } = await checkJson(files);
  made.forEach(([name, ran], i) => {
    const letter = letters[i];
    if (letter) drafts.set(name, { made: ran, letter });
  });
});

function drafted(name: string): { made: Ran; letter: LetterOutput } {
  const draft = drafts.get(name);
  if (!draft) throw new Error(`${name} was not checked`);
  return draft;
}

describe.concurrent('a new letter', () => {
  test.each(DOCUMENTS)('for %s, %s: nothing is found in it but its blanks', async (judge, submission) => {
    const { made, letter } = drafted(`${judge}-${submission}`);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(letter).toMatchObject({ judge, submission, status: 'complete' });
    const rest = rulesOf(letter).filter((r) => r !== 'placeholder' && !NEEDS_DATA.includes(r));
    expect(rest).toEqual([]);
    const blanks = letter.findings.filter((f) => f.rule === 'placeholder').map((f) => f.message);
    expect(blanks.length).toBeGreaterThan(0);
    for (const filled of ['[Caption]', '[Case number]', '[Date]'])
      expect(blanks.join()).not.toContain(filled);
    for (const said of [
      SET.caption,
      SET.case,
      'April 30, 2024',
      'May 21, 2024',
      `Counsel for ${SET.party}`,
    ]) {
      expect(made.stdout).toContain(said);
    }
  });

  test.each(JUDGES)('for %s without anything given has blanks where they go', async (judge) => {
    const { made, letter } = drafted(`${judge}-bare`);
    for (const blank of ['[Date]', '[Caption]', '[Case number]']) expect(made.stdout).toContain(blank);
    expect(rulesOf(letter).filter((r) => !['placeholder', 'recipient', ...NEEDS_DATA].includes(r))).toEqual(
      [],
    );
  });

  test('has a header of its own kind: a copy of it reads back what was set', async () => {
    const tricky = { caption: 'A "quoted" # v. [B]: {C}', party: "- 'dash", case: '0042' };
    const args = Object.entries(tricky).flatMap(([k, v]) => ['--set', `${k}=${v}`]);
    const { stdout } = await run(['new', 'reznik', ...args]);
    const { letter } = await checkOne(['-'], { stdin: stdout });
    expect(letter.findings.filter((f) => f.rule === 'header')).toEqual([]);
    for (const value of Object.values(tricky)) expect(stdout).toContain(value);
  });

  test('goes to a file, and never over one that is there', async () => {
    const file = join(folder.path, 'draft.md');
    const made = await run(['new', 'percy', '-o', file]);
    expect(made).toMatchObject({ code: 0, stdout: '' });
    const first = readFileSync(file, 'utf8');
    expect(first).toMatch(/^---\njudge: percy\n/);
    const again = await run(['new', 'reznik', '-o', file]);
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(ONE_LINE);
    expect(again.stderr).toContain('choose another name');
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  test('into a folder that is not there is told in one line', async () => {
    const { code, stderr } = await run(['new', 'percy', '-o', join(folder.path, 'no/draft.md')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(ONE_LINE);
  });

  test('an impossible date is refused', async () => {
    const { code, stderr } = await run(['new', 'reznik', '--set', 'conference=2024-02-30']);
    expect(code).toBe(2);
    expect(stderr).toMatch(ONE_LINE);
  });
});
