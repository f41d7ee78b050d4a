import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../server/src/check/check.ts';
import { boundsOf, mayLie } from '../../server/src/host/bounds.ts';
import { DISK } from '../../server/src/host/disk.ts';
import { OrderStore } from '../../server/src/host/orders.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { run } from '../cli/run.ts';
import { firmOrder } from '../protocol/letter.ts';
import { took } from '../support/spent.ts';

let home: string;
let workspace: string;
let orders: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'ex-parte-hostile-'));
  workspace = join(home, 'workspace');
  orders = join(workspace, '.ex-parte/orders');
  mkdirSync(orders, { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const store = (trusted = true, given: readonly string[] = []): OrderStore =>
  new OrderStore({ workspaces: [workspace], given, trusted });
/** The orders that are not the built-in ones. */
const ids = (s: OrderStore): string[] => s.set().orders.flatMap((o) => (o.tier === 'built-in' ? [] : [o.id]));
const reasons = (s: OrderStore): string[] => s.set().broken.map((b) => b.reason);

describe('order files', () => {
  test('are read from the workspace and from given folders where it is trusted, and else from nowhere', () => {
    const given = join(home, 'given');
    mkdirSync(given);
    writeFileSync(join(orders, 'quenby.yaml'), firmOrder(3));
    writeFileSync(join(given, 'other.yaml'), firmOrder(3).replace('id: quenby', 'id: other'));
    expect(ids(store(true, [given])).sort()).toEqual(['other', 'quenby']);
    const untrusted = store(false, [given]);
    expect(ids(untrusted)).toEqual([]);
    expect([...(untrusted.set().withheld ?? [])].sort()).toEqual(['other', 'quenby']);
    writeFileSync(join(workspace, 'case.yaml'), firmOrder(3));
    const named = (of: OrderStore) => of.caseOrder('case.yaml', join(workspace, 'letter.md'), workspace);
    expect(named(store())).toHaveProperty('order');
    expect(named(untrusted)).toEqual({ refused: expect.stringContaining('not trusted') });
  });

  test('that are links out of the workspace are not read, and that is told', () => {
    const outside = join(home, 'outside.yaml');
    writeFileSync(outside, firmOrder(3));
    symlinkSync(outside, join(orders, 'quenby.yaml'));
    expect(ids(store())).toEqual([]);
    expect(reasons(store())).toEqual([expect.stringContaining('leads out of the workspace')]);
    symlinkSync(outside, join(workspace, 'case.yaml'));
    expect(store().caseOrder('case.yaml', join(workspace, 'letter.md'), workspace)).toEqual({
      refused: expect.stringContaining('lies outside'),
    });
  });

  test("behind a link out are refused alike, whether the case's own is there or is not there", () => {
    mkdirSync(join(home, 'elsewhere'));
    writeFileSync(join(home, 'elsewhere/there.yaml'), firmOrder(3));
    symlinkSync(join(home, 'elsewhere'), join(workspace, 'link'));
    for (const named of ['link/there.yaml', 'link/gone.yaml', 'link/gone/deeper.yaml'])
      expect(store().caseOrder(named, join(workspace, 'letter.md'), workspace), named).toEqual({
        refused: `${named} lies outside of the letter's folder`,
      });
  });

  test('whose folder is swapped for a link out of the workspace while they are read are not', () => {
    writeFileSync(join(orders, 'quenby.yaml'), firmOrder(3));
    writeFileSync(join(workspace, 'case.yaml'), firmOrder(3));
    const elsewhere = join(home, 'elsewhere');
    mkdirSync(elsewhere);
    for (const name of ['quenby.yaml', 'case.yaml']) writeFileSync(join(elsewhere, name), firmOrder(9));
    const swapping = (folder: string): OrderStore => {
      const open = (path: string, flags: number): number => {
        if (!path.startsWith(folder)) return DISK.open.now(path, flags);
        renameSync(folder, `${folder}-before`);
        symlinkSync(elsewhere, folder);
        return DISK.open.now(path, flags);
      };
      const disk = { ...DISK, open: { ...DISK.open, now: open } };
      return new OrderStore({ workspaces: [workspace], given: [], trusted: true, disk });
    };
    expect(reasons(swapping(orders))).toEqual([expect.stringContaining('leads out of the workspace')]);
    const cases = join(workspace, 'cases');
    mkdirSync(cases);
    renameSync(join(workspace, 'case.yaml'), join(cases, 'case.yaml'));
    const own = swapping(cases).caseOrder('cases/case.yaml', join(workspace, 'letter.md'), workspace);
    expect(own).toEqual({ refused: expect.stringContaining('lies outside') });
  });

  test('in a folder of orders that cannot be read, or is gone, are missed aloud', () => {
    rmSync(orders, { recursive: true });
    const all = () => ({ quiet: reasons(store()), given: reasons(store(true, [join(home, 'firm')])) });
    expect(all()).toEqual({ quiet: [], given: [expect.stringContaining('no such file or directory')] });
    writeFileSync(orders, '');
    expect(reasons(store())).toEqual(['the folder cannot be read: it is not a folder']);
    for (const [target, why] of [
      [orders, /cannot be read: .*ELOOP/],
      [join(workspace, 'not-there'), /cannot be read: it is a link that leads nowhere/],
    ] as const) {
      rmSync(orders, { force: true });
      symlinkSync(target, orders);
      expect(reasons(store())).toEqual([expect.stringMatching(why)]);
    }
  });

  test.each([
    ['orders', '.ex-parte/orders', ''],
    ['what holds it', '.ex-parte', ''],
    ['orders, to another computer', '.ex-parte/orders', '/'],
    ['what holds it, to another computer', '.ex-parte', '/'],
  ])(
    'whose folder leads out of the workspace, by a link in place of %s, are not even listed',
    (_, at, before) => {
      // On this machine two slashes mean no more than one: the folder would be found if it were asked for.
      const target = join(before === '' ? home : workspace, 'elsewhere');
      const below = at === '.ex-parte' ? join(target, 'orders') : target;
      mkdirSync(below, { recursive: true });
      writeFileSync(join(below, 'quenby.yaml'), firmOrder(3));
      rmSync(join(workspace, '.ex-parte'), { recursive: true });
      if (at !== '.ex-parte') mkdirSync(join(workspace, '.ex-parte'));
      symlinkSync(`${before}${target}`, join(workspace, at));
      expect(ids(store())).toEqual([]);
      expect(store().set().broken).toEqual([
        expect.objectContaining({
          folder: true,
          reason: expect.stringContaining('leads out of the workspace'),
        }),
      ]);
      expect(store(false).set()).toMatchObject({ broken: [], withheld: ['.ex-parte/orders'] });
    },
  );

  test('whose folder is a link within the workspace are read', () => {
    rmSync(orders, { recursive: true });
    mkdirSync(join(workspace, 'shared'));
    writeFileSync(join(workspace, 'shared/quenby.yaml'), firmOrder(3));
    symlinkSync('../shared', orders);
    expect(ids(store())).toEqual(['quenby']);
  });

  test('that grow beyond an order in the editor, unsaved, are not read there either', () => {
    writeFileSync(join(orders, 'quenby.yaml'), firmOrder(3));
    const grown = `${firmOrder(3)}${'# more\n'.repeat(200_000)}`;
    const sources = { workspaces: [workspace], given: [], trusted: true, buffer: () => grown };
    expect(reasons(new OrderStore(sources))).toEqual(['it is too large to be an order']);
  });

  test('that are links within it are', () => {
    writeFileSync(join(workspace, 'shared.yaml'), firmOrder(3));
    symlinkSync(join(workspace, 'shared.yaml'), join(orders, 'quenby.yaml'));
    expect(ids(store())).toEqual(['quenby']);
  });

  test('that are pipes are not waited for', () => {
    const pipe = join(orders, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    // Whoever waits for it all the same is let go: nothing else ends a wait in this very thread.
    const writer = spawn('sh', ['-c', 'sleep 4; : > "$0"', pipe], { detached: true });
    try {
      expect(reasons(store())).toEqual(['it is no ordinary file']);
    } finally {
      if (writer.pid !== undefined) process.kill(-writer.pid, 'SIGKILL');
    }
  });

  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    .concat([...'bcdefgh'].map((k, i) => `${k}: &${k} [${`*${'abcdefg'[i]}, `.repeat(9)}]`))
    .join('\n');
  test.each([
    ['aliases that multiply', bomb],
    ['a list nested without end', 'x: '.concat('['.repeat(200_000))],
    [
      'tags that make code elsewhere',
      'x: !!js/function "() => process.exit(1)"\ny: !!python/object/apply:os.system [ls]',
    ],
    ['a prototype', '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }'],
    ['an order that extends itself', firmOrder(3).replace('extends: reznik', 'extends: quenby')],
    ['more than an order holds', `${firmOrder(3)}# ${'x'.repeat(1_100_000)}`],
  ])('with %s are refused at once', (_, text) => {
    writeFileSync(join(orders, 'quenby.yaml'), text);
    const spent = took(() => {
      expect(ids(store())).toEqual([]);
      expect(reasons(store())).toHaveLength(1);
    });
    expect(spent).toBeLessThan(3_000);
    expect({}).not.toHaveProperty('polluted');
  });

  const list = `[${'x, '.repeat(200)}x]`;
  const many = Array.from(
    { length: 2_000 },
    (_, i) => `      - { id: x${i}, title: X, asks: X, paragraph: "1", cues: *a }\n`,
  );
  test.each([
    ['list in list', bomb],
    [
      'in their place',
      `${firmOrder(3).replace('cases: []\n', '')}    contents:\n      - { id: x, title: X, asks: X, paragraph: "1", cues: &a ${list} }\n${many.join('')}cases: []\n`,
    ],
  ])('with aliases that multiply, %s, are refused before they are followed', (_, text) => {
    writeFileSync(join(orders, 'quenby.yaml'), text);
    expect(reasons(store())).toEqual([expect.stringMatching(/^it cannot be read: .*alias/)]);
  });

  /** An order of one content after another, in as many characters as a file may have. */
  const filled = (content: (i: number) => string): string => {
    let contents = '    contents:\n';
    for (let i = 0; contents.length < 240_000; i++)
      contents += `      - { id: x${i}, title: X, asks: X, paragraph: "1", ${content(i)} }\n`;
    return firmOrder(3).replace('cases: []\n', `${contents}cases: []\n`);
  };

  test.each([
    ['words', (i: number) => `cues: [word${i} a/b/c/d -none e-f]`],
    ['words of a known concept', (i: number) => `cues: ["=@negotiation/@value x${i}? y?"]`],
    ['one word over and over', () => `cues: ["${'a/'.repeat(200)}a"]`],
    [
      'hundreds of cues',
      (i: number) => `cues: [${Array.from({ length: 400 }, (_, n) => `w${i}-${n}`).join()}]`,
    ],
  ])('with a file full of cues, of %s, are refused at once', (_, content) => {
    writeFileSync(join(orders, 'quenby.yaml'), filled(content));
    const spent = took(() =>
      expect(reasons(store())).toEqual(['its cues have too many words to be held against headings']),
    );
    expect(spent).toBeLessThan(4_000);
  });

  test.each([
    [
      'cues',
      Array.from({ length: 170 }, (_, i) => `word${i} a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p -none e-f`).map((c) => [
        c,
      ]),
    ],
    ['contents', Array.from({ length: 1_200 }, (_, i) => [`a-${i} b`])],
  ])('with as many %s as may be hold for a letter of many headings in no time', (_, cues) => {
    const contents = cues.map(
      (c, i) => `      - { id: x${i}, title: X, asks: X, paragraph: "1", cues: ${JSON.stringify(c)} }\n`,
    );
    writeFileSync(
      join(orders, 'quenby.yaml'),
      firmOrder(3).replace('cases: []\n', `    contents:\n${contents.join('')}cases: []\n`),
    );
    const set = store().set();
    expect(set.broken).toEqual([]);
    const headings = Array.from(
      { length: 200 },
      (_, i) => `## A history of ${'a settlement, b and '.repeat(5)}${i}`,
    );
    const letter = parseLetter(`---\njudge: quenby\n---\n\n${headings.join('\n\nWords.\n\n')}\n\nWords.\n`);
    const spent = took(() => {
      const matter = openMatter(letter, set);
      expect(matter.order?.id).toBe('quenby');
      check({
        letter,
        matter,
        pages: { state: 'failed', reason: 'not asked for' },
        exhibits: { state: 'known', value: [] },
        today: '2024-05-01',
      });
    });
    expect(spent).toBeLessThan(3_000);
  });
});

describe('what a letter names', () => {
  const at = () => boundsOf(workspace, workspace);
  test.each(['a.pdf', 'exhibits/a.pdf', 'exhibits\\a.pdf', './a.pdf', 'x/../a.pdf', '..a.pdf', 'file:a.pdf'])(
    '%s may lie in the workspace',
    (named) => expect(mayLie(named, at())).toBe(true),
  );
  test.each([
    '../a.pdf',
    '..\\a.pdf',
    '/etc/passwd',
    '\\\\host\\share\\a.pdf',
    '//host/share/a.pdf',
    'x/../../a.pdf',
    '.',
    '',
    '~/../../a',
  ])('%s may not', (named) => expect(mayLie(named, at())).toBe(false));
  test('by an absolute path into the workspace, also through a link to it', () => {
    const link = join(home, 'link');
    symlinkSync(workspace, link);
    expect(mayLie(join(workspace, 'a.pdf'), at())).toBe(true);
    expect(mayLie(join(link, 'a.pdf'), boundsOf(link, link))).toBe(true);
    expect(mayLie(join(workspace, 'a.pdf'), boundsOf(link, link))).toBe(true);
  });
});

describe('a directory that is checked', () => {
  test('a pipe in it is not waited for, and is told', async () => {
    execFileSync('mkfifo', [join(workspace, 'letter.md')]);
    const { code, stdout } = await run(['check', workspace]);
    expect(code).toBe(2);
    expect(stdout).toContain('it is no ordinary file');
  });
});
