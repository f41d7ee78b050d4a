import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Client, type ClientOptions } from './client.ts';
import { codes, firmOrder, GOOD, of, Workspace } from './letter.ts';

let workspace: Workspace;
let elsewhere: Workspace;
let running: Client[];
beforeEach(() => {
  workspace = new Workspace();
  elsewhere = new Workspace();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((c) => c.stop()));
  workspace.remove();
  elsewhere.remove();
});

async function start(how: Partial<ClientOptions> = {}): Promise<Client> {
  const client = await Client.start({ folder: workspace.path, pulls: true, ...how });
  running.push(client);
  return client;
}

const ORDER = '.ex-parte/orders/quenby.yaml';
const BEFORE_FIRM = GOOD.replace('judge: reznik', 'judge: quenby').replaceAll(
  /(?:Victoria )?Reznik\b/g,
  'Quenby',
);
const LETTER = 'matters/one/letter.md';

describe("the client's folders", () => {
  const uri = () => pathToFileURL(workspace.path).href;
  test.each([
    ['rootUri', () => ({ workspaceFolders: null, rootUri: uri() })],
    ['rootPath', () => ({ workspaceFolders: null, rootUri: null, rootPath: workspace.path })],
  ])('are known to a client that says %s alone', async (_, says) => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start({ says: says() });
    await client.open(LETTER, BEFORE_FIRM);
    expect(await client.diagnostics(LETTER)).toEqual([]);
  });

  test('none: the letter stands by itself', async () => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start({ says: { workspaceFolders: null, rootUri: null } });
    await client.open(LETTER, BEFORE_FIRM);
    expect(codes(await client.diagnostics(LETTER))).toContain('unknown-judge');
  });

  test('come and go: their orders with them', async () => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start({ says: { workspaceFolders: [] } });
    await client.open(LETTER, BEFORE_FIRM);
    expect(codes(await client.diagnostics(LETTER))).toContain('unknown-judge');
    const folder = { uri: uri(), name: 'added' };
    const change = async (event: { added: object[]; removed: object[] }): Promise<void> => {
      const before = client.refreshes;
      await client.notify('workspace/didChangeWorkspaceFolders', { event });
      await client.refreshed(before);
    };
    await change({ added: [folder], removed: [] });
    expect(await client.diagnostics(LETTER)).toEqual([]);
    await change({ added: [], removed: [folder] });
    expect(codes(await client.diagnostics(LETTER))).toContain('unknown-judge');
  });
});

describe('files that are watched', () => {
  const globs = (client: Client) =>
    client.registrations.flatMap(
      (r) => (r.registerOptions as { watchers?: { globPattern: unknown }[] } | undefined)?.watchers ?? [],
    );

  test('PDFs and orders whatever the capitals of their ending', async () => {
    const client = await start();
    await client.until('the watchers', () => globs(client).length > 0);
    const said = globs(client).map(({ globPattern }) => String(globPattern));
    expect(said).toContain('**/*.[pP][dD][fF]');
    expect(said).toContain('**/*.[yY][aA][mM][lL]');
  });

  test('and whatever comes or goes, since of a folder nothing else is told', async () => {
    const client = await start();
    await client.until('the watchers', () => globs(client).length > 0);
    expect(globs(client)).toContainEqual({ globPattern: '**/*', kind: 1 | 4 });
  });

  test('beside a letter that lies outside of the workspace, as long as it is open', async () => {
    const client = await start();
    await client.until('the watchers', () => globs(client).length > 0);
    const uri = pathToFileURL(elsewhere.write('letter.md', GOOD)).href;
    const base = pathToFileURL(elsewhere.path).href;
    const watched = () =>
      globs(client).some(({ globPattern }) => (globPattern as { baseUri?: string }).baseUri === base);
    await client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: GOOD },
    });
    await client.until('its folder to be watched', watched);
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    await client.until('its folder to be let go', () => !watched());
  });
});

test("an order's buffer is read by whatever spelling of its address the client uses", async () => {
  workspace.write(ORDER, firmOrder(12));
  const client = await start();
  await client.open(LETTER, BEFORE_FIRM);
  expect(of(await client.diagnostics(LETTER), 'page-limit')).toEqual([]);
  const before = client.refreshes;
  const uri = client
    .uri(ORDER)
    .replace('quenby.yaml', '%71uenby%2Eyaml')
    .replace('file:///', 'file://localhost/');
  await client.notify('textDocument/didOpen', {
    textDocument: { uri: uri.replace('%2E', '.'), languageId: 'yaml', version: 1, text: firmOrder(1) },
  });
  await client.notify('textDocument/didChange', {
    textDocument: { uri: uri.replace('%2E', '.'), version: 2 },
    contentChanges: [{ text: firmOrder(1) }],
  });
  await client.refreshed(before);
  expect(of(await client.diagnostics(LETTER), 'page-limit')).toHaveLength(1);
});
