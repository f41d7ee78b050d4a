import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { concerns } from '../../server/src/host/language-watch.ts';

const dir = mkdtempSync(join(tmpdir(), 'ex-parte-watch-'));
beforeAll(() => {
  mkdirSync(join(dir, 'Smith v. Jones'));
  writeFileSync(join(dir, 'notes.txt'), '');
});
afterAll(() => rmSync(dir, { recursive: true }));

const [CREATED, CHANGED, DELETED] = [1, 2, 3] as const;

test.each([
  ['an order that was saved', '.ex-parte/orders/a.yaml', CHANGED, true],
  ['a folder that is gone, or any file that might have been one', 'Smith v. Jones', DELETED, true],
  ['a folder that came', 'Smith v. Jones', CREATED, true],
  ['what is gone again already', 'passing', CREATED, true],
  ['what cannot be looked at', 'x'.repeat(300), CREATED, true],
  ['another file that came', 'notes.txt', CREATED, false],
  ['another file that was saved', 'notes.txt', CHANGED, false],
  ['what Git does', '.git/index.lock', DELETED, false],
])('of %s', (_, name, type, concern) => {
  expect(concerns({ uri: pathToFileURL(join(dir, name)).href, type })).toBe(concern);
});
