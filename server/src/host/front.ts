import {
  type Connection,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import { createDiscreetConnection } from './discreet-connection.ts';
import { endDiscreetly, printDiscreetly } from './discreet-process.ts';
import { capabilitiesOf } from './language-capabilities.ts';
import { clientCan } from './language-client.ts';
import { forkAhead } from './typeset/fork.ts';

/**
 * Answers `initialize` with no more loaded than that takes, and loads the rest as soon as the answer is written: what the
 * client has to do then (in VS Code several rounds of messages until it opens a document) goes on beside it.
 */
export function listen(dist: string): void {
  /** Loads the server itself, and has it answer. */
  let load: (() => Promise<void>) | undefined;
  let loading: Promise<void> | undefined;
  let loaded = false;
  const begin = (): Promise<void> | undefined => {
    loading ??= load?.().then(() => {
      loaded = true;
    });
    return loading;
  };
  endDiscreetly('The language server');
  const connection: Connection = createDiscreetConnection({
    messageStrategy: {
      handleMessage: async (message, next) => {
        if (loaded) return next(message);
        // Until there is someone to answer: whoever waits here goes on in the order in which the messages came.
        await begin();
        await next(message);
        void begin();
      },
    },
  });
  // Behind the connection, which has a console of its own where it speaks over standard output.
  printDiscreetly(console);
  connection.onInitialize((params) => {
    const can = clientCan(params);
    load = () => loadServer(connection, dist, params);
    return { serverInfo: { name: 'Ex Parte' }, capabilities: capabilitiesOf(can) };
  });
  connection.listen();
}

async function loadServer(connection: Connection, dist: string, params: InitializeParams): Promise<void> {
  // Starts beside all that is loaded here: who starts the server is about to open a letter.
  const typesetter = forkAhead(dist);
  try {
    const { LanguageServer } = await import('./language-server.ts');
    new LanguageServer(connection, { dist, params, typesetter }).listen();
  } catch (error) {
    await tellAndEnd(connection, error);
  }
}

/** A server that answers, and checks nothing, would look like a letter without gaps. */
async function tellAndEnd(connection: Connection, error: unknown): Promise<never> {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const message = `Ex Parte could not be loaded, so no letter is checked. Install it anew. (${reason})`;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  process.exit(1);
}
