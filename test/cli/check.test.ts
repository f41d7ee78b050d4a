import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkJson, checkOne, rulesOf } from './json.ts';
import { Folder, ONE_LINE, run, SAMPLES, STACK } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());

const good = join(SAMPLES, 'reznik-good.md');
const goodText = readFileSync(good, 'utf8');

describe.concurrent('exit codes and output', () => {
  test('0 for a letter in order, read from standard input', async () => {
    const { code, letter } = await checkOne(['-'], { stdin: goodText });
    expect(code).toBe(0);
    expect(letter).toMatchObject({ file: '<stdin>', judge: 'reznik', submission: 'letter', findings: [] });
  });

  test('1 for findings, each with the line and a caret under the words', async () => {
    const file = folder.write('caret.md', goodText.replace('**CONF', '**STRICTLY CONF').replace('ONLY ', ''));
    const { code, stdout } = await run(['check', '--today', '2024-05-01', file]);
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    const shown = lines.findIndex((l) => l.includes('│ **STRICTLY CONF'));
    const marked = /\^+/.exec(lines[shown + 1] ?? '');
    const column = (lines[shown] ?? '').indexOf('CONFIDENTIAL');
    expect(marked?.index).toBe(column);
    expect(marked?.[0]).toHaveLength('CONFIDENTIAL MATERIAL FOR USE AT SETTLEMENT CONFERENCE'.length);
    expect(stdout).toContain('1 letter checked, 0 in order: 1 error.');
  });

  test('2 where exhibits have unknown pages under a limit', async () => {
    const text = readFileSync(join(SAMPLES, 'spero-good.md'), 'utf8').replace('    pages: 5\n', '');
    const { code, letter } = await checkOne(['-'], { stdin: text });
    expect(code).toBe(2);
    expect(letter.status).toBe('incomplete');
    expect(letter.incomplete.map((i) => i.rule)).toContain('exhibit-page-limit');
    expect(letter.pages).toMatchObject({ exhibits: null, exhibitLimit: 20 });
  });

  test('2 outweighs 1 over several letters, in the order named', async () => {
    const binary = folder.write('binary.md', Buffer.from('---\njudge: reznik\n---\n\0'));
    const names = [join(SAMPLES, 'moses-deficient.md'), binary, good];
    const { code, letters } = await checkJson(names);
    expect(code).toBe(2);
    expect(letters.map((l) => l.file)).toEqual(names);
    expect(letters.map((l) => l.status)).toEqual(['complete', 'incomplete', 'complete']);
  });

  test('a comment with a reason silences, and the result lists what', async () => {
    const text = goodText
      .replace(
        '## 4. Case law',
        '<!-- ex-parte-disable placeholder: the sum comes on Monday -->\n\n## 4. Case law',
      )
      .replace('We rely on it chiefly.', 'We rely on it chiefly, and on [Case].');
    const { code, letter } = await checkOne(['-'], { stdin: text });
    expect({ code, rules: rulesOf(letter) }).toEqual({ code: 0, rules: [] });
    expect(letter.suppressed).toMatchObject([{ rule: 'placeholder', reason: 'the sum comes on Monday' }]);
  });

  test('ranges count UTF-16 units from zero, through CRLF and astral characters', async () => {
    const text = goodText.replace('Dear Judge Reznik:', '😀😀 [Name]:').replaceAll('\n', '\r\n');
    const { letter } = await checkOne(['-'], { stdin: text });
    const line = text.split('\r\n').findIndex((l) => l.startsWith('😀😀'));
    expect(letter.findings.map((f) => [f.rule, f.range])).toEqual([
      ['placeholder', { start: { line, character: 5 }, end: { line, character: 11 } }],
    ]);
  });
});

describe.concurrent('directories', () => {
  test('letters are found at any depth, in alphabetical order; other Markdown and hidden stores are passed over', async () => {
    for (const name of ['b.md', 'a/z.markdown', 'a/y.md', 'node_modules/x.md', '.ex-parte/w.md', 'c.txt']) {
      folder.write(`tree/${name}`, goodText);
    }
    folder.write('tree/README.md', '# Notes\n\njudge: reznik\n');
    folder.write('tree/broken.md', '---\njudge: [reznik\n---\n\nDear Judge:\n');
    const { code, letters } = await checkJson(['tree'], { cwd: folder.path });
    expect(letters.map((l) => l.file)).toEqual([
      'tree/a/y.md',
      'tree/a/z.markdown',
      'tree/b.md',
      'tree/broken.md',
    ]);
    expect(rulesOf(letters[3] ?? letters[0] ?? fail())).toContain('header');
    expect(code).toBe(1);
  });

  test('one without letters says so', async () => {
    mkdirSync(join(folder.path, 'none'));
    const { code, stdout } = await run(['check', 'none'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('No letters found');
  });
});

describe.concurrent('colour', () => {
  const deficient = ['check', '--today', '2024-05-01', join(SAMPLES, 'moses-deficient.md')];

  test('none into a pipe', async () => {
    expect((await run(deficient)).stdout).not.toContain('\u001b');
  });

  test('none under NO_COLOR, and none for orders', async () => {
    const ran = await run(deficient, { env: { NO_COLOR: '1', FORCE_COLOR: '1' } });
    expect(ran.stdout).not.toContain('\u001b');
    expect((await run(['orders', 'reznik'])).stdout).not.toContain('\u001b');
  });

  test('where it is asked for outright', async () => {
    expect((await run([...deficient, '--colour'])).stdout).toContain('\u001b[');
  });
});

describe.concurrent('bad usage: exit code 2 and one line', () => {
  test.each<[string, string[], RegExp]>([
    ['no command', ['chek'], /chek: no such command; known: check/],
    ['no file', ['check'], /name a letter, a directory, or -/],
    ['a missing file', ['check', 'nowhere/letter.md'], /nowhere\/letter\.md: there is no such file/],
    ['an unknown flag', ['check', '--fast', good], /--fast/],
    ['an impossible day', ['check', '--today', '2024-02-30', good], /2024-02-30/],
    ['an unknown format', ['check', '--format', 'xml', good], /--format xml: write pretty or json/],
    ['an unknown judge', ['orders', 'reznick'], /did you mean reznik\?/],
    ['two judges', ['orders', 'reznik', 'spero'], /one judge/],
    ['a key misspelt', ['new', 'reznik', '--set', 'captoin=A v. B'], /did you mean caption\?/],
    ['no value', ['new', 'reznik', '--set', 'caption'], /write key=value/],
    [
      'a document nobody asked for',
      ['new', 'reznik', '--submission', 'brief'],
      /asks for no brief; known: letter/,
    ],
  ])('%s', async (_, args, says) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(ONE_LINE);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(STACK);
  });

  test('help goes to standard output', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('check   exit code 0');
  });
});

function fail(): never {
  throw new Error('no letter was checked');
}
