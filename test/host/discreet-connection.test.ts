import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import {
  type Connection,
  createMessageConnection,
  ErrorCodes,
  type LogMessageParams,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { createDiscreetConnection } from '../../server/src/host/discreet-connection.ts';

/** Stands for the letter's words. */
const CANARY = 'Quetzalberry';
const fail = (): never => {
  throw new TypeError(`cannot read ${CANARY}: it says ${CANARY}`);
};
const failLater = async (): Promise<never> => fail();

/** A server with handlers, and a client that keeps all that it hears. */
async function connect(register: (server: Connection) => void) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createDiscreetConnection(
    {},
    { reader: new StreamMessageReader(up), writer: new StreamMessageWriter(down) },
  );
  server.onInitialize(() => ({ capabilities: {} }));
  register(server);
  server.listen();
  let heard = '';
  down.on('data', (bytes: Buffer) => {
    heard += bytes.toString();
  });
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const logs: string[] = [];
  client.onNotification('window/logMessage', ({ message }: LogMessageParams) => void logs.push(message));
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { workspaceFolders: true } },
  });
  return {
    client,
    logs,
    heard: () => heard,
    answer: (method: string): Promise<unknown> =>
      client.sendRequest(method, { textDocument: { uri: 'file:///a.md' } }).then(
        () => undefined,
        (error: unknown) => error,
      ),
  };
}

const DOCUMENT = 'textDocument';

test.each([
  ['a feature', `${DOCUMENT}/hover`, (s: Connection) => s.onHover(fail)],
  ['a feature that takes its time', `${DOCUMENT}/codeAction`, (s: Connection) => s.onCodeAction(failLater)],
  ['one within another', `${DOCUMENT}/inlayHint`, (s: Connection) => s.languages.inlayHint.on(failLater)],
  ['a pull', `${DOCUMENT}/diagnostic`, (s: Connection) => s.languages.diagnostics.on(fail)],
  ['our own', 'ex-parte/any', (s: Connection) => s.onRequest('ex-parte/any', failLater)],
] as const)(
  'of %s that throws the client learns the kind, and its log the place',
  async (_what, method, on) => {
    const { answer, heard, logs } = await connect(on);
    const error = await answer(method);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      code: ErrorCodes.InternalError,
      message: expect.stringContaining('TypeError'),
    });
    expect(logs.join('\n')).toMatch(/TypeError\n {4}at .*discreet-connection\.test\.ts:\d+:\d+/s);
    expect(heard()).not.toContain(CANARY);
  },
);

test('so it is of a message that nobody answers', async () => {
  const { client, answer, heard, logs } = await connect((server) => {
    server.onNotification('ex-parte/told', failLater);
    server.onDidOpenTextDocument(fail);
    server.onRequest('ex-parte/done', () => null);
  });
  await client.sendNotification('ex-parte/told', { text: CANARY });
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri: 'file:///a.md' } });
  // No message at all by the protocol, and yet with words.
  await client.sendNotification('$/none', { text: CANARY });
  await answer('ex-parte/done');
  expect(logs.filter((l) => /TypeError\n {4}at /.test(l))).toHaveLength(2);
  expect(logs).toContain("Notification handler 'ex-parte/told' failed.");
  expect(heard()).not.toContain(CANARY);
});

test('what was worded for the client comes to it as it is, and is not logged', async () => {
  const { answer, logs } = await connect((server) =>
    server.onHover(() => {
      throw new ResponseError(LSPErrorCodes.ContentModified, 'the letter has changed', { again: true });
    }),
  );
  expect(await answer(`${DOCUMENT}/hover`)).toMatchObject({
    code: LSPErrorCodes.ContentModified,
    message: 'the letter has changed',
    data: { again: true },
  });
  expect(logs).toEqual([]);
});

test('handlers still get and give what they would without it', async () => {
  const { client } = await connect((server) => {
    server.onHover(({ textDocument }, token) => ({
      contents: `${textDocument.uri} ${token.isCancellationRequested}`,
    }));
  });
  expect(await client.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///a.md' } })).toEqual({
    contents: 'file:///a.md false',
  });
});
