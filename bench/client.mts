// A language client as small as can be: it opens documents, edits them, and says how long answers take. It speaks to each
// server as that one prefers: changes as ranges where it takes them, diagnostics pulled where it offers that alone.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  CompletionTriggerKind,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Server } from './peers.mts';
import { peakOf } from './processes.mts';

/** Milliseconds; a server that takes longer has not answered. */
const PATIENCE = 20_000;

const PARAMETERS = {
  completion: (position: Position) => ({ position, context: { triggerKind: CompletionTriggerKind.Invoked } }),
  hover: (position: Position) => ({ position }),
  codeAction: (position: Position) => ({
    range: { start: position, end: position },
    context: { diagnostics: [] },
  }),
};
export type Feature = keyof typeof PARAMETERS;
export const FEATURES = Object.keys(PARAMETERS) as readonly Feature[];

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

export class Client {
  readonly root: string;
  readonly #server: Server;
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #connection: MessageConnection;
  readonly #documents = new Map<string, TextDocument>();
  #heard: (told: Published) => void = () => {};
  #capabilities: ServerCapabilities = {};
  /** How many diagnostics the last answer held: who finds nothing where faults are planted has not looked. */
  found = 0;

  /** @param root the folder that is opened */
  constructor(server: Server, root: string) {
    this.root = root;
    this.#server = server;
    const [program = '', ...args] = server.command;
    this.#child = spawn(program, args, {
      cwd: root,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...server.env },
    });
    const { stdin, stdout } = this.#child;
    this.#connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (told: Published) =>
      this.#heard(told),
    );
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => this.#server.settings?.[section ?? ''] ?? null),
    );
    this.#connection.onRequest('client/registerCapability', () => null);
    const answers = server.answers?.({ root, textOf: (uri) => this.#documents.get(uri) }) ?? {};
    for (const [method, answer] of Object.entries(answers)) this.#connection.onRequest(method, answer);
    this.#connection.listen();
  }

  /** @returns milliseconds from asking to the first answer, the start of the process with it */
  async start(): Promise<number> {
    const began = performance.now();
    const rootUri = pathToFileURL(this.root).href;
    const { capabilities } = await this.#ask<InitializeResult>('initialize', {
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
    this.#capabilities = capabilities;
    await this.#tell('initialized', {});
    const { settings } = this.#server;
    if (settings) await this.#tell('workspace/didChangeConfiguration', { settings });
    return ready;
  }

  /** @returns the document, and milliseconds from opening it to its first diagnostics */
  async open(file: string): Promise<{ document: TextDocument; took: number }> {
    const document = TextDocument.create(pathToFileURL(file).href, 'markdown', 1, readFileSync(file, 'utf8'));
    this.#documents.set(document.uri, document);
    const textDocument = {
      uri: document.uri,
      languageId: 'markdown',
      version: 1,
      text: document.getText(),
    };
    return { document, took: await this.#checked(document, 'didOpen', { textDocument }) };
  }

  /** Puts `text` in place of `removed` characters at an offset; milliseconds until that version's diagnostics. */
  edit(document: TextDocument, at: number, text: string, removed = 0): Promise<number> {
    const range = { start: document.positionAt(at), end: document.positionAt(at + removed) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    const { uri, version } = document;
    return this.#checked(document, 'didChange', {
      textDocument: { uri, version },
      contentChanges: [this.#incremental() ? { range, text } : { text: document.getText() }],
    });
  }

  async close({ uri }: TextDocument): Promise<void> {
    this.#documents.delete(uri);
    await this.#tell('textDocument/didClose', { textDocument: { uri } });
  }

  /** @returns milliseconds that a request at the start of a line takes; undefined where the server has not that feature */
  async request(feature: Feature, { uri }: TextDocument, line: number): Promise<number | undefined> {
    if (!this.#capabilities[`${feature}Provider`]) return undefined;
    const position = { line, character: 0 };
    const began = performance.now();
    await this.#ask(`textDocument/${feature}`, { textDocument: { uri }, ...PARAMETERS[feature](position) });
    return performance.now() - began;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** MiB that the server and its children held at most, each by itself; undefined where there is no /proc. */
  get peak(): number | undefined {
    return peakOf(this.pid);
  }

  async stop(): Promise<void> {
    this.#connection.dispose();
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }

  #incremental(): boolean {
    const { textDocumentSync: sync } = this.#capabilities;
    return (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Incremental;
  }

  async #checked(document: TextDocument, method: string, params: object): Promise<number> {
    const began = performance.now();
    if (this.#server.pulls) {
      const told = this.#tell(`textDocument/${method}`, params);
      const report = this.#ask<{ items?: readonly unknown[] }>('textDocument/diagnostic', {
        textDocument: { uri: document.uri },
      });
      await told;
      this.found = (await report).items?.length ?? 0;
      return performance.now() - began;
    }
    const { uri, version } = document;
    const published = new Promise<Published>((resolve) => {
      this.#heard = (told) => {
        if (told.uri === uri && (told.version ?? Infinity) >= version) resolve(told);
      };
    });
    await this.#tell(`textDocument/${method}`, params);
    this.found = (await this.#patiently(`diagnostics of version ${version}`, published)).diagnostics.length;
    return performance.now() - began;
  }

  #tell(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  #ask<T>(method: string, params: object): Promise<T> {
    return this.#patiently(method, this.#connection.sendRequest<T>(method, params));
  }

  async #patiently<T>(what: string, answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.#server.name} gave no ${what}`)), PATIENCE);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
