import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guards } from './guards.ts';

const root = join(import.meta.dirname, '../..');

test.each(guards)(
  '$id can be taken out: its words stand once in $file',
  ({ file, from, to, test: [suite] }) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    expect(text.replace(from, () => to)).not.toBe(text);
    expect(readFileSync(join(root, suite), 'utf8')).not.toBe('');
  },
);

test('no two have one name', () => {
  expect(new Set(guards.map((g) => g.id)).size).toBe(guards.length);
});
