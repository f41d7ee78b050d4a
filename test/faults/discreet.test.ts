import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Client } from '../protocol/client.ts';
import { GOOD, Workspace } from '../protocol/letter.ts';

const workspace = new Workspace();
afterEach(() => workspace.remove());

const CANARY = 'Quetzalberry';
const before = join(import.meta.dirname, 'throws.cjs');

/** Has the server hear of a letter with these words. */
async function told(words: string): Promise<Client> {
  const client = await Client.start({ folder: workspace.path, pulls: true, before });
  await client.open('a.md', GOOD.replace('Dear Judge', `Dear ${CANARY} ${words} Judge`));
  return client;
}

test.each([
  ['an error that nobody catches', 'throw-here', /RangeError\n {4}at .*throws\.cjs:\d+:\d+/s],
  ['a promise that nobody looks after', 'reject-here', /RangeError\n {4}at .*throws\.cjs:\d+:\d+/s],
  ['one that was rejected with words', 'reject-words-here', /ERR_UNHANDLED_REJECTION/],
])('a server that dies of %s says where, and not a word of the letter', async (_what, words, says) => {
  const client = await told(words);
  const [code] = (await once(client.process, 'close')) as [number | null];
  // As Node ends by itself: the client starts another.
  expect(code).toBe(1);
  expect(client.stderr).toMatch(/^The language server ended by a fault of its own\./);
  expect(client.stderr).toMatch(says);
  expect(client.stderr).not.toContain(CANARY);
});

test('what a library prints of an error is its kind and place', async () => {
  const logs: string[] = [];
  const client = await told('nothing');
  client.connection.onNotification(
    'window/logMessage',
    ({ message }: { message: string }) => void logs.push(message),
  );
  await client.replace('a.md', 'nothing', 'print-here');
  await client.until('a line in the log', () => logs.length > 0);
  expect(logs.join('\n') + client.stderr).not.toContain(CANARY);
  expect(logs.join('\n')).toContain('RangeError');
  expect(await client.stop()).toBe(0);
});
