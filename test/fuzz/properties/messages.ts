import { strict as assert } from 'node:assert';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { Client } from '../../protocol/client.ts';
import { codes, GOOD, Workspace } from '../../protocol/letter.ts';
import { messages as anyMessages, type Message, NAMES } from '../arbitraries/messages.ts';
import { property } from '../property.ts';

/** Milliseconds within which each request is answered, on a machine however busy. */
const PATIENCE = 60_000;

interface Desk {
  readonly client: Client;
  readonly workspace: Workspace;
}
/** One server for all cases of a trial; one that did not hold is not used again. */
let desk: Desk | undefined;
let round = 0;

async function open(): Promise<Desk> {
  if (desk) return desk;
  const workspace = new Workspace();
  desk = { workspace, client: await Client.start({ folder: workspace.path, pulls: true, trusted: true }) };
  return desk;
}

async function leave(): Promise<void> {
  const { client, workspace } = desk ?? {};
  desk = undefined;
  client?.process.kill('SIGKILL');
  client?.connection.dispose();
  workspace?.remove();
}

function say(client: Client, m: Message): Promise<unknown> {
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
    case 'nonsense question':
      return client.connection.sendRequest(m.method, m.params);
    case 'ask': {
      const { position, range, cancel } = m;
      const taken = new CancellationTokenSource();
      const answer = client.connection.sendRequest(
        m.method,
        {
          textDocument: textDocument(m.name),
          uri: client.uri(m.name),
          position,
          range,
          context: { diagnostics: [], includeDeclaration: true },
        },
        taken.token,
      );
      if (cancel) taken.cancel();
      return answer;
    }
  }
}

/** Whether something is done in time. */
async function isDone(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const done = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return done;
}

export async function messagesHold(said: readonly Message[]): Promise<void> {
  const { client } = await open();
  try {
    assert(await isDone(Promise.allSettled(said.map((m) => say(client, m)))), 'a question is not answered');
    for (const name of NAMES) await say(client, { say: 'close', name });
    const name = `after-${round++}.md`;
    await client.open(name, GOOD.replace('Dear Judge', 'Dear [Name], Judge'));
    const pulled = client.diagnostics(name);
    assert(await isDone(pulled), 'a letter is not checked any more');
    assert.deepEqual(codes(await pulled), ['placeholder'], 'it checks as before');
    await client.close(name);
    assert.equal(client.process.exitCode, null, client.stderr);
  } catch (error) {
    await leave();
    throw error;
  }
}

export const messages = property({
  id: 'messages',
  says: 'up to 25 messages to the built server, in any order, of documents open or not, with places and data that are none: each question is answered, and a letter is checked as before',
  short: 40,
  round: 200,
  arbitrary: anyMessages,
  // A server has its past, so the same case may hold in another.
  asFound: true,
  holds: messagesHold,
  after: leave,
});
