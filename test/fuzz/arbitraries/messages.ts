import fc from 'fast-check';
import { edit, letter } from './letters.ts';
import { orderData } from './orders.ts';
import { jumble } from './texts.ts';

/** Documents that messages speak of. */
export const NAMES = ['a.md', 'b.md', 'order.yaml', '.ex-parte/orders/x.yaml'] as const;

const file = fc.constantFrom(...NAMES);
const position = fc.record({
  line: fc.integer({ min: -2, max: 40 }),
  character: fc.integer({ min: -2, max: 200 }),
});
const range = fc.record({ start: position, end: position });
const nonsense = fc.oneof(fc.constantFrom(null, 1, 'x', [], {}), fc.object({ maxDepth: 1 }));
const text = fc.oneof(
  { arbitrary: letter, weight: 6 },
  { arbitrary: orderData.map((data) => JSON.stringify(data) ?? ''), weight: 2 },
  { arbitrary: jumble, weight: 1 },
);

/** What an editor may say, in any order: also of documents that are not open, and with places that are none. */
export const message = fc.oneof(
  fc.record({ say: fc.constant('open' as const), name: file, text }),
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
      'textDocument/diagnostic',
      'textDocument/hover',
      'textDocument/completion',
      'textDocument/codeAction',
      'textDocument/codeLens',
      'textDocument/documentSymbol',
      'textDocument/documentLink',
      'textDocument/definition',
      'textDocument/references',
      'textDocument/inlayHint',
      'textDocument/nonsense',
      'ex-parte/submission',
      'ex-parte/exposures',
      'ex-parte/judges',
    ),
    name: file,
    position,
    range,
    /** Whether the editor takes its question back at once. */
    cancel: fc.boolean(),
  }),
  fc.record({
    say: fc.constant('nonsense' as const),
    method: fc.constantFrom(
      'initialized',
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didSave',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
      'workspace/didChangeWorkspaceFolders',
      '$/cancelRequest',
      '$/setTrace',
      'ex-parte/trust',
      'what/ever',
    ),
    params: nonsense,
  }),
  fc.record({
    say: fc.constant('nonsense question' as const),
    method: fc.constantFrom(
      'initialize',
      'textDocument/hover',
      'textDocument/diagnostic',
      'textDocument/codeAction',
      'workspace/diagnostic',
      'workspace/textDocumentContent',
      'ex-parte/pages',
      'ex-parte/export',
      'ex-parte/submission',
      'ex-parte/newLetter',
      'ex-parte/import-order',
      'what/ever',
    ),
    params: nonsense,
  }),
);
export type Message = typeof message extends fc.Arbitrary<infer T> ? T : never;

export const messages = fc.array(message, { maxLength: 25 });

/** A message's bytes with the header that tells their number. */
export const framed = (body: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
};

/** Bytes that are no message, or not one of the protocol, yet told by their right number. */
const body = fc.oneof(
  fc.constantFrom<string | Uint8Array>(
    '',
    '{',
    '[]',
    '[{}]',
    'null',
    '7',
    '"x"',
    '{}',
    '{"jsonrpc":"2.0"}',
    '{"jsonrpc":"2.0","id":null,"method":"what/ever"}',
    '{"jsonrpc":"2.0","id":{},"method":"what/ever"}',
    '{"jsonrpc":"2.0","id":1e400,"method":7}',
    '{"jsonrpc":"2.0","id":99,"result":1}',
    '{"jsonrpc":"2.0","id":1,"error":null}',
    '{"jsonrpc":"2.0","method":"$/progress","params":{"token":[]}}',
    '{"__proto__":{"method":"exit"}}',
    '['.repeat(10_000),
    Uint8Array.of(0xff, 0xfe, 0),
  ),
  nonsense.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uint8Array({ maxLength: 60 }),
  fc
    .record({ jsonrpc: fc.constantFrom('2.0', '1.0', 2), id: nonsense, method: nonsense, params: nonsense })
    .map((m) => JSON.stringify(m)),
);

/** Such bytes, and what is not even that. */
export const bytes = fc.oneof(
  { arbitrary: body.map((b) => ({ whole: true, bytes: framed(b) })), weight: 12 },
  {
    arbitrary: fc
      .oneof(
        fc.constantFrom(
          'Content-Length: -1\r\n\r\n',
          'Content-Length: 0\r\n\r\n',
          'Content-Length: 99999999\r\n\r\n{}',
          'Content-Length: 1e3\r\n\r\n{}',
          'Content-Length: x\r\n\r\n{}',
          'Content-Length:\r\n\r\n',
          'Content-Type: x; charset=klingon\r\nContent-Length: 2\r\n\r\n{}',
          'content-length: 2\r\n\r\n{}',
          'nothing\r\n\r\n',
          '\r\n\r\n',
          'Content-Length: 2\n\n{}',
          'Content-Length: 2\r\n\r\n{}{}{}',
        ),
        fc.string({ maxLength: 200 }),
      )
      .map((s) => ({ whole: false, bytes: Buffer.from(s) })),
    weight: 1,
  },
);
