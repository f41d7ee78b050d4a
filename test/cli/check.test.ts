import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkJson, checkOne, output, rulesOf } from './json.ts';
import { Folder, ONE_LINE, ROOT, run, SAMPLES, STACK } from './run.ts';

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

  test('links to folders are followed no further than the folder, and of any other that is said', async () => {
    folder.write('linked/a/one.md', goodText);
    folder.write('elsewhere/two.md', goodText);
    symlinkSync(join(folder.path, 'linked/a'), join(folder.path, 'linked/again'));
    symlinkSync(join(folder.path, 'linked'), join(folder.path, 'linked/round'));
    symlinkSync(join(folder.path, 'elsewhere'), join(folder.path, 'linked/out'));
    symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'linked/gone'));
    symlinkSync('someone@host.1234', join(folder.path, 'linked/.#one'));
    symlinkSync('self', join(folder.path, 'linked/self'));
    const { code, stdout, stderr } = await run(['check', '--format', 'json', 'linked'], { cwd: folder.path });
    const { letters, notSearched } = output.parse(JSON.parse(stdout));
    expect(letters.map((l) => l.file)).toEqual(['linked/a/one.md']);
    expect(notSearched?.map((n) => n.path)).toEqual(['linked/gone', 'linked/out', 'linked/self']);
    expect(stderr).toMatch(
      /^ex-parte: linked\/gone: a link that leads nowhere.*\n.*linked\/out: a link to a folder elsewhere, which was not searched.*\n.*self: a link that leads nowhere.*\n$/,
    );
    expect(code).toBe(0);
  });

  test('a folder that cannot be read leaves the check incomplete, and the others are checked', async (context) => {
    const cli = join(ROOT, 'dist/cli.js');
    // To the administrator no folder is closed, and to others the folder of these tests may be.
    const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const reach = spawnSync(process.execPath, ['-e', `fs.accessSync(${JSON.stringify(cli)})`], who);
    if (reach.status !== 0) context.skip();
    folder.write('closed/a/one.md', goodText);
    folder.write('closed/b/two.md', goodText);
    folder.write('closed/c/three.md', goodText);
    chmodSync(folder.path, 0o755);
    chmodSync(join(folder.path, 'closed/b'), 0);
    try {
      // To the administrator no folder is closed.
      const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const args = [
        join(ROOT, 'dist/cli.js'),
        'check',
        '--format',
        'json',
        '--today',
        '2024-05-01',
        'closed',
      ];
      const ran = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8', ...who });
      const { letters } = output.parse(JSON.parse(ran.stdout));
      expect(letters.map((l) => [l.file, l.status])).toEqual([
        ['closed/a/one.md', 'complete'],
        ['closed/b', 'incomplete'],
        ['closed/c/three.md', 'complete'],
      ]);
      expect(letters[1]?.incomplete[0]?.reason).toMatch(/it is a folder, and permission is denied/);
      expect(ran.status).toBe(2);
    } finally {
      chmodSync(join(folder.path, 'closed/b'), 0o755);
    }
  });

  test('a header that is a letter’s but for its judge is told of; other Markdown is not', async () => {
    folder.write('slips/letter.md', goodText.replace(/^judge:/m, 'jugde:'));
    folder.write('slips/post.md', '---\nlayout: post\njudges: [A]\ndates: []\n---\n\nA contest.\n');
    folder.write('slips/page.md', '---\ntitle: Notes\nfrom: me\nto: you\ndue: now\ncase: x\n---\n');
    const { code, stdout, stderr } = await run(['check', 'slips'], { cwd: folder.path });
    expect(stdout).toContain('No letters found');
    expect(stderr).toBe(
      'ex-parte: slips/letter.md: not checked, since its header has no judge: (jugde: is probably meant for it)\n',
    );
    expect(code).toBe(0);
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
