import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import {
  createMessageConnection,
  type DocumentDiagnosticReport,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Checker } from '../../server/src/host/checker.ts';
import { createDiscreetConnection } from '../../server/src/host/discreet-connection.ts';
import { Environment } from '../../server/src/host/environment.ts';
import { clientCan } from '../../server/src/host/language-client.ts';
import { Diagnostics } from '../../server/src/host/language-diagnostics.ts';
import { OrderStore } from '../../server/src/host/orders.ts';
import { Session } from '../../server/src/host/session.ts';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { STATUS } from '../../server/src/protocol.ts';
import { CHECKLIST } from '../../server/src/protocol-checklist.ts';

const URI = 'untitled:letter';
const CANARY = 'Quetzalberry';

/** A client before a server in which the check of the one letter throws. */
function failing(pulls: boolean) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createDiscreetConnection(
    {},
    { reader: new StreamMessageReader(up), writer: new StreamMessageWriter(down) },
  );
  const orders = new OrderStore({ workspaces: [], given: [], trusted: true });
  const checker = new Checker(orders, createTypesetter({ mode: 'in-process' }));
  const document = TextDocument.create(URI, 'markdown', 3, '---\njudge: Reznik\n---\n\nDear Judge:\n');
  const session = new Session(document, { id: URI }, checker, new Environment());
  vi.spyOn(session, 'check').mockRejectedValue(new RangeError(`cannot place ${CANARY}`));
  const can = clientCan({ processId: null, rootUri: null, capabilities: {} });
  const sessions = new Map([[URI, session]]);
  const diagnostics = new Diagnostics(server, { ...can, pulls, own: true }, sessions, String, () => {});
  diagnostics.listen();
  server.listen();
  let heard = '';
  down.on('data', (bytes: Buffer) => {
    heard += bytes.toString();
  });
  const client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  return { client, diagnostics, heard: () => heard };
}

const NOT_CHECKED = {
  severity: 1,
  message: expect.stringMatching(/^Not checked: Ex Parte failed by a fault of its own \(RangeError\)/),
};

test('a check that throws is told by an error on the letter, in status and checklist, not by what was found before', async () => {
  const { client, heard } = failing(true);
  const told: unknown[] = [];
  for (const type of [STATUS, CHECKLIST])
    client.onNotification(type, (params: unknown) => void told.push(params));
  client.listen();
  const report: DocumentDiagnosticReport = await client.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: URI },
  });
  expect(report).toMatchObject({ kind: 'full', items: [NOT_CHECKED] });
  // Without one, the same letter is pulled again.
  expect(report.resultId).toBeUndefined();
  expect(told).toMatchObject([
    { state: 'incomplete', version: 3 },
    { reasons: [expect.stringContaining('RangeError')], groups: [] },
  ]);
  expect(heard()).not.toContain(CANARY);
});

test('where diagnostics are pushed too', async () => {
  const { client, diagnostics, heard } = failing(false);
  const pushed = new Promise<PublishDiagnosticsParams>((resolve) => {
    client.onNotification('textDocument/publishDiagnostics', resolve);
  });
  client.listen();
  diagnostics.changed(URI);
  expect(await pushed).toMatchObject({ uri: URI, version: 3, diagnostics: [NOT_CHECKED] });
  expect(heard()).not.toContain(CANARY);
});
