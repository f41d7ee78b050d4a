import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  Range,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Server } from './server.ts';

export interface ClientOptions {
  /** The workspace's folder. */
  readonly folder: string;
  /** Whether the client pulls diagnostics; otherwise they are pushed. */
  readonly pulls: boolean;
  /** As the extension says it; absent for any other editor. */
  readonly trusted?: boolean;
  /** Another build of the server, and a script that is loaded before it. */
  readonly module?: string;
  readonly before?: string;
  /** What is said otherwise in `initialize`, such as no folders at all. */
  readonly says?: Partial<InitializeParams>;
}

/** An editor without a screen: it speaks LSP over stdio with the built server, and knows nothing of its inside. */
export class Client extends Server {
  readonly #documents = new Map<string, TextDocument>();
  readonly #folder: string;

  private constructor(folder: string, module?: string, before?: string) {
    super(module, before);
    this.#folder = folder;
  }

  static async start({ folder, pulls, trusted, says = {}, module, before }: ClientOptions): Promise<Client> {
    const client = new Client(folder, module, before);
    const result: InitializeResult = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'test' }],
      ...(trusted === undefined ? {} : { initializationOptions: { trusted } }),
      capabilities: {
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          completion: { completionItem: { snippetSupport: true } },
          ...(pulls ? { diagnostic: { dynamicRegistration: false } } : {}),
        },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
          textDocumentContent: { dynamicRegistration: false },
          ...(pulls ? { diagnostics: { refreshSupport: true } } : {}),
        },
      },
      ...says,
    });
    if ((result.capabilities.diagnosticProvider !== undefined) !== pulls) {
      throw new Error('the server does not offer what the client can do');
    }
    await client.notify('initialized', {});
    return client;
  }

  uri(name: string): string {
    return pathToFileURL(join(this.#folder, name)).href;
  }

  async open(name: string, text: string, languageId = 'markdown'): Promise<void> {
    const uri = this.uri(name);
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces ranges one after the other, as an editor does. */
  async edit(name: string, changes: readonly { range: Range; text: string }[]): Promise<void> {
    const document = this.#document(name);
    const version = document.version + 1;
    TextDocument.update(document, [...changes], version);
    const textDocument = { uri: document.uri, version };
    await this.notify('textDocument/didChange', { textDocument, contentChanges: changes });
  }

  /** Replaces words; the first place where they stand. */
  async replace(name: string, words: string, by: string): Promise<void> {
    await this.edit(name, [{ range: this.rangeOf(name, words), text: by }]);
  }

  async close(name: string): Promise<void> {
    this.#documents.delete(this.uri(name));
    await this.notify('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  text(name: string): string {
    return this.#document(name).getText();
  }

  version(name: string): number {
    return this.#document(name).version;
  }

  /** The words that a range holds. */
  words(name: string, range: Range): string {
    return this.#document(name).getText(range);
  }

  rangeOf(name: string, words: string): Range {
    const document = this.#document(name);
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`${name} does not say ${words}`);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: this.uri(name) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** A full report's diagnostics. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(name);
    if (report.kind !== 'full') throw new Error(`the report is ${report.kind}`);
    return report.items;
  }

  /** Asks of a place: at the beginning of words, or behind them. */
  ask<T>(method: string, name: string, words: string, behind = false, more: object = {}): Promise<T> {
    const { start, end } = this.rangeOf(name, words);
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: this.uri(name) },
      position: behind ? end : start,
      ...more,
    });
  }

  /** Asks of a whole document. */
  askOf<T>(method: string, name: string): Promise<T> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: this.uri(name) } });
  }

  actions(
    name: string,
    range: Range,
    context: Partial<CodeActionContext> = {},
  ): Promise<readonly CodeAction[]> {
    const textDocument = { uri: this.uri(name) };
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [], ...context },
    });
  }

  /** Carries out an action's edit, which must be for the version that the editor holds. */
  async apply(name: string, action: CodeAction | undefined): Promise<void> {
    for (const change of action?.edit?.documentChanges ?? []) {
      if (!('textDocument' in change)) throw new Error('an edit creates or deletes files');
      if (change.textDocument.uri !== this.uri(name)) throw new Error('an edit is for another document');
      if (change.textDocument.version !== this.version(name)) throw new Error('an edit is out of date');
      const edits = change.edits.flatMap((e) =>
        'newText' in e ? [{ range: e.range, text: e.newText }] : [],
      );
      // Ranges of one edit are all of the text before it: from the last to the first none moves another.
      const backward = edits.reverse().sort((a, b) => compare(b.range, a.range));
      await this.edit(name, backward);
      return;
    }
    throw new Error('there is nothing to apply');
  }

  /** The diagnostics pushed for the version that the editor holds. */
  pushed(name: string, look: (items: readonly Diagnostic[]) => boolean = () => true) {
    const version = this.version(name);
    return this.until(`diagnostics of ${name}, version ${version}`, () => {
      const last = this.published.findLast((p) => p.uri === this.uri(name));
      return last?.version === version && look(last.diagnostics) ? last : undefined;
    });
  }

  /** Waits for the next request to pull again. */
  async refreshed(than: number): Promise<void> {
    await this.until('a refresh', () => this.refreshes > than);
  }

  #document(name: string): TextDocument {
    const document = this.#documents.get(this.uri(name));
    if (!document) throw new Error(`${name} is not open`);
    return document;
  }
}

const compare = (a: Range, b: Range): number =>
  a.start.line - b.start.line || a.start.character - b.start.character;
