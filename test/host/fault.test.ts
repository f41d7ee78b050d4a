import { expect, test } from 'vitest';
import { faultOf } from '../../server/src/host/fault.ts';

test('an error is logged with its kind and its place, and without a word of the letter', () => {
  let caught: unknown;
  try {
    JSON.parse('Quetzalberry\n    at most $90,000 (file.ts:1:2');
  } catch (error) {
    caught = error;
  }
  expect(String(caught)).toContain('Quetz');
  const told = faultOf(caught);
  expect(told).toMatch(/^SyntaxError\n {4}at .*fault\.test\.ts:\d+:\d+/s);
  expect(told).not.toMatch(/Quetz|90,000/);
  expect(faultOf('Quetzalberry')).toBe('string');
});
