import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import type {
  CancellationToken,
  Connection,
  ResultProgressReporter,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { type RulePage, toDiagnostics } from '../features/convert.ts';
import { matterRow, sortMatters, unreadableRow } from '../features/matters.ts';
import { MATTERS, type MatterRow, type MattersParams } from '../protocol-matters.ts';
import { inside } from './bounds.ts';
import { Checker, LONGEST } from './checker.ts';
import type { Environment } from './environment.ts';
import type { ClientCan } from './language-client.ts';
import { type Folders, samePath, toPath, toUri } from './language-folders.ts';
import { letterIn, type Missed, markdownBelow } from './letter-files.ts';
import { lackOf } from './matters-lack.ts';
import type { OrderStore } from './orders.ts';
import { closePages } from './pages.ts';
import type { Session, Version } from './session.ts';
import { createTypesetter } from './typeset/create.ts';

/** What the matters need of the server. */
export interface MattersSurroundings {
  readonly can: ClientCan;
  readonly folders: Folders;
  readonly orders: OrderStore;
  readonly environment: Environment;
  /** The letters that are open: what the editor holds counts, not the file. */
  readonly sessions: ReadonlyMap<string, Session>;
  readonly dist: string;
  readonly page: RulePage;
}

/** What is known of a file, while `stamp` is the same. */
interface Known {
  readonly stamp: string;
  /** Absent where the file is no letter. */
  readonly row?: MatterRow;
  readonly report?: WorkspaceDocumentDiagnosticReport;
  /** Where it is no letter by a slip of the pen. */
  readonly missed?: Missed;
}

/** Milliseconds for the letter in front, before the others are looked at; and between two rounds. */
const PATIENCE = 1_000;
const PAUSE = 300;
/** So few are done before anyone could read of it. */
const FEW = 3;

/**
 * The letters of the open folders, checked one after the other by a typesetter of their own, so that typing
 * waits for none of them. A client's question for all of them is answered once all were looked at, and the next
 * not before something has changed.
 */
export class Matters {
  readonly #connection: Connection;
  readonly #at: MattersSurroundings;
  readonly #known = new Map<string, Known>();
  #changes = 1;
  #answered = 0;
  #wake: (() => void)[] = [];
  #cancelled = false;
  #missed: readonly Missed[] = [];
  #told = '';

  constructor(connection: Connection, at: MattersSurroundings) {
    this.#connection = connection;
    this.#at = at;
  }

  listen(): void {
    if (!this.#at.can.pulls) return;
    this.#connection.languages.diagnostics.onWorkspace((_params, token, _progress, partial) =>
      this.#answer(token, partial),
    );
  }

  /** Files, orders, settings or the day have changed. */
  changed(): void {
    this.#changes++;
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** A letter that is open was checked. */
  checked({ document }: Session, { letter, matter, result, today }: Version): void {
    const row = matterRow(document.uri, letter, matter, result, today);
    this.#forgetOthers(document.uri);
    this.#known.set(document.uri, { stamp: 'open', row });
    this.#tell();
  }

  /** The file holds again, which need not say what the editor said. */
  closed(uri: string): void {
    this.#known.delete(uri);
    this.changed();
  }

  async #answer(
    token: CancellationToken,
    partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    await (this.#answered === 0 ? pause(PATIENCE) : this.#change(token));
    if (token.isCancellationRequested) return { items: [] };
    const round = this.#changes;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    await this.#round(token, (report) => {
      if (partial) partial.report({ items: [report] });
      else items.push(report);
    });
    if (!token.isCancellationRequested) this.#answered = round;
    return { items };
  }

  /** Resolves when something has changed since the last answer, or the client asks no more. */
  async #change(token: CancellationToken): Promise<void> {
    if (this.#changes === this.#answered) {
      await new Promise<void>((resolve) => {
        this.#wake.push(resolve);
        token.onCancellationRequested(() => resolve());
      });
    }
    await pause(PAUSE);
  }

  /** Looks at every letter once, and checks those that are new or changed. */
  async #round(token: CancellationToken, tell: (report: WorkspaceDocumentDiagnosticReport) => void) {
    const { files, unread } = await this.#files();
    const wanted = files.filter(({ uri, stamp }) => this.#known.get(uri)?.stamp !== stamp);
    const alive = new Set([...files.map((f) => f.uri), ...this.#at.sessions.keys()]);
    for (const uri of [...this.#known.keys()]) {
      // What was found in a folder that cannot be read now is not found to be gone.
      const path = toPath(uri) ?? '';
      if (alive.has(uri) || unread.some((dir) => inside(path, dir))) continue;
      this.#known.delete(uri);
      tell({ kind: 'full', uri, version: null, items: [] });
    }
    const typesetter = createTypesetter({ mode: 'process', dist: this.#at.dist });
    const checker = new Checker(this.#at.orders, typesetter);
    const progress = await this.#progress(wanted.length);
    try {
      for (const [i, file] of wanted.entries()) {
        if (token.isCancellationRequested || progress?.token.isCancellationRequested) {
          this.#cancelled = true;
          break;
        }
        progress?.report(Math.round((100 * i) / wanted.length), `${i + 1} of ${wanted.length}`);
        const known = await this.#look(file, checker);
        closePages(typesetter, file.path);
        // Opened meanwhile, the editor's text holds.
        if (this.#isOpen(file.path)) continue;
        this.#known.set(file.uri, known);
        if (known.report) tell(known.report);
        this.#tell();
      }
    } finally {
      progress?.done();
      await typesetter.dispose();
    }
    this.#tell();
  }

  /** Editors spell addresses in their own ways: VS Code writes %2C for a comma. */
  #isOpen(path: string): boolean {
    return [...this.#at.sessions.keys()].some((uri) => samePath(toPath(uri), path));
  }

  /** What is known of a file under another spelling of its address. */
  #forgetOthers(uri: string): void {
    const path = toPath(uri);
    if (path === undefined || this.#known.has(uri)) return;
    for (const other of [...this.#known.keys()])
      if (other !== uri && samePath(toPath(other), path)) this.#known.delete(other);
  }

  /** The files that may be letters, and the folders in which there may be more. */
  async #files() {
    const files: { readonly path: string; readonly uri: string; readonly stamp: string }[] = [];
    const missed: Missed[] = [];
    for (const folder of this.#at.folders.paths) {
      for await (const path of markdownBelow(folder, (what) => missed.push(what))) {
        const uri = toUri(path);
        if (this.#isOpen(path)) continue;
        const found = await lookAt(path, folder).catch(
          (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
        );
        if (found === null) missed.push({ kind: 'link', path });
        // Or gone meanwhile, or a link to nothing.
        if (found === null || found === 'ENOENT') continue;
        const stamp = typeof found === 'string' ? found : `${found.mtimeMs} ${found.size}`;
        files.push({ path, uri, stamp: `${stamp} ${this.#at.environment.generation}` });
      }
    }
    this.#cancelled = false;
    this.#missed = missed;
    return { files, unread: missed.flatMap((what) => (what.kind === 'unreadable' ? [what.path] : [])) };
  }

  async #look(
    { path, uri, stamp }: { path: string; uri: string; stamp: string },
    checker: Checker,
  ): Promise<Known> {
    let missed: Missed | undefined;
    const input = await letterIn(path, (what) => {
      missed = what;
    });
    if (!input || 'problem' in input) {
      // What was found in it stands no more at the places where it was found.
      const before = this.#known.get(uri)?.row;
      return {
        stamp,
        ...(input ? { row: unreadableRow(uri, input.problem) } : {}),
        ...(missed ? { missed } : {}),
        ...(before ? { report: { kind: 'full', uri, version: null, items: [] } } : {}),
      };
    }
    const { folders, environment, page } = this.#at;
    const { today, settings } = environment;
    const place = { id: path, file: path, root: folders.rootOf(path) };
    const { letter, matter } = checker.open(input.text, place);
    const tooLong = input.text.length > LONGEST;
    const result = await checker.check({ letter, matter }, place, {
      today,
      severities: settings.severities,
      tooLong,
    });
    const items = toDiagnostics(letter, result, page);
    return {
      stamp,
      row: matterRow(uri, letter, matter, result, today),
      report: { kind: 'full', uri, version: null, items },
    };
  }

  async #progress(letters: number) {
    if (!this.#at.can.progress || letters <= FEW) return undefined;
    const progress = await this.#connection.window.createWorkDoneProgress();
    progress.begin('Checking the letters of this folder', 0, '', true);
    return progress;
  }

  #tell(): void {
    if (!this.#at.can.own) return;
    const { sessions } = this.#at;
    // A text that was a letter when it was checked need not be one any more.
    const left = [...this.#known].filter(([uri]) => sessions.get(uri)?.isLetter !== false);
    const letters = sortMatters(left.flatMap(([, { row }]) => row ?? []));
    const missed = [...this.#missed, ...left.flatMap(([, known]) => known.missed ?? [])];
    const params: MattersParams = { letters, lacks: lackOf(missed, this.#cancelled) };
    const said = JSON.stringify(params);
    if (said === this.#told) return;
    this.#told = said;
    void this.#connection.sendNotification(MATTERS, params);
  }
}

/** A file's time and size; null for a link out of the folder, which whoever made the folder may have chosen. */
async function lookAt(path: string, folder: string): Promise<Stats | null> {
  const found = await lstat(path);
  if (!found.isSymbolicLink()) return found;
  return inside(await realpath(path), await realpath(folder)) ? stat(path) : null;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
