// A language client as small as can be: it opens documents, edits them, and says how long answers take. It speaks to each
// server as that one prefers: changes as ranges where it takes them, diagnostics pulled where it offers that alone.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Server } from './peers.mts';
import { peakOf } from './processes.mts';
import { type Message, Wire } from './wire.mts';

const PATIENCE = 30_000;
const INCREMENTAL = 2;

interface Capabilities {
  readonly textDocumentSync?: number | { readonly change?: number };
}

export interface Open {
  readonly uri: string;
  version: number;
  text: string;
}

export class Client {
  readonly #wire: Wire;
  readonly #server: Server;
  readonly #documents = new Map<string, Open>();
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #handlers: Readonly<Record<string, (params: unknown) => unknown>>;
  #told: { readonly document: Open; readonly done: () => void } | undefined;
  #incremental = false;
  #id = 0;

  constructor(server: Server, root: string) {
    this.#server = server;
    this.#handlers = server.answers?.({ root, textOf: (uri) => this.#documents.get(uri) }) ?? {};
    this.#wire = new Wire(server.command, { ...process.env, ...server.env }, (m) => this.#hear(m));
    this.root = root;
  }

  readonly root: string;

  get pid(): number {
    return this.#wire.pid;
  }

  /** @returns milliseconds from the start of the process to its first answer */
  async start(): Promise<number> {
    const began = performance.now();
    const rootUri = pathToFileURL(this.root).href;
    const { result } = await this.request('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'letters' }],
      initializationOptions: this.#server.options,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          ...(this.#server.pulls ? { diagnostic: {} } : {}),
        },
      },
    });
    const ready = performance.now() - began;
    const { textDocumentSync: sync } = (result as { capabilities: Capabilities }).capabilities;
    this.#incremental = (typeof sync === 'object' ? sync.change : sync) === INCREMENTAL;
    this.#wire.send({ method: 'initialized', params: {} });
    return ready;
  }

  /** @returns the document, and milliseconds from opening it to its first diagnostics */
  async open(file: string): Promise<{ document: Open; took: number }> {
    const document = { uri: pathToFileURL(file).href, version: 1, text: readFileSync(file, 'utf8') };
    this.#documents.set(document.uri, document);
    const { uri, text } = document;
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    return { document, took: await this.#checked(document, 'didOpen', { textDocument }) };
  }

  /** Puts `text` in place of `removed` characters at an offset; milliseconds until that version's diagnostics. */
  edit(document: Open, at: number, text: string, removed = 0): Promise<number> {
    const range = { start: positionOf(document.text, at), end: positionOf(document.text, at + removed) };
    document.text = document.text.slice(0, at) + text + document.text.slice(at + removed);
    const { uri } = document;
    const change = this.#incremental ? { range, text } : { text: document.text };
    return this.#checked(document, 'didChange', {
      textDocument: { uri, version: ++document.version },
      contentChanges: [change],
    });
  }

  close({ uri }: Open): void {
    this.#documents.delete(uri);
    this.#wire.send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
  }

  request(method: string, params: object): Promise<Message> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${this.#server.name}: no answer to ${method}`)),
        PATIENCE,
      );
      this.#answers.set(id, (message) => {
        clearTimeout(timer);
        resolve(message);
      });
      this.#wire.send({ id, method, params });
    });
  }

  /** MiB that the server and its children held at most, each by itself; undefined where there is no /proc. */
  get peak(): number | undefined {
    return peakOf(this.#wire.pid);
  }

  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#wire.kill(), 3_000);
    this.#wire.send({ id: ++this.#id, method: 'shutdown' });
    this.#wire.send({ method: 'exit' });
    await this.#wire.gone;
    clearTimeout(timer);
  }

  async #checked(document: Open, method: string, params: object): Promise<number> {
    const began = performance.now();
    if (this.#server.pulls) {
      this.#wire.send({ method: `textDocument/${method}`, params });
      await this.request('textDocument/diagnostic', { textDocument: { uri: document.uri } });
    } else {
      await new Promise<void>((resolve, reject) => {
        const late = () =>
          reject(new Error(`${this.#server.name}: no diagnostics of version ${document.version}`));
        const timer = setTimeout(late, PATIENCE);
        const done = (): void => {
          clearTimeout(timer);
          resolve();
        };
        this.#told = { document, done };
        this.#wire.send({ method: `textDocument/${method}`, params });
      });
      this.#told = undefined;
    }
    return performance.now() - began;
  }

  #hear(message: Message): void {
    const { id, method, params } = message;
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, version } = params as { uri: string; version?: number };
      const told = this.#told;
      if (told && uri === told.document.uri && (version ?? Infinity) >= told.document.version) told.done();
    } else if (id !== undefined && method !== undefined) {
      const { items } = (params ?? {}) as { items?: { section?: string }[] };
      const settings = items?.map(({ section }) => this.#server.settings?.[section ?? ''] ?? null);
      this.#wire.send({ id, result: this.#handlers[method]?.(params) ?? settings ?? null });
    } else if (typeof id === 'number') {
      this.#answers.get(id)?.(message);
      this.#answers.delete(id);
    }
  }
}

export function positionOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
