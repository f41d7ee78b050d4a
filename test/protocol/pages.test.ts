import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { PagesParams, PagesResult } from '../../server/src/protocol.ts';
import { Client } from './client.ts';
import { GOOD, Workspace } from './letter.ts';

const NOTHING = { state: null, epoch: null, glyphs: 0, known: [], from: 0, to: 9, chart: false };

let client: Client;
let folder: Workspace;
let n = 0;
let name = '';
beforeAll(async () => {
  folder = new Workspace();
  client = await Client.start({ folder: folder.path, pulls: true, trusted: true });
});
afterAll(async () => {
  await client.stop();
  folder.remove();
});
beforeEach(async () => {
  name = `seen-${++n}.md`;
  await client.open(name, GOOD);
});
afterEach(() => client.close(name));

const ask = (wants: Partial<PagesParams> = {}, token = new CancellationTokenSource().token) =>
  client.connection.sendRequest<PagesResult | null>(
    'ex-parte/pages',
    { uri: client.uri(name), ...NOTHING, ...wants } satisfies PagesParams,
    token,
  );

async function pages(wants?: Partial<PagesParams>): Promise<PagesResult> {
  const result = await ask(wants);
  if (!result) throw new Error('no pages came');
  return result;
}

/** What a view asks ahead that has drawn these pages. */
const ahead = ({ state, epoch, glyphs, drawings }: PagesResult): Partial<PagesParams> => ({
  state,
  epoch,
  glyphs: glyphs.length,
  known: Object.keys(drawings),
});

/** Whether a promise is still open after a while. */
const waits = async (promise: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([promise, sleep(300, 'waits')])) === 'waits';

test('a view that asks ahead is told of the next version, and of no other', async () => {
  const first = await pages();
  expect(first.version).toBe(1);
  const next = pages(ahead(first));
  expect(await waits(next)).toBe(true);
  await client.replace(name, 'Dear', 'My dear');
  const { version, drawings, epoch } = await next;
  expect([version, epoch]).toEqual([2, first.epoch]);
  expect(Object.keys(drawings)).toHaveLength(1);
  expect(JSON.stringify(drawings)).toContain('My dear');
});

test('what is asked of the same version is answered where something of it is lacking', async () => {
  const first = await pages({ to: 0 });
  expect(first.drawings).toEqual({});
  const drawn = await pages(ahead(first));
  expect(Object.keys(drawn.drawings).length).toBeGreaterThan(0);
  const chart = await pages({ ...ahead(drawn), chart: true });
  expect(chart.chart).not.toBeNull();
  expect(await waits(ask({ ...ahead(drawn), state: chart.state, chart: true }))).toBe(true);
});

test('no question stays open: not a cancelled one, nor one of a letter that is closed or is none any more', async () => {
  const first = await pages();
  const source = new CancellationTokenSource();
  const cancelled = ask(ahead(first), source.token);
  const refused = expect(cancelled).rejects.toThrow('the letter has changed');
  source.cancel();
  await refused;
  const waiting = ask(ahead(first));
  await client.replace(name, 'judge:', 'jugde:');
  expect(await waiting).toBeNull();
  await client.replace(name, 'jugde:', 'judge:');
  const again = ask(ahead(await pages()));
  await client.close(name);
  expect(await again).toBeNull();
  await client.open(name, GOOD);
  expect((await pages()).version).toBe(1);
});

test('an order that changes is news', async () => {
  const waiting = pages(ahead(await pages()));
  await client.notify('workspace/didChangeConfiguration', { settings: {} });
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri('.ex-parte/orders/new.yaml'), type: 1 }],
  });
  const { version, drawings } = await waiting;
  expect([version, drawings]).toEqual([1, {}]);
});

test('each of many versions typed in one go leads to the newest', async () => {
  let seen = await pages();
  for (let i = 0; i < 20; i++) await client.replace(name, 'Dear', 'Dear x');
  while (seen.version < client.version(name)) seen = await pages({ ...ahead(seen), known: [], glyphs: 0 });
  expect(JSON.stringify(seen.drawings)).toContain('Dear x x x');
});
