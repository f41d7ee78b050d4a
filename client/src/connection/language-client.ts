// A bundle of its own, `dist/language-client.js`: see createClient.
import type { ChildProcess } from 'node:child_process';
import { CancellationError, type CancellationToken, window, workspace } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  IPCMessageReader,
  IPCMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  State,
} from 'vscode-languageclient/node';
import { type InitializationOptions, ORDER_PAGE } from '../../../server/src/protocol.ts';
import { orderFiles, selector } from '../letters.ts';
import type { State as OwnState } from './client.ts';
import { discreetLog } from './discreet-log.ts';
import { endings } from './endings.ts';
import { endSoon, isAlive } from './server-process.ts';

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

/**
 * The client of the server, not yet started.
 * @param ahead the server's process, started already; dead, it is not used
 * @param fork starts another, where the server died and is to be started again
 */
export function createLanguageClient(
  ahead: ChildProcess,
  fork: () => ChildProcess,
  onState: (state: OwnState) => void,
): Running {
  const log = window.createOutputChannel('Ex Parte', { log: true });
  let child: ChildProcess | undefined;
  const connect = async () => {
    const now = child === undefined && isAlive(ahead) ? ahead : fork();
    child = now;
    // What nobody reads holds up the news of its end. The server sees to it that it quotes nothing.
    for (const printed of [now.stdout, now.stderr])
      printed?.setEncoding('utf8').on('data', (text: string) => log.append(text));
    return { reader: new IPCMessageReader(now), writer: new IPCMessageWriter(now) };
  };
  const options: LanguageClientOptions = {
    // An order's page too, from which one goes back to the letter.
    documentSelector: [...selector, ...orderFiles, { scheme: ORDER_PAGE }],
    // A function: trust may be granted before the first letter is opened.
    initializationOptions: (): InitializationOptions => ({ trusted: workspace.isTrusted }),
    outputChannel: discreetLog(log),
    diagnosticCollectionName: 'Ex Parte',
    errorHandler: endings(
      { goOn: ErrorAction.Continue, again: CloseAction.Restart, stop: CloseAction.DoNotRestart },
      Date.now,
    ),
  };
  const client = new LanguageClient('exParte', 'Ex Parte', connect, options);
  client.onDidChangeState(({ newState }) => onState(STATES[newState]));
  return {
    start: () => client.start(),
    stop: async () => {
      try {
        if (client.needsStop()) await client.stop();
      } finally {
        endSoon(child ?? ahead);
      }
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
