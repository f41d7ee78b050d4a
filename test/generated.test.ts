import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generated } from '../schemas/generate.mts';
import { builtInOrders } from './support/orders.ts';

const root = join(import.meta.dirname, '..');
const made = generated();

test.each(Object.entries(made))('%s is what its table makes of it', (path, text) => {
  const file = join(root, path);
  expect(existsSync(file), `${path} is missing: npm run generate`).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('every page of a rule that is no more is gone', () => {
  const pages = readdirSync(join(root, 'docs/rules')).map((f) => `docs/rules/${f}`);
  expect(pages.filter((p) => !(p in made))).toEqual([]);
});

/** Every source file below a folder. */
function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((e) => e.isFile() && /\.(ts|typ)$/.test(e.name))
    .map((e) => join(e.parentPath, e.name));
}

test("no judge's name stands in code", () => {
  const names = builtInOrders.map((o) => o.judge.surname);
  const found = [
    ...sources(join(root, 'server')),
    ...sources(join(root, 'client')),
    ...sources(join(root, 'schemas')),
  ].flatMap((file) =>
    names
      .filter((n) => new RegExp(`\\b${n}\\b`, 'i').test(readFileSync(file, 'utf8')))
      .map((n) => `${file}: ${n}`),
  );
  expect(found).toEqual([]);
});
