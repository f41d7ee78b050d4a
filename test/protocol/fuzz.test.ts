import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letter as anyLetter, edit } from '../fuzz/arbitraries/letters.ts';
import { Client } from './client.ts';
import { codes, GOOD, Workspace } from './letter.ts';

const SERVER = join(import.meta.dirname, '../../dist/server.js');
/** Milliseconds within which each request is answered, on a machine however busy. */
const PATIENCE = 60_000;

const NAMES = ['a.md', 'b.md', 'order.yaml', '.ex-parte/orders/x.yaml'] as const;
const file = fc.constantFrom(...NAMES);
const position = fc.record({
  line: fc.integer({ min: -2, max: 40 }),
  character: fc.integer({ min: -2, max: 200 }),
});
const range = fc.record({ start: position, end: position });
const nonsense = fc.oneof(fc.constantFrom(null, 1, 'x', [], {}), fc.object({ maxDepth: 1 }));

/** What an editor may say, in any order: also of documents that are not open, and with places that are none. */
const message = fc.oneof(
  fc.record({ say: fc.constant('open' as const), name: file, text: anyLetter }),
  fc.record({
    say: fc.constant('change' as const),
    name: file,
    version: fc.integer({ min: -1, max: 9 }),
    range,
    text: edit.map((e) => e.put),
  }),
  fc.record({ say: fc.constant('close' as const), name: file }),
  fc.record({
    say: fc.constant('ask' as const),
    method: fc.constantFrom(
      'diagnostic',
      'hover',
      'completion',
      'codeAction',
      'codeLens',
      'documentSymbol',
      'documentLink',
      'definition',
      'references',
      'inlayHint',
      'nonsense',
    ),
    name: file,
    position,
    range,
  }),
  fc.record({
    say: fc.constant('nonsense' as const),
    method: fc.constantFrom(
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
      'ex-parte/trust',
      'textDocument/hover',
      'what/ever',
    ),
    params: nonsense,
  }),
);
type Message = typeof message extends fc.Arbitrary<infer T> ? T : never;

describe('messages in any order', () => {
  const workspace = new Workspace();
  let client: Client;
  beforeAll(async () => {
    client = await Client.start({ folder: workspace.path, pulls: true, trusted: true });
  });
  afterAll(async () => {
    await client.stop();
    workspace.remove();
  });

  function say(m: Message): Promise<unknown> {
    const textDocument = (name: string) => ({ uri: client.uri(name) });
    switch (m.say) {
      case 'open': {
        const document = { ...textDocument(m.name), languageId: 'markdown', version: 1, text: m.text };
        return client.notify('textDocument/didOpen', { textDocument: document });
      }
      case 'change': {
        const contentChanges = [{ range: m.range, text: m.text }];
        return client.notify('textDocument/didChange', {
          textDocument: { ...textDocument(m.name), version: m.version },
          contentChanges,
        });
      }
      case 'close':
        return client.notify('textDocument/didClose', { textDocument: textDocument(m.name) });
      case 'nonsense':
        return client.notify(m.method, m.params);
      case 'ask': {
        const context = { diagnostics: [], includeDeclaration: true };
        const { position, range } = m;
        return client.connection.sendRequest(`textDocument/${m.method}`, {
          textDocument: textDocument(m.name),
          position,
          range,
          context,
        });
      }
    }
  }

  test('no request goes unanswered, and the server checks as before', { timeout: 120_000 }, async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 25 }), async (messages) => {
        const answers = Promise.allSettled(messages.map(say));
        const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'late').unref());
        expect(await Promise.race([answers, late])).not.toBe('late');
        for (const name of NAMES) await say({ say: 'close', name });
        const name = `after-${round++}.md`;
        await client.open(name, GOOD.replace('Dear Judge', 'Dear [Name], Judge'));
        expect(codes(await client.diagnostics(name))).toEqual(['placeholder']);
        await client.close(name);
      }),
      { seed: 20_240_528, numRuns: 40, endOnFailure: true },
    );
  });
});

const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const HELLO = frame(
  JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  }),
);

test('bytes that are no messages: the server ends or goes on, and never hangs', {
  timeout: 120_000,
}, async () => {
  const bytes = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom(
      'Content-Length: -1\r\n\r\n',
      'Content-Length: 99999999\r\n\r\n{}',
      'Content-Length: x\r\n\r\n{}',
      '\r\n\r\n',
      frame('{'),
      frame('[]'),
      frame('null'),
      frame('{"jsonrpc":"2.0"}'),
      'Content-Length: 2\r\n\r\n{}{}{}',
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(bytes, { maxLength: 5 }), async (greets, parts) => {
      const server = spawn(process.execPath, [SERVER, '--stdio']);
      server.stdin.on('error', () => {
        // It has ended, which the exit tells.
      });
      server.stdout.resume();
      server.stderr.resume();
      const ended = once(server, 'exit');
      server.stdin.end(`${greets ? HELLO : ''}${parts.join('')}`);
      const timer = setTimeout(() => server.kill('SIGKILL'), PATIENCE);
      const [code, signal] = await ended;
      clearTimeout(timer);
      expect(signal).toBeNull();
      expect(code).not.toBeNull();
    }),
    { seed: 20_240_528, numRuns: 15, endOnFailure: true },
  );
});
