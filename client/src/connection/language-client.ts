// A bundle of its own, `dist/language-client.js`: see createClient.
import { CancellationError, type CancellationToken, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { type InitializationOptions, ORDER_PAGE } from '../../../server/src/protocol.ts';
import { orderFiles, selector } from '../letters.ts';
import type { State as OwnState, Places } from './client.ts';

/** The library's client, with types of messages known to whoever calls. */
export interface Running {
  start(): Promise<void>;
  stop(): Promise<void>;
  sendRequest<R>(method: string, params: unknown, token: CancellationToken | undefined): Promise<R>;
  sendNotification(method: string, params: unknown): Promise<void>;
  onNotification(method: string, handler: (params: never) => void): void;
}

const STATES: Readonly<Record<State, OwnState>> = {
  [State.Stopped]: 'stopped',
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.StartFailed]: 'failed',
};

/** MiB for young objects: with more, the server is no faster and a fifth bigger. */
const MEMORY = ['--max-semi-space-size=8'];

/** The client of `dist/server.js`, not yet started. IPC, so that nothing printed can break the protocol. */
export function createLanguageClient(
  { module, compiled }: Places,
  onState: (state: OwnState) => void,
): Running {
  const options: LanguageClientOptions = {
    // An order's page too, from which one goes back to the letter.
    documentSelector: [...selector, ...orderFiles, { scheme: ORDER_PAGE }],
    // A function: trust may be granted before the first letter is opened.
    initializationOptions: (): InitializationOptions => ({ trusted: workspace.isTrusted }),
    diagnosticCollectionName: 'Ex Parte',
  };
  const transport = TransportKind.ipc;
  const env = { NODE_COMPILE_CACHE: compiled };
  const client = new LanguageClient(
    'exParte',
    'Ex Parte',
    {
      run: { module, transport, options: { env, execArgv: MEMORY } },
      debug: { module, transport, options: { execArgv: ['--inspect=6009'] } },
    },
    options,
  );
  client.onDidChangeState(({ newState }) => onState(STATES[newState]));
  return {
    start: () => client.start(),
    stop: async () => {
      if (client.needsStop()) await client.stop();
    },
    sendRequest: async <R>(method: string, params: unknown, token: CancellationToken | undefined) => {
      try {
        // What has no parameters is sent without any, not with null.
        if (params === undefined) return await client.sendRequest<R>(method, token);
        return await client.sendRequest<R>(method, params, token);
      } catch (error) {
        const isCancelled = error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
        throw isCancelled ? new CancellationError() : error;
      }
    },
    sendNotification: (method, params) => client.sendNotification(method, params),
    onNotification: (method, handler) =>
      void client.onNotification(method, (params: unknown) => handler(params as never)),
  };
}
