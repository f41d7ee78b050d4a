import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OrderStore } from '../../server/src/host/orders.ts';
import { inOrderOfExtension } from '../../server/src/order/extension.ts';
import { resolveJudge } from '../../server/src/order/resolve.ts';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'ex-parte-extension-'));
  mkdirSync(join(workspace, '.ex-parte/orders'), { recursive: true });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const put = (name: string, text: string): void =>
  writeFileSync(join(workspace, '.ex-parte/orders', name), text);
const found = (judge: string) =>
  resolveJudge(new OrderStore({ workspaces: [workspace], given: [], trusted: true }).set(), judge);

const OWN = "extends: reznik\ntitle: The division's own\n";
/** Of another judge, before the one that it extends in the alphabet. */
const OTHER = 'extends: reznik\njudge: { name: Ada Quenby, surname: Quenby }\n';

test("an order builds on the workspace's own, whatever the files are called", () => {
  put('reznik.yaml', OWN);
  put('a.yaml', OTHER);
  expect(found('Quenby')).toMatchObject({ kind: 'found', order: { id: 'a', title: "The division's own" } });
});

test('and not on the built-in one where the own one cannot be used', () => {
  put('reznik.yaml', 'submissions: [');
  put('a.yaml', OTHER);
  expect(found('Quenby')).toMatchObject({
    kind: 'broken',
    broken: { id: 'a', reason: expect.stringContaining('extends reznik, whose own file cannot be used') },
  });
  expect(found('spero').kind).toBe('found');
});

test('circles and strangers stay as they came', () => {
  const sorted = inOrderOfExtension([
    { id: 'a', parent: 'c' },
    { id: 'b', parent: 'b' },
    { id: 'c', parent: 'a' },
    { id: 'd', parent: 'nobody' },
  ]);
  expect(sorted.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
});
