import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { INSERT_MISSING, LEDGER } from '../features/code-actions.ts';
import { toDiagnostics } from '../features/convert.ts';
import { statusOf } from '../features/status.ts';
import { type InitializationOptions, STATUS, TRUST } from '../protocol.ts';
import type { Typesetter } from '../typeset/typesetter.ts';
import { Checker } from './checker.ts';
import { Environment } from './environment.ts';
import { registerFeatures } from './language-features.ts';
import { inside, OrderStore } from './orders.ts';
import { PagesFeed } from './pages-feed.ts';
import { isAbort, Session, type Version } from './session.ts';
import { readSettings } from './settings.ts';
import { createTypesetter } from './typeset/create.ts';

/** How long after a failure of the typesetter the letters are tried again, in milliseconds; longer each time. */
const RETRY = 1_000;
const LONGEST_RETRY = 60_000;

/** Wires LSP to the checks: documents in, diagnostics out. Holds all state of the process. */
export class LanguageServer {
  readonly #connection: Connection;
  readonly #dist: string;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #sessions = new Map<string, Session>();
  readonly #environment = new Environment();
  readonly #typesetter: Typesetter;
  readonly #pages: PagesFeed;
  readonly #orders = new OrderStore({ workspaces: [], given: [], trusted: true });
  readonly #checker: Checker;
  #folders: string[] = [];
  #trusted = true;
  /** Whether the client is our own, which alone knows our notifications. */
  #own = false;
  #pulls = false;
  #can = { configuration: false, refresh: false, watch: false };
  #retry: NodeJS.Timeout | undefined;
  #patience = RETRY;

  constructor(connection: Connection, dist: string) {
    this.#connection = connection;
    this.#dist = dist;
    const typesetter = createTypesetter({ mode: 'process', dist });
    this.#typesetter = typesetter;
    this.#pages = new PagesFeed(typesetter);
    this.#checker = new Checker(this.#orders, this.#typesetter);
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => this.#typesetter.dispose());
    connection.onDidChangeConfiguration(() => this.#configure());
    connection.onDidChangeWatchedFiles(() => this.#everythingChanged());
    connection.onNotification(TRUST, () => {
      this.#trusted = true;
      this.#readOrders();
    });
    registerFeatures(connection, {
      letterAt: (uri) => this.#letterAt(uri),
      sessionAt: (uri) => this.#sessions.get(uri),
      orders: this.#orders,
      environment: this.#environment,
      page: this.#page,
    });
    this.#pages.listen(connection, (uri) => this.#letterAt(uri));
    this.#documents.onDidOpen(({ document }) => this.#open(document));
    this.#documents.onDidClose(({ document }) => this.#close(document));
    this.#documents.onDidChangeContent(({ document }) => {
      if (isOrderFile(document)) this.#everythingChanged();
      else if (!this.#pulls) this.#push(document.uri);
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  #letterAt(uri: string): Session | undefined {
    const session = this.#sessions.get(uri);
    return session?.isLetter ? session : undefined;
  }

  #initialize(params: InitializeParams): InitializeResult {
    const { capabilities, workspaceFolders, initializationOptions } = params;
    const options = initializationOptions as Partial<InitializationOptions> | undefined;
    this.#own = typeof options?.trusted === 'boolean';
    this.#trusted = options?.trusted ?? true;
    this.#folders = (workspaceFolders ?? []).flatMap(({ uri }) => toPath(uri) ?? []);
    this.#pulls = capabilities.textDocument?.diagnostic !== undefined;
    this.#can = {
      configuration: capabilities.workspace?.configuration === true,
      refresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
      watch: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    };
    this.#readOrders();
    return {
      serverInfo: { name: 'Ex Parte' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, INSERT_MISSING, LEDGER] },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [' ', ':'] },
        inlayHintProvider: true,
        ...(this.#pulls
          ? {
              diagnosticProvider: {
                identifier: 'ex-parte',
                interFileDependencies: false,
                workspaceDiagnostics: false,
              },
            }
          : {}),
      },
    };
  }

  async #initialized(): Promise<void> {
    if (this.#pulls) {
      this.#connection.languages.diagnostics.on((params, token) =>
        this.#pull(params.textDocument.uri, params.previousResultId, () => token.isCancellationRequested),
      );
    }
    this.#scheduleMidnight();
    if (this.#can.watch) {
      this.#environment.watched = true;
      const globs = ['**/.ex-parte/orders/*.{yaml,yml}', '**/*.{yaml,yml,pdf}'];
      await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: globs.map((globPattern) => ({ globPattern })),
      });
    }
    await this.#configure();
  }

  async #configure(): Promise<void> {
    if (!this.#can.configuration) return;
    const raw: unknown = await this.#connection.workspace.getConfiguration('exParte');
    const settings = readSettings(raw);
    if (JSON.stringify(settings) === JSON.stringify(this.#environment.settings)) return;
    this.#environment.settings = settings;
    this.#readOrders();
  }

  #readOrders(): void {
    this.#orders.update({
      workspaces: this.#folders,
      given: this.#environment.settings.ordersFolders,
      trusted: this.#trusted,
      buffer: (file) => this.#documents.get(pathToFileURL(file).href)?.getText(),
    });
    this.#everythingChanged();
  }

  #open(document: TextDocument): void {
    if (isOrderFile(document)) return;
    const file = toPath(document.uri);
    const root = file && (this.#folders.find((f) => inside(file, f)) ?? dirname(file));
    const place = { id: document.uri, ...(file ? { file } : {}), ...(root ? { root } : {}) };
    this.#sessions.set(document.uri, new Session(document, place, this.#checker, this.#environment));
  }

  #close(document: TextDocument): void {
    const { uri } = document;
    // From now on the file holds again, which need not say what the buffer said.
    if (isOrderFile(document)) this.#everythingChanged();
    this.#sessions.get(uri)?.close();
    this.#sessions.delete(uri);
    this.#typesetter.close(uri);
    if (!this.#pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #pull(
    uri: string,
    previous: string | undefined,
    cancelled: () => boolean,
  ): Promise<DocumentDiagnosticReport> {
    const session = this.#sessions.get(uri);
    if (!session?.isLetter) return { kind: 'full', items: [] };
    if (previous !== undefined && previous === session.key && session.last?.key === previous) {
      return { kind: 'unchanged', resultId: previous };
    }
    try {
      const checked = await session.check();
      if (cancelled()) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
      // The letter may have moved on while its pages were typeset: ranges of an older text would lie.
      if (checked.key !== session.key) throw superseded();
      this.#tell(session, checked);
      return { kind: 'full', resultId: checked.key, items: this.#diagnostics(checked) };
    } catch (error) {
      if (!isAbort(error)) throw error;
      throw superseded();
    }
  }

  /** For a client that does not pull. The newest version wins; an answer to an older one is not sent. */
  #push(uri: string): void {
    const session = this.#sessions.get(uri);
    if (!session) return;
    if (!session.isLetter) {
      if (session.last)
        void this.#connection.sendDiagnostics({ uri, version: session.document.version, diagnostics: [] });
      return;
    }
    session.check().then(
      (checked) => {
        if (checked.key !== session.key || this.#sessions.get(uri) !== session) return;
        void this.#connection.sendDiagnostics({
          uri,
          version: checked.version,
          diagnostics: this.#diagnostics(checked),
        });
        this.#tell(session, checked);
      },
      (error: unknown) => {
        if (!isAbort(error)) this.#connection.console.error(`A check failed: ${String(error)}`);
      },
    );
  }

  #diagnostics({ letter, result }: Version) {
    return toDiagnostics(letter, result, this.#page);
  }

  readonly #page = (rule: string): string =>
    pathToFileURL(join(this.#dist, '..', 'docs', 'rules', `${rule}.md`)).href;

  /** What follows from a check beside its diagnostics. */
  #tell(session: Session, checked: Version): void {
    const { uri } = session.document;
    if (this.#own) {
      void this.#connection.sendNotification(
        STATUS,
        statusOf(uri, checked.version, checked.matter, checked.result),
      );
    }
    if (checked.result.status === 'complete') this.#patience = RETRY;
    // The typesetter is restarted by the next call: try again soon, so that nobody has to type for it.
    if (checked.result.status === 'incomplete' && !this.#retry) {
      this.#retry = setTimeout(() => {
        this.#retry = undefined;
        this.#tryAgain();
      }, this.#patience);
      this.#retry.unref();
    }
  }

  #tryAgain(): void {
    const waiting = [...this.#sessions.values()].filter((s) => s.last?.result.status === 'incomplete');
    for (const session of waiting) {
      const before = JSON.stringify(session.last?.result.incomplete);
      session.invalidate();
      session.check().then(
        (checked) => {
          this.#patience = Math.min(this.#patience * 2, LONGEST_RETRY);
          if (JSON.stringify(checked.result.incomplete) !== before) this.#refresh();
          this.#tell(session, checked);
        },
        () => {
          // Superseded: whoever superseded it tells.
        },
      );
    }
  }

  #everythingChanged(): void {
    this.#orders.refresh();
    this.#environment.changed();
    this.#refresh();
  }

  #refresh(): void {
    if (this.#pulls) {
      if (this.#can.refresh && this.#sessions.size > 0) this.#connection.languages.diagnostics.refresh();
    } else for (const uri of this.#sessions.keys()) this.#push(uri);
  }

  /** Deadlines turn over at midnight without an edit. */
  #scheduleMidnight(): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 1);
    const timer = setTimeout(() => {
      if (this.#environment.turn()) this.#refresh();
      this.#scheduleMidnight();
    }, midnight.getTime() - now.getTime());
    timer.unref();
  }
}

const superseded = (): ResponseError<{ retriggerRequest: boolean }> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'a newer version is there', { retriggerRequest: true });

/** An order that is open in the editor; it is read from its buffer. */
const isOrderFile = (document: TextDocument): boolean => /\.ya?ml$/i.test(document.uri);

function toPath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
