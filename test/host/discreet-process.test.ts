import { expect, test } from 'vitest';
import { printDiscreetly } from '../../server/src/host/discreet-process.ts';

test('of an error that is printed only the kind and the place are, and of anything else the kind', () => {
  const printed: string[] = [];
  const print = (...given: unknown[]): void => void printed.push(given.map(String).join(' '));
  const on = { debug: print, error: print, info: print, log: print, trace: print, warn: print };
  printDiscreetly(on);
  on.error(new RangeError('Quetzalberry'), 'Quetzalberry', { of: 'Quetzalberry' });
  on.log('Quetzalberry');
  expect(printed[0]).toMatch(/^RangeError\n {4}at .*discreet-process\.test\.ts:\d+:\d+.* string object$/s);
  expect(printed[1]).toBe('string');
});
