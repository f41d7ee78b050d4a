import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DocumentDiagnosticReport, Hover, InitializeResult } from 'vscode-languageserver/node';
import { codes, letter } from './letter.ts';
import { Server } from './server.ts';

const DIST = join(import.meta.dirname, '../../dist');
/** What is loaded behind the answer to `initialize`. */
const REST = 'language-server.js';
const REAL = 'real-language-server.js';

let build: string;
let server: Server | undefined;
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'ex-parte-start-'));
  for (const name of readdirSync(DIST).filter((n) => /\.js(?:on)?$/.test(n)))
    cpSync(join(DIST, name), join(build, name === REST ? REAL : name));
});
afterEach(() => {
  server?.process.kill('SIGKILL');
  server?.connection.dispose();
  server = undefined;
  rmSync(build, { recursive: true, force: true });
});

/** Starts a build whose rest is this script. */
function start(rest: string): Server {
  writeFileSync(join(build, REST), rest);
  server = new Server(join(build, 'server.js'));
  return server;
}

const uri = 'file:///nowhere/letter.md';
const initialize = ({ connection }: Server): Promise<InitializeResult> =>
  connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
const change = (version: number, line: number, from: number, to: number, text: string) => ({
  textDocument: { uri, version },
  contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
});

/** Opens a letter, puts a blank into its salutation, asks, and takes the blank out and asks again. */
async function writeAndAsk({ connection, notify }: Server) {
  const say = notify.bind(server);
  await say('initialized', {});
  const text = letter('Dear Judge:\n');
  await say('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  await say('textDocument/didChange', change(2, 4, 5, 10, '[Name]'));
  const hover = connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 1, character: 1 },
  });
  const spoilt = connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return { hover, spoilt };
}

const found = (report: DocumentDiagnosticReport): string[] =>
  report.kind === 'full' ? codes(report.items) : [];

test('initialize is answered before the rest is loaded, and what comes meanwhile is answered in its order', async () => {
  const go = join(build, 'go');
  const begun = join(build, 'begun');
  const editor = start(`
    const { existsSync, writeFileSync } = require('node:fs');
    writeFileSync(${JSON.stringify(begun)}, '');
    const nap = new Int32Array(new SharedArrayBuffer(4));
    while (!existsSync(${JSON.stringify(go)})) Atomics.wait(nap, 0, 0, 5);
    module.exports = require(${JSON.stringify(`./${REAL}`)});
  `);
  const { capabilities } = await initialize(editor);
  expect(capabilities.hoverProvider).toBe(true);
  // Nobody has to say anything more for it.
  await expect.poll(() => existsSync(begun)).toBe(true);
  const { hover, spoilt } = await writeAndAsk(editor);
  writeFileSync(go, '');
  expect((await hover)?.contents).toBeTruthy();
  expect(found(await spoilt)).toContain('placeholder');
  await editor.notify('textDocument/didChange', change(3, 4, 5, 11, 'Judge'));
  const mended = await editor.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  expect(found(mended)).not.toContain('placeholder');
  expect(await editor.stop()).toBe(0);
});

test('a client that does not wait for the answer to initialize is answered all the same', async () => {
  const editor = start(`module.exports = require(${JSON.stringify(`./${REAL}`)});`);
  const answer = initialize(editor);
  const { hover, spoilt } = await writeAndAsk(editor);
  expect((await answer).serverInfo?.name).toBe('Ex Parte');
  expect((await hover)?.contents).toBeTruthy();
  expect(found(await spoilt)).toContain('placeholder');
  expect(await editor.stop()).toBe(0);
});

test.each([
  ['cannot be read', 'throw new Error("it is half of what it was");', 'it is half of what it was'],
  ['is not what it should be', 'module.exports = {};', 'not a constructor'],
])('a rest that %s is told, and the server ends', async (_, rest, reason) => {
  const editor = start(rest);
  const said: string[] = [];
  editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    said.push(message);
  });
  const ended = new Promise<number | null>((resolve) => editor.process.once('exit', resolve));
  await initialize(editor);
  const { hover, spoilt } = await writeAndAsk(editor);
  const unanswered = Promise.allSettled([hover, spoilt]);
  expect(await ended).toBe(1);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^Ex Parte could not be loaded, so no letter is checked/);
  expect(said[0]).toContain(reason);
  editor.connection.dispose();
  for (const { status } of await unanswered) expect(status).toBe('rejected');
});
