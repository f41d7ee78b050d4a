import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childrenOf } from '../support/processes.ts';
import { checkJson, checkOne, type LetterOutput, rulesOf } from './json.ts';
import { Folder, run, SAMPLES, STACK } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());

const HEAD = '---\njudge: reznik\n---\n\n';
const good = readFileSync(join(SAMPLES, 'reznik-good.md'), 'utf8');
const header = (lines: string): string => `---\njudge: reznik\n${lines}\n---\n\nDear Judge Reznik:\n`;
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat('bcdefgh'.split('').map((k, i) => `${k}: &${k} [${`*${'abcdefg'[i]}, `.repeat(9)}]`))
  .join('\n');

/** Text, the exit code, and what the result must say: a rule that finds it, or why it is not whole. */
const INPUTS: readonly (readonly [string, string | Buffer, 1 | 2, string])[] = [
  ['a header never closed', '---\njudge: reznik\ncase: 7\n\nDear Judge Reznik:\n', 1, 'header'],
  ['YAML that does not parse', header('caption: "A v. B\ncase: [7'), 1, 'header'],
  ['a tab for an indent', header('leave:\n\tpages: 12'), 1, 'header'],
  ['a header that is a list', '---\n- judge: reznik\n---\n\nDear\n', 1, 'header'],
  ['an alias bomb', header(bomb), 1, 'header'],
  ['10,000 brackets in the header', header(`case: ${'['.repeat(10_000)}`), 1, 'header'],
  ['10,000 braces in the header', header(`case: ${'{a: '.repeat(10_000)}`), 1, 'header'],
  ['an unknown judge', HEAD.replace('reznik', 'Nobody Known'), 1, 'unknown-judge'],
  ['a judge without a name', HEAD.replace(' reznik', ''), 1, 'header'],
  ['an empty file', '', 1, 'header'],
  ['a byte order mark', `\ufeff${good.replace('Dear Judge', 'Dear [Name], Judge')}`, 1, 'placeholder'],
  ['CRLF', good.replace('Dear Judge', 'Dear [Name], Judge').replaceAll('\n', '\r\n'), 1, 'placeholder'],
  ['a lone carriage return a line', good.replace('Dear', '[Name]').replaceAll('\n', '\r'), 1, 'placeholder'],
  ['a binary file', Buffer.from(`${HEAD}\0\u0001\u0002`), 2, 'not a text file'],
  ['invalid UTF-8', Buffer.concat([Buffer.from(HEAD), Buffer.from([0x43, 0xe9, 0xff])]), 2, 'not UTF-8'],
  ['10 MB', HEAD + 'Lorem ipsum dolor sit amet.\n\n'.repeat(360_000), 2, 'not read whole'],
  ['10,000 nested quotes', `${HEAD}${'> '.repeat(10_000)}deep\n`, 2, 'nested too deep'],
  ['10,000 nested brackets', `${HEAD}${'['.repeat(10_000)}x${']'.repeat(10_000)}\n`, 2, 'nested too deep'],
  ['3,000 opened emphases', `${HEAD}${'*('.repeat(3_000)}x\n`, 2, 'nested too deep'],
  ['3,000 escaped stars', `${HEAD}${'\\*('.repeat(3_000)}x\n`, 1, 'missing-section'],
  ['10,000 tags', `${HEAD}${'<div>'.repeat(10_000)}\n`, 1, 'missing-section'],
  // One paragraph of a hundred pages takes the line breaker too long, and is told rather than waited for.
  ['300 KB in one line', `${HEAD}${'word '.repeat(60_000)}\n`, 2, 'gave no answer'],
  ['300 KB in one word', `${HEAD}${'x'.repeat(300_000)}\n`, 1, 'missing-section'],
  ['Typst code', `${HEAD}#read("/etc/passwd") #import "x" $ x^2 $ \\ #let a = 1\n`, 1, 'missing-section'],
];

/** Inputs that are heavy have a process, and the whole of the patience, to themselves; the others share one. */
const isHeavy = (text: string | Buffer): boolean => text.length > 15_000;
const fileOf = (name: string): string => join(folder.path, `${name.replace(/\W+/g, '-')}.md`);

function holds({ status, findings, incomplete }: LetterOutput, code: 1 | 2, says: string): void {
  const messages = findings.map((f) => f.message).join('\n');
  expect(messages).not.toMatch(STACK);
  expect(messages).not.toMatch(/call stack|undefined|\[object/);
  expect(status).toBe(code === 1 ? 'complete' : 'incomplete');
  if (code === 1) expect(findings.map((f) => f.rule)).toContain(says);
  else expect(incomplete.map((i) => i.reason).join()).toContain(says);
}

describe.concurrent('is found or told, in time and without a stack trace', () => {
  const light = INPUTS.filter(([, text]) => !isHeavy(text));
  let letters: LetterOutput[];
  beforeAll(async () => {
    for (const [name, text] of INPUTS) folder.write(basename(fileOf(name)), text);
    ({ letters } = await checkJson(light.map(([name]) => fileOf(name))));
  });

  test.each(light)('%s', (name, _, code, says) => {
    const found = letters.find((l) => l.file === fileOf(name));
    if (!found) throw new Error(`${name} was not checked`);
    holds(found, code, says);
  });

  test.each(INPUTS.filter(([, text]) => isHeavy(text)))('%s', async (name, _, code, says) => {
    const { code: ended, letter } = await checkOne([fileOf(name)]);
    expect(ended).toBe(code);
    holds(letter, code, says);
  });
});

test('a finding far into a very long line shows a window of it', async () => {
  const file = folder.write('window.md', `${HEAD}${'word '.repeat(2_000)}[Name] ${'word '.repeat(2_000)}\n`);
  const { stdout } = await run(['check', file]);
  expect(stdout).toContain('[Name]');
  expect(Math.max(...stdout.split('\n').map((l) => l.length))).toBeLessThan(200);
});

describe("the typesetter's process killed in mid-work", () => {
  test('the result is incomplete, the findings stand, and nothing is left running', async () => {
    const file = folder.write('killed.md', `${HEAD}${'A word [Name] and more.\n\n'.repeat(3_000)}`);
    let children: number[] = [];
    const checked = checkOne([file], {
      started: (pid) => {
        const look = setInterval(() => {
          const found = childrenOf(pid);
          if (found.length === 0) return;
          clearInterval(look);
          children = found;
          for (const child of found) process.kill(child, 'SIGKILL');
        }, 20);
      },
    });
    const { code, letter } = await checked;
    expect(children).toHaveLength(1);
    expect(code).toBe(2);
    expect(letter.incomplete.find((i) => i.rule === 'page-limit')?.reason).toMatch(/typesetter stopped/);
    expect(letter.pages).toBeNull();
    expect(rulesOf(letter)).toEqual(expect.arrayContaining(['missing-section', 'placeholder']));
  });
});
