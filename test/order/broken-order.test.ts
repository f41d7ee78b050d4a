import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../server/src/check/check.ts';
import { OrderStore } from '../../server/src/host/orders.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { firmOrder } from '../protocol/letter.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'ex-parte-broken-'));
  mkdirSync(join(workspace, '.ex-parte/orders'), { recursive: true });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const put = (name: string, text: string): void =>
  writeFileSync(join(workspace, '.ex-parte/orders', name), text);
const set = () => new OrderStore({ workspaces: [workspace], given: [], trusted: true }).set();
const matterOf = (header: string) => openMatter(parseLetter(`---\n${header}\n---\n\nDear Judge:\n`), set());
const kindFor = (header: string): string => matterOf(header).resolution.kind;

/** Texts that cannot be used, none called by the judge's name. */
const OF_REZNIK: [string, string][] = [
  ['extends the order', 'extends: reznik\nsubmissions: 7\n'],
  ['extends it, quoted, and is no YAML', "title: \"Own procedures\nextends: 'reznik' # by chambers\n"],
  ['extends it behind a slip of indentation', 'title: [\n\t extends: reznik\n'],
  ['names the judge, and lacks the rest', 'judge: { name: Victoria Reznik, surname: Reznik }\n'],
  ['names the judge in braces, one of them open', 'judge: { name: "Victoria Reznik", surname: Reznik\n'],
  [
    'names the judge in lines, and is no YAML',
    'judge:\n  name: Victoria Reznik\n  surname: Reznik\ncourt: [\n',
  ],
  ['gives the full name alone', 'judge:\n  name: Victoria Reznik\n'],
  [
    'gives another name by which the judge goes',
    'judge:\n  surname: R.\n  also:\n  - Reznik\n  - Vicky\n: [\n',
  ],
  ['gives the name where a mapping should stand', 'judge: Reznik\n'],
  ['has the id', 'id: reznik\ntitle: [\n'],
  ['is too large', `extends: reznik\n# ${'x'.repeat(300_000)}\n`],
  ['is nested too deep', `extends: reznik\ncases: ${'['.repeat(200)}${']'.repeat(200)}\n`],
];

describe('an order file that cannot be used stands before the built-in order of the judge whose it is', () => {
  test.each(OF_REZNIK)('where it %s', (_, text) => {
    put('mycase.yaml', text);
    expect(matterOf('judge: reznik').resolution).toMatchObject({
      kind: 'broken',
      broken: { file: join(workspace, '.ex-parte/orders/mycase.yaml') },
    });
    expect(kindFor('judge: Hon. Victoria Reznik')).toBe('broken');
    // Nobody else's letters are stopped, nor told of it.
    expect(matterOf('judge: spero').resolution).toMatchObject({ kind: 'found', unsure: [] });
  });

  test('and not before that of a judge whose order it only extends', () => {
    put('mycase.yaml', firmOrder(3).replace('cases: []', 'cases: ['));
    expect(matterOf('judge: reznik').resolution).toMatchObject({ kind: 'found', unsure: [] });
    expect(kindFor('judge: Ida Quenby')).toBe('broken');
  });

  test('by what the order that it extends took from a third', () => {
    put('a.yaml', 'extends: reznik\njudge: { also: [Vicky] }\n');
    put('b.yaml', 'extends: a\nsubmissions: 7\n');
    expect(matterOf('judge: Vicky').resolution).toMatchObject({ kind: 'broken', broken: { id: 'b' } });
  });

  test('and not before that of a judge who only shares the surname', () => {
    put('reznik.yaml', 'judge: { name: Ann Reznik, surname: Reznik }\n');
    expect(kindFor('judge: Victoria Reznik')).toBe('found');
    expect(kindFor('judge: Reznik')).toBe('broken');
  });

  test('in the court that it names, if it names one', () => {
    put('mycase.yaml', 'judge: { name: Ann Reznik, surname: Reznik }\ncourt: D. Me.\n');
    expect(kindFor('judge: reznik\ncourt: S.D.N.Y.')).toBe('found');
    expect(kindFor('judge: reznik')).toBe('broken');
  });
});

describe('an order file that does not tell whose it is', () => {
  const informed = (header: string) => {
    const letter = parseLetter(`---\n${header}\n---\n\nDear Judge:\n`);
    const { findings } = check({
      letter,
      matter: openMatter(letter, set()),
      pages: { state: 'failed', reason: 'not asked for' },
      exhibits: { state: 'known', value: [] },
      today: '2024-05-01',
    });
    return findings.filter((f) => f.rule === 'unknown-judge');
  };
  test.each([
    ['empty', ''],
    ['of nothing known', '- a\n- : [\n'],
    ['without a judge', 'title: Procedures\nsubmissions: []\n'],
  ])('%s: is told on letters that it may be meant for, and stops none', (_, text) => {
    put('mycase.yaml', text);
    expect(kindFor('judge: reznik')).toBe('found');
    expect(informed('judge: reznik')).toEqual([
      expect.objectContaining({
        severity: 'information',
        message: expect.stringMatching(/mycase\.yaml cannot be used.*Reznik/),
      }),
    ]);
    expect(informed('judge: quist')).toEqual([
      expect.objectContaining({
        severity: 'error',
        message: expect.stringMatching(/No order by .*quist.*mycase\.yaml.* may be/),
      }),
    ]);
  });

  test('is told of no letter to others where it bears a judge’s name', () => {
    put('spero.yaml', '');
    expect(informed('judge: reznik')).toEqual([]);
    expect(kindFor('judge: spero')).toBe('broken');
  });

  test('is nothing to a letter for whose judge the workspace has an order before it', () => {
    const given = join(workspace, 'given');
    mkdirSync(given);
    writeFileSync(join(given, 'mycase.yaml'), '');
    put('reznik.yaml', 'extends: reznik\n');
    const orders = new OrderStore({ workspaces: [workspace], given: [given], trusted: true }).set();
    const { resolution } = openMatter(parseLetter('---\njudge: reznik\n---\n'), orders);
    expect(resolution).toMatchObject({ kind: 'found', unsure: [] });
  });
});
