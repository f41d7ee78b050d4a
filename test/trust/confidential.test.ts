import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { CANARY, Desk } from './desk.ts';
import { canIsolate, canTrace, read, straceArgs, trace } from './trace.ts';

const DIST = join(import.meta.dirname, '../../dist');
const CLI = join(DIST, 'cli.js');
const TARGETS = ['pdf', 'docx', 'eml', 'ics'] as const;
const today = ['--today', '2024-05-01'];

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => desk.remove());

/** Files below a folder that hold the words of the letter. */
function holding(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(CANARY));
}

test('a trace sees a connection and a file that is written', { skip: !canTrace }, () => {
  const script = `require('net').connect(9, '127.0.0.1').on('error', () => {}); require('fs').writeFileSync('seen', '')`;
  const { network, written } = trace(['-e', script], { cwd: desk.temp, env: desk.env });
  expect(network.join()).toMatch(/connect\(.*127\.0\.0\.1/);
  expect(written).toEqual(['seen']);
});

describe.skipIf(!canTrace)('the terminal, under a trace of its system calls', () => {
  test('a check connects to nothing and writes nothing', () => {
    const ran = trace([CLI, 'check', ...today, desk.letter], { cwd: desk.workspace, env: desk.env });
    expect(ran.stdout).toContain('checked');
    expect(ran.status).toBeLessThan(2);
    expect(ran.network).toEqual([]);
    expect(ran.written).toEqual([]);
  });

  test.each(TARGETS)('an export to %s connects to nothing and writes its file alone', (to) => {
    const out = join(desk.workspace, `out.${to}`);
    const ran = trace([CLI, 'export', '--to', to, '--force', ...today, '-o', out, desk.letter], {
      cwd: desk.workspace,
      env: desk.env,
    });
    expect(ran.stderr).not.toContain('not exported');
    expect(ran.status).toBe(0);
    expect(ran.network).toEqual([]);
    // Beside its place under a passing name, and then under its own.
    const others = ran.written.filter(
      (p) => p !== out && !/^\.out\.\w+\.[\da-f]+\.part$/.test(p.slice(desk.workspace.length + 1)),
    );
    expect(others).toEqual([]);
    expect(ran.written).toContain(out);
    expect(desk.files(desk.workspace).filter((f) => f.endsWith('.part'))).toEqual([]);
  });

  test('what a letter names outside of its folder is not even asked for', () => {
    const names = [
      '/probe-a/x.pdf',
      '../../probe-b/x.pdf',
      '\\\\probe-c\\share\\x.pdf',
      'file:///probe-d/x.pdf',
      '//probe-e/x.pdf',
    ];
    const exhibits = names.map((file, i) => `  - { label: ${i}, file: ${JSON.stringify(file)} }\n`).join('');
    names.forEach((order, i) => {
      const letter = `---\njudge: reznik\norder: ${JSON.stringify(order)}\nexhibits:\n${exhibits}---\n\n![x](/probe-f/x.png) <img src="/probe-g/x.png"> #read("/probe-h/x") #image("/probe-i.png")\n`;
      desk.file(`probing/${i}.md`, letter);
    });
    const run = (...what: string[]) =>
      trace([CLI, 'check', ...what], {
        cwd: desk.workspace,
        env: desk.env,
        input: readFileSync(join(desk.workspace, 'probing/0.md'), 'utf8'),
      });
    const [piped, saved] = [run('-'), run('probing')];
    expect(piped.stdout).toContain('1 letter checked');
    expect(saved.stdout).toContain(`${names.length} letters checked`);
    // A link into nowhere is a name beside the letter like any other.
    const asked = [...piped.named, ...saved.named].filter(
      (p) => p.includes('probe-') && !p.includes('/file:/'),
    );
    expect(asked).toEqual([]);
  });
});

describe.skipIf(!canTrace)('the language server, under a trace of its system calls', () => {
  test('a session connects to nothing, writes nothing, and leaves nothing behind', async () => {
    const log = join(desk.path, 'server.log');
    const server = spawn('strace', [...straceArgs(log), join(DIST, 'server.js'), '--stdio'], {
      cwd: desk.workspace,
      env: desk.env,
    });
    let stderr = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    const logged: unknown[] = [];
    connection.onNotification('window/logMessage', (message) => void logged.push(message));
    connection.onRequest('workspace/configuration', () => [{}]);
    connection.listen();
    const textDocument = { uri: pathToFileURL(desk.letter).href };
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(desk.workspace).href, name: 'matters' }],
      initializationOptions: { trusted: true },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'markdown', version: 1, text: desk.text },
    });
    const pulled = await connection.sendRequest('textDocument/diagnostic', { textDocument });
    expect(pulled).toMatchObject({ kind: 'full' });
    const position = { line: 1, character: 8 };
    await connection.sendRequest('textDocument/hover', { textDocument, position });
    const range = { start: position, end: position };
    await connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    await connection.sendRequest('ex-parte/pages', {
      ...textDocument,
      epoch: null,
      glyphs: 0,
      known: [],
      from: 0,
      to: 9,
      chart: true,
    });
    const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
    connection.dispose();

    const { network, written } = read(readFileSync(log, 'utf8'));
    // It holds what the processes told one another.
    rmSync(log);
    expect(network).toEqual([]);
    expect(written).toEqual([]);
    expect(stderr).not.toContain(CANARY);
    expect(JSON.stringify(logged)).not.toContain(CANARY);
  });
});

test('after all this the letter stands nowhere but in its folder', () => {
  expect(desk.files(desk.home)).toEqual([]);
  expect(desk.files(desk.temp).filter((f) => f !== 'seen')).toEqual([]);
  expect(holding(desk.path).filter((f) => !f.startsWith(desk.workspace))).toEqual([]);
  expect(holding(desk.workspace)).toContain(desk.letter);
});

test.skipIf(!canIsolate)('without any network interface it does the same', () => {
  const args = [CLI, 'check', '--format', 'json', ...today, desk.letter];
  const how = { cwd: desk.workspace, env: desk.env, encoding: 'utf8' } as const;
  const here = spawnSync(process.execPath, args, how);
  const alone = spawnSync('unshare', ['--user', '--map-root-user', '--net', process.execPath, ...args], how);
  expect(alone.status).toBe(here.status);
  expect(alone.stdout).toBe(here.stdout);
});
