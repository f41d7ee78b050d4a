import { join } from 'node:path';
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RulePage } from '../features/convert.ts';
import { type InitializationOptions, ORDER_PAGE, TRUST } from '../protocol.ts';
import type { Typesetter } from '../typeset/typesetter.ts';
import { Checker } from './checker.ts';
import { Environment } from './environment.ts';
import { registerExports } from './export/requests.ts';
import { Exposures } from './exposures.ts';
import { type ClientCan, clientCan } from './language-client.ts';
import { Diagnostics } from './language-diagnostics.ts';
import { registerFeatures } from './language-features.ts';
import { Folders, samePath, toPath, toUri } from './language-folders.ts';
import { concerns, Watch } from './language-watch.ts';
import { Matters } from './matters.ts';
import { atMidnight } from './midnight.ts';
import { registerNewLetter } from './new-letter.ts';
import { OrderFiles } from './order-files.ts';
import { registerImportOrder } from './order-reader/requests.ts';
import { OrderStore } from './orders.ts';
import { closePages } from './pages.ts';
import { PagesFeed } from './pages-feed.ts';
import { SectionPlaces } from './section-places.ts';
import { Session } from './session.ts';
import { readSettings } from './settings.ts';
import { createTypesetter } from './typeset/create.ts';
import type { ForkedAhead } from './typeset/fork.ts';

/** What the server begins with. */
export interface Begun {
  /** The folder of the built program. */
  readonly dist: string;
  /** What the client said in `initialize`, which has been answered. */
  readonly params: InitializeParams;
  readonly typesetter: ForkedAhead;
}

/** Wires LSP to the checks: documents in, diagnostics and answers out. Holds all state of the process. */
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
  readonly #orderFiles: OrderFiles;
  readonly #folders = new Folders();
  readonly #onChange: (() => void)[] = [];
  readonly #can: ClientCan;
  readonly #page: RulePage;
  readonly #matters: Matters;
  readonly #diagnostics: Diagnostics;
  readonly #watch: Watch;
  readonly #exposures: Exposures;
  /** Done when the settings are those that the client last spoke of. */
  #settled: Promise<void> = Promise.resolve();
  #trusted: boolean;

  constructor(connection: Connection, { dist, params, typesetter: ahead }: Begun) {
    const options = params.initializationOptions as Partial<InitializationOptions> | undefined;
    const can = clientCan(params);
    this.#connection = connection;
    this.#dist = dist;
    this.#can = can;
    this.#trusted = options?.trusted ?? true;
    this.#folders.open(params);
    const typesetter = createTypesetter({ mode: 'process', dist, ahead });
    this.#typesetter = typesetter;
    this.#pages = new PagesFeed(typesetter);
    this.#checker = new Checker(this.#orders, typesetter);
    this.#orderFiles = new OrderFiles(connection, this.#orders, this.#folders);
    this.#page = (rule) => toUri(join(dist, '..', 'docs', 'rules', `${rule}.md`));
    const matters = new Matters(connection, {
      can,
      folders: this.#folders,
      orders: this.#orders,
      environment: this.#environment,
      sessions: this.#sessions,
      dist,
      page: this.#page,
    });
    this.#matters = matters;
    this.#diagnostics = new Diagnostics(connection, can, this.#sessions, this.#page, (session, checked) =>
      matters.checked(session, checked),
    );
    const watch = new Watch(connection, can);
    this.#watch = watch;
    this.#environment.watches = (dir) => watch.covers(dir);
    this.#exposures = new Exposures(connection, this.#environment, (uri) => this.#letterAt(uri));
  }

  /** Has the connection's messages answered, from the one behind `initialize` on. */
  listen(): void {
    const connection = this.#connection;
    connection.onInitialized(() => {
      this.#settled = this.#initialized();
      return this.#settled;
    });
    connection.onShutdown(() => this.#typesetter.dispose());
    connection.onDidChangeConfiguration(() => {
      this.#settled = this.#configure();
      return this.#settled;
    });
    connection.onDidChangeWatchedFiles(({ changes: all }) => {
      const changes = all.filter(concerns);
      if (changes.length === 0) return;
      // Of letters that are open the editor's text counts, and saving one changes nothing else.
      if (changes.every(({ uri }) => isMarkdown(uri))) this.#matters.changed();
      else this.#everythingChanged();
    });
    connection.onNotification(TRUST, () => {
      this.#trusted = true;
      this.#readOrders();
      // The folder's own settings hold from now on.
      this.#settled = this.#configure();
      return this.#settled;
    });
    this.#documents.onDidOpen(({ document }) => this.#open(document));
    this.#documents.onDidClose(({ document }) => this.#close(document));
    this.#documents.onDidChangeContent(({ document }) => {
      if (isOrderFile(document)) this.#everythingChanged();
      else {
        this.#pages.changed(document.uri);
        this.#diagnostics.changed(document.uri);
      }
    });
    this.#documents.listen(connection);
    this.#register();
    this.#readOrders();
  }

  #letterAt(uri: string): Session | undefined {
    const session = this.#sessions.get(uri);
    return session?.isLetter ? session : undefined;
  }

  #register(): void {
    const connection = this.#connection;
    registerFeatures(connection, {
      can: this.#can,
      letterAt: (uri) => this.#letterAt(uri),
      sessionAt: (uri) => this.#sessions.get(uri),
      orderFileAt: (uri) => {
        const document = this.#documents.get(uri);
        return document && isOrderFile(document) && this.#orderFiles.reads(document) ? document : undefined;
      },
      orderFiles: this.#orderFiles,
      letters: () => [...this.#sessions.values()].filter((s) => s.isLetter),
      places: new SectionPlaces(this.#typesetter),
      orders: this.#orders,
      onChange: (listener) => void this.#onChange.push(listener),
      environment: this.#environment,
      page: this.#page,
    });
    this.#pages.listen(connection, (uri) => this.#letterAt(uri));
    registerExports(connection, {
      letterAt: (uri) => this.#letterAt(uri),
      orders: this.#orders,
      environment: this.#environment,
      dist: this.#dist,
    });
    registerNewLetter(connection, this.#orders);
    registerImportOrder(connection);
  }

  async #initialized(): Promise<void> {
    const can = this.#can;
    this.#diagnostics.listen();
    this.#matters.listen();
    if (can.folders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders((event) => {
        this.#folders.change(event);
        // Where a letter may refer to, and whose orders hold, follows from the folders.
        for (const { document } of [...this.#sessions.values()]) this.#open(document);
        this.#readOrders();
      });
    }
    // Deadlines turn over at midnight without an edit.
    atMidnight(() => {
      if (this.#environment.turn()) this.#refresh();
    });
    if (can.registerConfiguration) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'exParte' });
    }
    await this.#watch.start(this.#folders.paths);
    this.#watchBeyond();
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
      workspaces: this.#folders.paths,
      given: this.#environment.settings.ordersFolders,
      trusted: this.#trusted,
      buffer: (file) =>
        this.#documents
          .all()
          .find((d) => isOrderFile(d) && samePath(toPath(d.uri), file))
          ?.getText(),
    });
    this.#watchBeyond();
    this.#everythingChanged();
  }

  /** Folders of letters and orders that lie outside of the workspace. */
  #watchBeyond(): void {
    const roots = [...this.#sessions.values()].flatMap(({ place }) => place.root ?? []);
    this.#watch.beyond(this.#folders.paths, [...roots, ...this.#environment.settings.ordersFolders]);
  }

  #open(document: TextDocument): void {
    if (isOrderFile(document)) this.#orderFiles.tell(document);
    if (isOrderFile(document) || document.uri.startsWith(`${ORDER_PAGE}:`)) return;
    this.#sessions.get(document.uri)?.close();
    const file = toPath(document.uri);
    const place = { id: document.uri, ...(file ? { file, root: this.#folders.rootOf(file) } : {}) };
    const session = new Session(document, place, this.#checker, this.#environment);
    this.#sessions.set(document.uri, session);
    this.#pages.changed(document.uri);
    this.#watchBeyond();
    // Our own client asks, and remembers what it told.
    if (!this.#can.own) this.#settled.then(() => this.#exposures.tell(session)).catch(() => {});
  }

  #close(document: TextDocument): void {
    const { uri } = document;
    // From now on the file holds again, which need not say what the buffer said.
    if (isOrderFile(document)) {
      this.#orderFiles.closed(document);
      this.#everythingChanged();
    }
    this.#sessions.get(uri)?.close();
    this.#sessions.delete(uri);
    closePages(this.#typesetter, uri);
    this.#pages.changed(uri);
    this.#watchBeyond();
    this.#diagnostics.closed(uri);
    this.#matters.closed(uri);
  }

  #everythingChanged(): void {
    this.#orders.refresh();
    this.#environment.changed();
    for (const document of this.#documents.all()) if (isOrderFile(document)) this.#orderFiles.tell(document);
    this.#refresh();
  }

  /** Asks for everything anew that depends on more than the letter's text. */
  #refresh(): void {
    const can = this.#can;
    this.#diagnostics.refresh();
    this.#matters.changed();
    this.#pages.refresh();
    for (const listener of this.#onChange) listener();
    if (this.#sessions.size === 0) return;
    if (can.refreshLenses) void this.#connection.sendRequest(CodeLensRefreshRequest.type);
    if (can.refreshHints) this.#connection.languages.inlayHint.refresh();
  }
}

/** An order that is open in the editor; it is read from its buffer. */
const isOrderFile = (document: TextDocument): boolean => /\.ya?ml$/i.test(document.uri);

const isMarkdown = (uri: string): boolean => /\.(md|markdown)$/i.test(uri);
