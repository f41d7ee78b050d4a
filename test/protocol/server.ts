import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMessageConnection,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type UnregistrationParams,
} from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/src/protocol.ts';
import { childrenOf } from '../support/processes.ts';

const SERVER = join(import.meta.dirname, '../../dist/server.js');

/** Milliseconds after which what was waited for is taken never to come, on a machine however busy. */
const PATIENCE = 60_000;

/** The built server as a process, and all that it said unasked. */
export class Server {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  /** What the server registered and still holds, such as the files that it wants watched. */
  registrations: Registration[] = [];
  /** How often the server asked for diagnostics to be pulled again. */
  refreshes = 0;
  /** What the client answers for the section `exParte`. */
  settings: unknown = {};
  /** What the server wrote to its standard error. */
  stderr = '';
  readonly #waiting = new Set<() => void>();

  /** @param module another build of the server, for tests in which a part of it fails; `before` is loaded first */
  constructor(module = SERVER, before?: string) {
    if (!existsSync(module)) {
      throw new Error(`There is no ${module}: run \`npm run build\` before these tests.`);
    }
    this.process = spawn(process.execPath, [...(before ? ['--require', before] : []), module, '--stdio'], {
      stdio: 'pipe',
    });
    const { stdin, stdout, stderr } = this.process;
    if (!stdin || !stdout || !stderr) throw new Error('the server has no pipes');
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', (p: PublishDiagnosticsParams) => {
      this.published.push(p);
      this.#wake();
    });
    this.connection.onNotification('ex-parte/status', (p: StatusParams) => {
      this.statuses.push(p);
      this.#wake();
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#wake();
      return null;
    });
    this.connection.onRequest('workspace/configuration', () => [this.settings]);
    this.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      this.#wake();
      return null;
    });
    this.connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
      const gone = new Set(unregisterations.map(({ id }) => id));
      this.registrations = this.registrations.filter(({ id }) => !gone.has(id));
      this.#wake();
      return null;
    });
    this.connection.listen();
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Waits until something holds, looking again at each message from the server. */
  until<T>(what: string, look: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = (): void => {
        const found = look();
        if (found === undefined || found === false) return;
        done();
        resolve(found);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`${what}: not within ${PATIENCE / 1000} seconds\n${this.stderr}`));
      }, PATIENCE);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(attempt);
      };
      this.#waiting.add(attempt);
      attempt();
    });
  }

  /** The processes that the server started and that live. */
  children(): number[] {
    return childrenOf(this.process.pid);
  }

  /** Ends the server as an editor does. Returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.notify('exit', undefined);
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  #wake(): void {
    for (const attempt of [...this.#waiting]) attempt();
  }
}
