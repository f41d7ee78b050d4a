import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Fills a heap with objects that live for a while; prints MiB of the young objects' space at its largest. */
const PROGRAM = `
const { boundHeap } = await import(process.argv[1]);
const { getHeapSpaceStatistics } = await import('node:v8');
const kept = [];
let most = 0;
for (let i = 0; i < 30; i++) {
  const made = Array.from({ length: 100_000 }, (_, j) => ({ j, list: [j] }));
  kept.push(made.slice(0, 40_000));
  if (kept.length > 5) kept.shift();
  if (process.argv[2] === 'bounded') boundHeap();
  most = Math.max(most, getHeapSpaceStatistics().find((s) => s.space_name === 'new_space').space_size);
}
console.log(most / 2 ** 20);
`;

const youngOf = (how: string): number =>
  Number(
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', PROGRAM, join(import.meta.dirname, '../../server/src/host/heap.ts'), how],
      { encoding: 'utf8' },
    ),
  );

test('the space for young objects stops growing once it is large enough', () => {
  const free = youngOf('free');
  const bounded = youngOf('bounded');
  expect(free).toBeGreaterThan(30);
  // It doubles: at the look that finds more than 12 it may have doubled more than once.
  expect(bounded).toBeLessThan(Math.min(free, 70));
  expect(bounded).toBeGreaterThan(8);
});
