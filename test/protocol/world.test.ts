import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Client } from './client.ts';
import { codes, firmOrder, GOOD, letter, of, one, said, Workspace } from './letter.ts';

let workspace: Workspace;
let running: Client[];
beforeEach(() => {
  workspace = new Workspace();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((c) => c.stop()));
  workspace.remove();
});

async function start(how: { pulls: boolean; trusted?: boolean }): Promise<Client> {
  const client = await Client.start({ folder: workspace.path, ...how });
  running.push(client);
  return client;
}

const SPOILT = GOOD.replace('Dear Judge', 'Dear [Name], Judge');
/** Two pages, which is over the firm's limit of one. */
const BEFORE_FIRM = GOOD.replace('judge: reznik', 'judge: quenby').replaceAll(
  /(?:Victoria )?Reznik\b/g,
  'Quenby',
);
const ORDER = '.ex-parte/orders/quenby.yaml';

describe('settings', () => {
  test('a severity, and off, ask for a refresh and make a new result', async () => {
    const client = await start({ pulls: true });
    await client.open('a.md', SPOILT);
    const first = await client.pull('a.md');
    expect(first).toMatchObject({ items: [{ code: 'placeholder', severity: 2 }] });
    const previous = first.resultId;
    for (const [level, items] of [
      ['error', [{ code: 'placeholder', severity: 1 }]],
      ['off', []],
      ['default', [{ code: 'placeholder', severity: 2 }]],
    ] as const) {
      const before = client.refreshes;
      client.settings = { severities: { placeholder: level } };
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.refreshed(before);
      expect(await client.pull('a.md', previous)).toMatchObject({ kind: 'full', items });
    }
  });

  test('are pushed anew to a client that does not pull', async () => {
    const client = await start({ pulls: false });
    await client.open('a.md', SPOILT);
    await client.pushed('a.md', (items) => items.length === 1);
    client.settings = { severities: { placeholder: 'off' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.pushed('a.md', (items) => items.length === 0);
  });

  test('nonsense in them is as if unset', async () => {
    const client = await start({ pulls: true });
    client.settings = { severities: 7, ordersFolders: 'x' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.open('a.md', SPOILT);
    expect(codes(await client.diagnostics('a.md'))).toEqual(['placeholder']);
  });
});

describe("a firm's orders", () => {
  test('edited on disk: the client is asked to pull again and gets a new result', async () => {
    const file = workspace.write(ORDER, firmOrder(1));
    const client = await start({ pulls: true });
    await client.open('a.md', BEFORE_FIRM);
    const first = await client.pull('a.md');
    if (first.kind !== 'full') throw new Error('no first result');
    expect(of(first.items, 'page-limit')).toHaveLength(1);
    const before = client.refreshes;
    workspace.write(ORDER, firmOrder(12));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(ORDER), type: 2 }],
    });
    await client.refreshed(before);
    const second = await client.pull('a.md', first.resultId);
    if (second.kind !== 'full') throw new Error('the old result was given again');
    expect(of(second.items, 'page-limit')).toEqual([]);
    rmSync(file);
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(ORDER), type: 3 }],
    });
    expect(codes(await client.diagnostics('a.md'))).toContain('unknown-judge');
  });

  test('open in the editor: the buffer beats the file, until it is closed', async () => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start({ pulls: true });
    await client.open('a.md', BEFORE_FIRM);
    expect(of(await client.diagnostics('a.md'), 'page-limit')).toEqual([]);
    await client.open(ORDER, firmOrder(12), 'yaml');
    let before = client.refreshes;
    await client.replace(ORDER, 'max: 12', 'max: 1');
    await client.refreshed(before);
    expect(of(await client.diagnostics('a.md'), 'page-limit')).toHaveLength(1);
    before = client.refreshes;
    await client.close(ORDER);
    await client.refreshed(before);
    expect(of(await client.diagnostics('a.md'), 'page-limit')).toEqual([]);
  });

  test('broken: told, and the letter does not look clean', async () => {
    workspace.write(ORDER, 'extends: reznik\njudge: [');
    const client = await start({ pulls: true });
    await client.open('a.md', BEFORE_FIRM);
    const items = await client.diagnostics('a.md');
    expect(items.some((d) => d.severity === 1 && said(d).includes('quenby'))).toBe(true);
    expect(codes(items)).not.toContain('unknown-judge');
  });

  test('pushed anew to a client that does not pull', async () => {
    workspace.write(ORDER, firmOrder(1));
    const client = await start({ pulls: false });
    await client.open('a.md', BEFORE_FIRM);
    await client.pushed('a.md', (items) => of(items, 'page-limit').length === 1);
    workspace.write(ORDER, firmOrder(12));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(ORDER), type: 2 }],
    });
    await client.pushed('a.md', (items) => of(items, 'page-limit').length === 0);
  });
});

describe('a workspace that is not trusted', () => {
  test("has its orders ignored and said to be, never 'unknown judge'; trust mends it", async () => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start({ pulls: true, trusted: false });
    await client.open('a.md', BEFORE_FIRM);
    const withheld = await client.diagnostics('a.md');
    expect(withheld.map(said).join()).toMatch(/not trusted.*quenby/);
    expect(withheld.every((d) => !/No order by/.test(said(d)))).toBe(true);
    expect(client.statuses.at(-1)).toMatchObject({ state: 'incomplete', judge: null });
    const before = client.refreshes;
    await client.notify('ex-parte/trust', { trusted: true });
    await client.refreshed(before);
    expect(await client.diagnostics('a.md')).toEqual([]);
    expect(client.statuses.at(-1)).toMatchObject({ state: 'complete', judge: 'Quenby', limit: 12, gaps: 0 });
  });

  test('still has letters before built-in judges checked, by the built-in order', async () => {
    workspace.write('.ex-parte/orders/reznik.yaml', firmOrder(1).replace('id: quenby', 'id: reznik'));
    const client = await start({ pulls: true, trusted: false });
    await client.open('a.md', SPOILT);
    expect(codes(await client.diagnostics('a.md'))).toEqual(['placeholder']);
  });

  test("a case's own order is not read and that is told", async () => {
    workspace.write('case.yaml', firmOrder(1));
    const client = await start({ pulls: true, trusted: false });
    await client.open('a.md', GOOD.replace('judge: reznik', 'judge: reznik\norder: case.yaml'));
    const items = await client.diagnostics('a.md');
    expect(items.map(said).join()).toContain('not trusted');
    expect(of(items, 'page-limit')).toEqual([]);
  });

  test('another editor, which knows no trust, gets no messages of our own', async () => {
    const client = await start({ pulls: true });
    await client.open('a.md', letter('Dear [Name]:\n'));
    expect(one(await client.diagnostics('a.md'), 'placeholder').severity).toBe(2);
    expect(client.statuses).toEqual([]);
  });
});
