import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IMPORT_ORDER, type ImportOrderResult } from '../../server/src/protocol-import-order.ts';
import { Client } from './client.ts';
import { Workspace } from './letter.ts';

const SAMPLE = join(import.meta.dirname, '../fixtures/read-orders/01-numbered.txt');

let client: Client;
const folder = new Workspace();
beforeAll(async () => {
  client = await Client.start({ folder: folder.path, pulls: true, trusted: true });
});
afterAll(async () => {
  await client.stop();
  folder.remove();
});

const read = (file: string): Promise<ImportOrderResult> =>
  client.connection.sendRequest(IMPORT_ORDER, { file, folder: folder.path });

test('an order that arrived is read by what is loaded for it alone, and its letter is in order with it', async () => {
  const made = await read(SAMPLE);
  if ('problem' in made) throw new Error(made.problem);
  expect(made).toMatchObject({ name: 'stanwick.yaml', textName: 'stanwick-order.txt' });
  folder.write(`.ex-parte/orders/${made.name}`, made.yaml);
  await client.notify('workspace/didChangeWatchedFiles', { changes: [] });
  await client.open('letter.md', made.letter);
  const items = await client.diagnostics('letter.md');
  expect(items.map((d) => d.code)).not.toContain('unknown-judge');
});

test('what is no order is told, with its name', async () => {
  const made = await read(folder.write('poem.txt', 'The rose is red, the violet blue.\n'));
  expect(made).toEqual({ problem: expect.stringMatching(/^poem\.txt .*\.$/) });
});
