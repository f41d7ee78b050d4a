import { expect, test } from 'vitest';
import { discreetText, faultLine, faultOf } from '../server/src/fault.ts';

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

test.each([
  [
    `Received message which is neither a response nor a notification message:\n{"${CANARY}"}`,
    'Received message which is neither a response nor a notification message.',
  ],
  [`Processing message queue failed: Error: ${CANARY}`, 'Processing message queue failed.'],
  ['Sending notification failed.', 'Sending notification failed.'],
  [
    `Request textDocument/hover failed.\n  Message: ${CANARY}\n  Code: -32603 `,
    'Request textDocument/hover failed.',
  ],
  [`${CANARY} offers 3 million`, 'A line of a library, left out.'],
  [`Unexpected token 'Q', "${CANARY}" is not valid JSON`, 'A line of a library, left out.'],
  [`A. Told without words of the letter: ${CANARY}`, 'A line of a library, left out.'],
  [
    `Sending request failed.\n    at most ${CANARY} (a.ts:1:2)\n    at $500,000:10:30`,
    'Sending request failed.',
  ],
])('of what a library logs by itself, what it quotes is left out: %j', (text, left) => {
  expect(discreetText(text)).toBe(left);
});

test('what we log ourselves stays', () => {
  const own = faultLine('The typesetter ended by a fault of its own.', new TypeError(CANARY));
  expect(discreetText(own)).toBe(own);
  expect(own).toMatch(/TypeError\n {4}at /);
  expect(own).not.toContain(CANARY);
});
