import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAlive } from '../support/processes.ts';
import { Client } from './client.ts';
import { codes, GOOD, isPartial, letter, of, said, Workspace } from './letter.ts';

let workspace: Workspace;
let client: Client | undefined;
beforeEach(() => {
  workspace = new Workspace();
});
afterEach(async () => {
  await client?.stop();
  client = undefined;
  workspace.remove();
});

async function start(how: { pulls: boolean; trusted?: boolean }): Promise<Client> {
  client = await Client.start({ folder: workspace.path, ...how });
  return client;
}

/** Long enough for the typesetter to be at it when it is killed. */
const LONG = letter('Word [Name] and more.\n\n'.repeat(800));

/** The typesetter's process, as soon as there is one. */
async function childOf(on: Client): Promise<number> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const [child] = on.children();
    if (child !== undefined) return child;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the server started no typesetter');
}

/**
 * Halts the typesetter, so that whatever it is asked from now on stays in work until it is killed:
 * a kill that has to hit a compile by speed misses it on a fast machine.
 */
async function halt(on: Client): Promise<number> {
  const child = await childOf(on);
  process.kill(child, 'SIGSTOP');
  return child;
}

/** Kills a typesetter that was halted, once the server has asked it for the letter that is open. */
async function killAtWork(on: Client, child: number): Promise<void> {
  // What the server has to do before it asks takes milliseconds; the answer to a later request shows that it is past that.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await on.askOf('documentSymbol', 'long.md');
  process.kill(child, 'SIGKILL');
}

describe('the typesetter killed in mid-work', () => {
  test('a pull says that the result is incomplete, then asks for a refresh, and the next is whole', async () => {
    const editor = await start({ pulls: true, trusted: true });
    const halted = await halt(editor);
    await editor.open('long.md', LONG);
    const before = editor.refreshes;
    const pulling = editor.pull('long.md');
    await killAtWork(editor, halted);
    const report = await pulling;
    if (report.kind !== 'full') throw new Error('no report');
    expect(isPartial(report.items)).toBe(true);
    expect(report.items.map(said).find((m) => m.includes('typesetter stopped'))).toBeDefined();
    expect(of(report.items, 'placeholder').length).toBeGreaterThan(100);
    expect(editor.statuses.at(-1)).toMatchObject({ state: 'incomplete', pages: null });
    await editor.refreshed(before);
    const again = await editor.pull('long.md', report.resultId);
    if (again.kind !== 'full') throw new Error('the incomplete result was given again');
    expect(isPartial(again.items)).toBe(false);
    expect(codes(again.items)).toContain('page-limit');
    expect(editor.children()).not.toContain(halted);
  });

  test('diagnostics are pushed anew', async () => {
    const editor = await start({ pulls: false });
    const halted = await halt(editor);
    await editor.open('long.md', LONG);
    await killAtWork(editor, halted);
    await editor.pushed('long.md', isPartial);
    const { diagnostics } = await editor.pushed('long.md', (items) => !isPartial(items));
    expect(of(diagnostics, 'page-limit')).toHaveLength(1);
  });

  test('at rest: nobody notices', async () => {
    const editor = await start({ pulls: true });
    await editor.open('a.md', GOOD);
    expect(await editor.diagnostics('a.md')).toEqual([]);
    const child = await childOf(editor);
    process.kill(child, 'SIGKILL');
    // The server hears of it from the system, which then forgets the process.
    await expect.poll(() => isAlive(child)).toBe(false);
    await editor.replace('a.md', 'Dear Judge', 'Dear TODO Judge');
    expect(codes(await editor.diagnostics('a.md'))).toEqual(['placeholder']);
  });
});

describe('messages that make no sense', () => {
  test('unknown, malformed and out of order ones are survived', async () => {
    const editor = await start({ pulls: true });
    const unknown = await editor.connection.sendRequest('textDocument/nonsense', {}).catch((e: unknown) => e);
    expect(unknown).toMatchObject({ code: -32601 });
    const uri = editor.uri('never.md');
    await editor.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    await editor.notify('textDocument/didClose', { textDocument: { uri } });
    await editor.notify('textDocument/didOpen', {});
    await editor.notify('nobody/knows', { a: 1 });
    await editor.notify('ex-parte/trust', null);
    await editor.notify('workspace/didChangeWatchedFiles', {});
    expect(await editor.pull('never.md')).toMatchObject({ kind: 'full', items: [] });
    await editor.connection.sendRequest('textDocument/codeAction', {}).catch(() => undefined);
    await editor.connection.sendRequest('textDocument/diagnostic', {}).catch(() => undefined);
    await editor.open('a.md', GOOD);
    const far = { start: { line: 9_999, character: 9_999 }, end: { line: 9_999, character: 99_999 } };
    await editor.edit('a.md', [{ range: far, text: '\nTODO\n' }]);
    await editor.open('a.md', GOOD.replace('Dear Judge', 'Dear [Name], Judge'));
    expect(codes(await editor.diagnostics('a.md'))).toEqual(['placeholder']);
    expect(await editor.actions('a.md', far)).toBeInstanceOf(Array);
  });

  test('addresses that are no files are letters too', async () => {
    const editor = await start({ pulls: true });
    for (const uri of [
      'untitled:Untitled-1',
      'file:///%E0%A4%A',
      'vscode-remote://h/a%20b.md',
      'no uri at all',
    ]) {
      const text = letter('Dear [Name]:\n');
      await editor.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      const report = await editor.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri },
      });
      expect(report).toMatchObject({
        kind: 'full',
        items: expect.arrayContaining([expect.objectContaining({ code: 'placeholder' })]),
      });
    }
  });

  test('bytes that are no message end in an error or are survived, not in a hang', async () => {
    const server = spawn(process.execPath, [join(import.meta.dirname, '../../dist/server.js'), '--stdio']);
    server.stdin.write('Content-Length: 9\r\n\r\n{"a": [1}');
    server.stdin.end();
    const [code] = (await once(server, 'exit')) as [number | null];
    expect(code).not.toBeNull();
  });
});

describe('the end', () => {
  test('shutdown and exit end the server with 0, and its typesetter with it', async () => {
    const editor = await start({ pulls: true });
    await editor.open('a.md', GOOD);
    await editor.diagnostics('a.md');
    const children = editor.children();
    expect(children).toHaveLength(1);
    expect(await editor.stop()).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);
  });

  test('shutdown in mid-work answers the pull that waits', async () => {
    const editor = await start({ pulls: true });
    await editor.open('long.md', LONG);
    const pulling = editor.pull('long.md').then(
      () => 'answered',
      () => 'refused',
    );
    await childOf(editor);
    expect(await editor.stop()).toBe(0);
    expect(['answered', 'refused']).toContain(await pulling);
  });

  test('an editor that dies takes server and typesetter along', async () => {
    const editor = await start({ pulls: true });
    await editor.open('a.md', GOOD);
    await editor.diagnostics('a.md');
    const children = editor.children();
    const ended = once(editor.process, 'exit');
    editor.process.stdin?.end();
    await ended;
    for (let i = 0; i < 40 && children.some(isAlive); i++) await new Promise((r) => setTimeout(r, 50));
    expect(children.filter(isAlive)).toEqual([]);
    client = undefined;
  });
});
