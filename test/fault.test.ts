import { expect, test } from 'vitest';
import { faultLine, faultOf, ownWords } from '../server/src/fault.ts';

const CANARY = 'Quetzalberry';

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

test('of what the library logs by itself, what it quotes is left out', () => {
  expect(
    ownWords(`Received message which is neither a response nor a notification message:\n{"${CANARY}"}`),
  ).toBe('Received message which is neither a response nor a notification message.');
  expect(ownWords(`Processing message queue failed: Error: ${CANARY}`)).toBe(
    'Processing message queue failed.',
  );
  expect(ownWords('Sending notification failed.')).toBe('Sending notification failed.');
  const own = faultLine('The typesetter ended by a fault of its own.', new TypeError(CANARY));
  expect(ownWords(own)).toBe(own);
  expect(own).toMatch(/TypeError\n {4}at /);
  expect(own).not.toContain(CANARY);
});
