import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { readDeadlines } from '../../server/src/order/deadlines.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { type Checker, startChecker } from '../support/check.ts';
import { allOrders, builtInOrders } from '../support/orders.ts';
import type { Proof } from './rows/row.ts';
import { rows } from './rows.ts';

const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../docs/samples', `${name}.md`), 'utf8');
const TODAY = '2024-05-01';

let checker: Checker;
beforeAll(async () => {
  checker = await startChecker();
});
afterAll(() => checker.stop());

/** What stands at `a.0.b` in a value. */
function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((v, key) => (v as Record<string, unknown> | undefined)?.[key], value);
}

async function prove(order: string, proof: Proof): Promise<void> {
  if ('shown' in proof) {
    const letter = parseLetter(`---\njudge: ${order}\n---\n`);
    const shown = hover(letter, openMatter(letter, allOrders), letter.text.indexOf(order), TODAY, null);
    expect(JSON.stringify(shown)).toContain(proof.shown);
    return;
  }
  const before = sample(proof.sample);
  if ('deadline' in proof) {
    const letter = parseLetter(before);
    expect(readDeadlines(letter, openMatter(letter, allOrders)).get(proof.deadline)).toBeDefined();
    return;
  }
  const after = proof.change.reduce((text, [from, to]) => text.replace(from, to), before);
  expect(after, 'the sample still has what is to be spoiled').not.toBe(before);
  const answers = async (text: string) =>
    (await checker.check(text, TODAY)).findings.filter(
      (f) =>
        f.rule === proof.rule &&
        (proof.content === undefined || f.content === proof.content) &&
        f.severity === (proof.severity ?? f.severity),
    );
  // What is found on the sample already proves nothing.
  const known = new Set((await answers(before)).map((f) => f.message));
  expect((await answers(after)).filter((f) => !known.has(f.message)).length).toBeGreaterThan(0);
}

describe.each(rows)('$id: $says', ({ data: [order, path], proof }) => {
  test(`is held by ${order}.yaml, ${path}`, () => {
    const found = builtInOrders.find((o) => o.id === order);
    expect(at(found, path)).toBeDefined();
  });
  test.each(
    proof.map((p, i) => ({ name: 'rule' in p ? p.rule : 'shown' in p ? 'shown' : 'deadline', i, p })),
  )('can fail: $name ($i)', ({ p }) => prove(order, p));
});
