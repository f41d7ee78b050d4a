import { type CancellationToken, Disposable, type Event, EventEmitter } from 'vscode';
import type { Running } from './language-client.ts';
import { forkServer } from './server-process.ts';

/** How the server stands. `failed`: it could not be started, or died too often to be started again. */
export type State = 'stopped' | 'starting' | 'running' | 'failed';

/** A request of our own, by its method: `P` goes there, `R` comes back. */
export class RequestType<P, R> {
  declare readonly types: (params: P) => R;
  readonly method: string;
  constructor(method: string) {
    this.method = method;
  }
}

/** A notification of our own, by its method. */
export class NotificationType<P> {
  declare readonly types: (params: P) => void;
  readonly method: string;
  constructor(method: string) {
    this.method = method;
  }
}

/** The client of the language server, as features see it; loaded and started with the first letter. */
export interface Client {
  readonly state: State;
  readonly onDidChangeState: Event<State>;
  /** Starts the server unless it runs or is on its way; rejects where it cannot be started. */
  start(): Promise<void>;
  /** Lets the server end by itself; a kill could leave its typesetter behind. */
  stop(): Promise<void>;
  /** Rejects where no server runs, and with a `CancellationError` where the token or the server cancels. */
  sendRequest<P, R>(type: RequestType<P, R>, params: P, token?: CancellationToken): Promise<R>;
  sendNotification<P>(type: NotificationType<P>, params: P): Promise<void>;
  /** One handler for each type; it outlives the server. */
  onNotification<P>(type: NotificationType<P>, handler: (params: P) => void): Disposable;
}

/** Where things lie, as absolute paths. */
export interface Places {
  /** The server's module. */
  readonly module: string;
  /** See `compiledCode`. */
  readonly compiled: string;
}

/**
 * The client of the server. The library for it is nine tenths of the extension's code: it is
 * read with the first letter, so that who opens any other Markdown does not wait for it.
 */
export function createClient(places: Places): Client {
  const changed = new EventEmitter<State>();
  const handlers = new Map<string, (params: never) => void>();
  let state: State = 'stopped';
  let loading: Promise<Running> | undefined;

  const set = (now: State): void => {
    if (now === state) return;
    state = now;
    changed.fire(now);
  };
  const load = async (): Promise<Running> => {
    const fork = () => forkServer(places);
    // Now already: it starts while the library is read.
    const ahead = fork();
    try {
      const { createLanguageClient } = await import('./language-client.ts');
      const client = createLanguageClient(ahead, fork, set);
      for (const [method, handler] of handlers) client.onNotification(method, handler);
      return client;
    } catch (error) {
      ahead.kill();
      throw error;
    }
  };
  /** The library keeps to a start that failed: whoever tries again needs another client. */
  const forget = (): void => {
    void loading?.then((client) => client.stop()).catch(() => {});
    loading = undefined;
  };
  const running = (): Promise<Running> =>
    loading ?? Promise.reject(new Error('Ex Parte is not running, open a letter first'));

  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    start: async () => {
      if (state === 'failed') forget();
      if (!loading) set('starting');
      try {
        loading ??= load();
        await (await loading).start();
      } catch (error) {
        // The library says itself how it stands, once there is one.
        if (state === 'starting') set('failed');
        throw error;
      }
    },
    stop: async () => (await loading)?.stop(),
    sendRequest: async (type, params, token) => (await running()).sendRequest(type.method, params, token),
    sendNotification: async (type, params) => (await running()).sendNotification(type.method, params),
    onNotification: (type, handler) => {
      handlers.set(type.method, handler);
      void loading?.then((client) => client.onNotification(type.method, handler));
      return new Disposable(() => void handlers.delete(type.method));
    },
  };
}
