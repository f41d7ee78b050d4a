import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { Folder, ONE_LINE, run, STACK } from '../cli/run.ts';
import { sample } from './support.ts';

let folder = new Folder();
beforeEach(() => {
  folder.remove();
  folder = new Folder();
  folder.write('letter.md', sample('moses-good'));
});
afterAll(() => folder.remove());

const NAME = 'Delacroix v Fennimore Street Housing Corp';
const exported = (...args: string[]) => run(['export', ...args, 'letter.md'], { cwd: folder.path });

test.each([
  ['pdf', `Confidential settlement letter - ${NAME} - not for filing.pdf`, 'PDF/A-2b, 1 page'],
  ['docx', `Confidential settlement letter - ${NAME} - not for filing.docx`, 'Word document'],
  [
    'eml',
    `Confidential settlement letter - ${NAME} - not for filing.eml`,
    'unsent e-mail to Moses_NYSDChambers@',
  ],
  ['ics', `Settlement conference dates - ${NAME}.ics`, 'calendar, 2 dates'],
])('export --to %s writes beside the letter and says what', async (to, name, what) => {
  const first = await exported('--to', to);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain(`${name}: ${what}`);
  expect(readdirSync(folder.path).sort()).toEqual([name, 'letter.md'].sort());
  const again = await exported('--to', to);
  expect(again.code).toBe(0);
  expect(again.stdout).toContain('it replaces an earlier export');
});

test('export -o writes where it is told', async () => {
  expect(await exported('--to', 'pdf', '-o', 'to chambers.pdf')).toMatchObject({ code: 0 });
  expect(readdirSync(folder.path)).toContain('to chambers.pdf');
});

test('a calendar is refused where the order that has its dates cannot be read', async () => {
  folder.write('.ex-parte/orders/moses.yaml', 'submissions: [');
  const refused = await exported('--to', 'ics');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/not exported: it could not be checked whole .*moses\.yaml/);
});

test('a letter with errors is refused with exit code 1, and exported with --force', async () => {
  folder.write('letter.md', sample('reznik-deficient'));
  const refused = await exported('--to', 'pdf');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(ONE_LINE);
  expect(refused.stderr).toMatch(/letter\.md: not exported: 3 errors stand .*--force/);
  expect(readdirSync(folder.path)).toEqual(['letter.md']);
  const forced = await exported('--to', 'pdf', '--force');
  expect(forced.code).toBe(0);
  // What was overridden is said, with what else stands.
  expect(forced.stderr).toMatch(/letter\.md: Exported although 3 errors stand: .*marking, line \d+/);
  expect(forced.stderr).toMatch(/letter\.md: \d+ warnings still stand: .*, lines? \d+/);
});

test('warnings are said, on the standard error, though nothing is refused', async () => {
  folder.write('letter.md', `${sample('moses-good')}\nTODO, and TBD.\n`);
  const lines = sample('moses-good').split('\n').length + 1;
  const { code, stderr, stdout } = await exported('--to', 'pdf');
  expect(code).toBe(0);
  expect(stdout).not.toContain('warning');
  expect(stderr).toBe(`ex-parte: letter.md: 2 warnings still stand: placeholder, line ${lines}.\n`);
});

test('what could not be checked is said when it is exported all the same', async () => {
  const text = sample('spero-good').replace(/^ {4}pages: \d+$/m, '    file: gone.pdf');
  folder.write('letter.md', text);
  const refused = await exported('--to', 'docx');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/it could not be checked whole .*--force/);
  const forced = await exported('--to', 'docx', '--force');
  expect(forced.code).toBe(0);
  expect(forced.stderr).toContain('Exported although not everything could be checked');
});

test.each([
  [['--to', 'odt'], 'write --to pdf'],
  [[], 'write --to pdf'],
  [['--to', 'pdf', '--version', 'x'], 'write chambers or exchanged'],
  [['--to', 'pdf', '-o', 'letter.md'], 'is the letter itself'],
  [['--to', 'pdf', '-o', '.'], 'is a folder'],
  [['--to', 'pdf', '-o', join('none', 'x.pdf')], 'there is no such folder'],
])('export %j is told in one line', async (args, why) => {
  const { code, stderr, stdout } = await exported(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(ONE_LINE);
  expect(stderr).not.toMatch(STACK);
  expect(stderr).toContain(why);
  expect(readdirSync(folder.path)).toEqual(['letter.md']);
});

test('a letter that is not there is named', async () => {
  const { code, stderr } = await run(['export', '--to', 'pdf', 'none.md'], { cwd: folder.path });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^ex-parte: none\.md: there is no such file/);
});
