import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkOne, rulesOf } from './json.ts';
import { Folder, ONE_LINE, run, SAMPLES } from './run.ts';

const folder = new Folder();
afterAll(() => folder.remove());

const good = readFileSync(join(SAMPLES, 'reznik-good.md'), 'utf8');

/** An order file that says what Reznik's says, but for the pages that it allows. */
const pages = (max: number, more = ''): string =>
  `extends: reznik\nsubmissions:\n  - id: letter\n    pages: { max: ${max} }\n${more}`;
const limitOf = async (file: string, ...args: string[]): Promise<number | null | undefined> =>
  (await checkOne([file, ...args], { cwd: folder.path })).letter.pages?.limit;

describe.concurrent('which order holds', () => {
  test("the case's own before the workspace's before --orders before the built-in one", async () => {
    const letter = folder.write('tiers/letters/a.md', good);
    const own = folder.write(
      'tiers/letters/own.md',
      good.replace('judge: reznik', 'judge: reznik\norder: case.yaml'),
    );
    folder.write('tiers/letters/case.yaml', pages(4));
    folder.write('given/reznik.yaml', pages(6));
    const given = ['--orders', join(folder.path, 'given')];
    expect(await limitOf(letter)).toBe(10);
    expect(await limitOf(letter, ...given)).toBe(6);
    folder.write('tiers/.ex-parte/orders/reznik.yaml', pages(5));
    expect(await limitOf(letter, ...given)).toBe(5);
    expect(await limitOf(own, ...given)).toBe(4);
  });

  test("a firm's judge is found by surname, and what the order extends still holds", async () => {
    const order = pages(3, 'id: quenby\njudge: { name: Ida Quenby, surname: Quenby }\ncases: []\n');
    folder.write('firm/.ex-parte/orders/quenby.yaml', order);
    const text = good
      .replace('judge: reznik', 'judge: Hon. Ida Quenby')
      .replaceAll(/(?:Victoria )?Reznik\b/g, 'Quenby');
    const file = folder.write('firm/letter.md', text.replace(' ONLY', ''));
    const { code, letter } = await checkOne([file]);
    expect({ code, judge: letter.judge, limit: letter.pages?.limit }).toEqual({
      code: 1,
      judge: 'quenby',
      limit: 3,
    });
    expect(rulesOf(letter)).toEqual(['marking']);
  });

  test('two judges of one surname are both named, and court tells them apart', async () => {
    const other = 'extends: percy\nid: reznik-nd\njudge: { name: Paul Reznik, surname: Reznik }\n';
    folder.write('two/given/reznik-nd.yaml', other);
    folder.write('two/given/reznik-ny.yaml', pages(9, 'id: reznik-ny\n'));
    const given = ['--orders', join(folder.path, 'two/given')];
    const file = folder.write(
      'two/a.md',
      good.replace('judge: reznik', 'judge: Reznik').replace('court: S.D.N.Y.\n', ''),
    );
    const { code, letter } = await checkOne([file, ...given]);
    expect({ code, judge: letter.judge }).toEqual({ code: 1, judge: null });
    expect(letter.findings.map((f) => f.rule)).toEqual(['unknown-judge']);
    expect(letter.findings[0]?.message).toMatch(/reznik-nd.*reznik-ny|reznik-ny.*reznik-nd/);
    const narrowed = folder.write('two/b.md', good.replace('judge: reznik', 'judge: Reznik'));
    expect((await checkOne([narrowed, ...given])).letter.judge).toBe('reznik-ny');
  });

  test.each([
    ['that does not parse', 'judge: ['],
    ['with a key that does not exist', pages(5, 'limit: 3\n')],
    ['that extends nothing known', 'extends: nobody\n'],
    ['that is empty', ''],
  ])('a file %s is told, and the letter does not pass by the built-in order', async (name, text) => {
    const dir = `broken-${name.replace(/\W/g, '')}`;
    folder.write(`${dir}/.ex-parte/orders/reznik.yaml`, text);
    const { code, letter } = await checkOne([folder.write(`${dir}/a.md`, good)]);
    expect(code).toBeGreaterThan(0);
    const told = [...letter.findings.map((f) => f.message), ...letter.incomplete.map((i) => i.reason)];
    expect(told.join()).toContain('reznik.yaml');
  });

  test("a case's own file outside of the letter's folder is refused", async () => {
    folder.write('out/secret.yaml', pages(99));
    const text = good.replace('judge: reznik', 'judge: reznik\norder: ../secret.yaml');
    const { code, letter } = await checkOne([folder.write('out/in/a.md', text)]);
    expect(code).toBeGreaterThan(0);
    expect(letter.incomplete.map((i) => i.reason).join()).toContain('outside');
    expect(letter.pages?.limit).not.toBe(99);
  });
});

describe.concurrent('orders', () => {
  const listing = z.object({
    version: z.literal(1),
    orders: z.array(
      z.looseObject({
        id: z.string(),
        tier: z.string(),
        submissions: z.array(
          z.looseObject({
            id: z.string(),
            contents: z.array(z.looseObject({ id: z.string(), cues: z.array(z.string()) })),
          }),
        ),
      }),
    ),
    broken: z.array(z.object({ file: z.string(), reason: z.string() })),
  });

  test('as JSON: every judge with the contents of the contract, in the sequence of the order', async () => {
    const { code, stdout } = await run(['orders', '--format', 'json']);
    const { orders, broken } = listing.parse(JSON.parse(stdout));
    expect({ code, broken }).toEqual({ code: 0, broken: [] });
    const contents = Object.fromEntries(
      orders.map((o) => [
        o.id,
        Object.fromEntries(o.submissions.map((s) => [s.id, s.contents.map((c) => c.id).join()])),
      ]),
    );
    expect(contents).toEqual({
      moses: { letter: 'fresh-offer,terms' },
      percy: { statement: 'positions,history,attendees' },
      reznik: { letter: 'history,issues,evaluation,authority,other-facts' },
      spero: {
        statement: 'facts,claims,disputed-facts,proceedings,costs,relief,position',
        'confidential-letter': '',
        'joint-agenda': 'agenda,disagreements,manner',
      },
    });
  });

  test('one, by any of its names, as text', async () => {
    const { code, stdout } = await run(['orders', 'Magistrate Judge Victoria Reznik']);
    expect(code).toBe(0);
    for (const said of [
      'at most 10 pages',
      'ReznikNYSDChambers@',
      'the words “Confidential',
      'other-facts',
    ]) {
      expect(stdout).toContain(said);
    }
  });

  test('a broken file of the workspace is listed with its reason, and is exit code 2', async () => {
    folder.write('listed/.ex-parte/orders/bad.yaml', 'judge: [');
    const { code, stdout, stderr } = await run(['orders'], { cwd: join(folder.path, 'listed') });
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(stdout).toMatch(/bad\.yaml:\d+:\d+: cannot be used: .+/);
    const one = await run(['orders', 'bad'], { cwd: join(folder.path, 'listed') });
    expect(one.stderr).toMatch(ONE_LINE);
  });
});
