import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../server/src/check/check.ts';
import type { Rule } from '../../server/src/rules/support/rule.ts';
import { checkJson, type LetterOutput } from '../cli/json.ts';
import { Folder, run } from '../cli/run.ts';
import { examine, TODAY } from '../fuzz/support/examine.ts';
import { Client } from '../protocol/client.ts';
import { isPartial, said } from '../protocol/letter.ts';
import { elsewhere, rows } from './rows.ts';

const root = join(import.meta.dirname, '../..');
const folder = new Folder();
const letterOf = (id: string): string => join(folder.path, id, 'letter.md');
const PATIENCE = 60_000;

beforeAll(() => {
  for (const { id, letter, beside = {} } of rows) {
    for (const [name, content] of Object.entries({ 'letter.md': letter, ...beside })) {
      const file = join(folder.path, id, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === 'number' ? '' : content);
      if (typeof content === 'number') truncateSync(file, content);
    }
  }
});
afterAll(() => folder.remove());

describe('in the terminal', () => {
  const told = rows.filter((row) => !row.untrusted);
  let letters: LetterOutput[];
  beforeAll(async () => {
    ({ letters } = await checkJson(
      told.map((row) => letterOf(row.id)),
      { patience: PATIENCE },
    ));
  }, PATIENCE);

  test.each(told.map((row) => [row.id, row] as const))('%s: incomplete', (_, { id, rule, told: reason }) => {
    const letter = letters.find((l) => l.file === letterOf(id));
    expect(letter?.status).toBe('incomplete');
    const note = letter?.incomplete.find((i) => i.rule === rule);
    expect(note?.reason).toMatch(reason);
  });

  test('one of them among others is enough for exit code 2, and none is called in order', {
    timeout: PATIENCE,
  }, async () => {
    const light = told.filter((row) => row.id !== 'too-long').map((row) => letterOf(row.id));
    const { code, stdout } = await run(
      ['check', '--today', TODAY, join(root, 'docs/samples/reznik-good.md'), ...light],
      { patience: PATIENCE },
    );
    expect(code).toBe(2);
    expect(stdout).toContain(`${light.length + 1} letters checked, 1 in order`);
    expect(stdout).toContain(`${light.length} not checked whole`);
  });
});

describe('in an editor', () => {
  const texts = rows.flatMap((row) => (typeof row.letter === 'string' ? [{ ...row, text: row.letter }] : []));

  test.each(texts.map((row) => [row.id, row] as const))(
    '%s: an error that says so',
    { timeout: PATIENCE },
    async (_, { id, text, told, untrusted }) => {
      const client = await Client.start({ folder: join(folder.path, id), pulls: true, trusted: !untrusted });
      try {
        await client.open('letter.md', text);
        const items = await client.diagnostics('letter.md');
        expect(isPartial(items)).toBe(true);
        const whole = items.filter((d) => said(d).startsWith('Not checked whole'));
        expect(whole.map(said).join()).toMatch(told);
        expect(whole.every((d) => d.severity === 1)).toBe(true);
        expect(client.statuses.at(-1)?.state).toBe('incomplete');
      } finally {
        await client.stop();
      }
    },
  );
});

test('a rule that throws is told, and the others still speak', () => {
  const { letter, matter } = examine('---\njudge: reznik\n---\n\nDear TODO:\n');
  const meta = {
    severity: 'error',
    title: '',
    what: '',
    why: '',
    mend: '',
    accepted: [],
    rejected: [],
  } as const;
  const fails: Rule = {
    ...meta,
    id: 'fails',
    needs: 'letter',
    check: () => {
      throw new Error('a slip');
    },
  };
  const speaks: Rule = {
    ...meta,
    id: 'speaks',
    needs: 'letter',
    check: () => [{ message: 'x', span: letter.body }],
  };
  const pages = { state: 'pending' } as const;
  const exhibits = { state: 'known', value: [] } as const;
  const result = check({ letter, matter, pages, exhibits, today: TODAY }, {}, [fails, speaks]);
  expect(result.status).toBe('incomplete');
  expect(result.incomplete).toEqual([{ rule: 'fails', reason: 'the rule failed: a slip' }]);
  expect(result.findings.map((f) => f.rule)).toEqual(['speaks']);
});

describe('the list is whole', () => {
  test('every rule that can be unable has a row', () => {
    const rules = join(root, 'server/src/rules');
    const able = readdirSync(rules)
      .filter((name) => name.endsWith('.ts') && /\bunable\(/.test(readFileSync(join(rules, name), 'utf8')))
      .map((name) => name.slice(0, -'.ts'.length));
    expect(able.length).toBeGreaterThan(2);
    expect(rows.map((row) => row.rule)).toEqual(expect.arrayContaining(able));
  });

  test('every test that it names is there', () => {
    for (const row of elsewhere) expect(existsSync(join(root, row.test)), row.test).toBe(true);
  });
});
