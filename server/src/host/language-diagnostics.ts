import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { kindOf } from '../fault.ts';
import { checklistOf } from '../features/checklist/checklist.ts';
import { type RulePage, toDiagnostics } from '../features/convert.ts';
import { failedCheck } from '../features/failed-check.ts';
import { statusOf } from '../features/status.ts';
import { STATUS } from '../protocol.ts';
import { CHECKLIST } from '../protocol-checklist.ts';
import { logFault } from './discreet-connection.ts';
import type { ClientCan } from './language-client.ts';
import { isAbort, type Session, type Version } from './session.ts';

/** How long after a failure of the typesetter the letters are tried again, in milliseconds; longer each time. */
const RETRY = 1_000;
const LONGEST_RETRY = 60_000;

/** Tells the client what the checks find: when it pulls, or by pushing where it does not. */
export class Diagnostics {
  readonly #connection: Connection;
  readonly #can: ClientCan;
  readonly #sessions: ReadonlyMap<string, Session>;
  readonly #page: RulePage;
  readonly #told: (session: Session, version: Version) => void;
  #retry: NodeJS.Timeout | undefined;
  #patience = RETRY;

  constructor(
    connection: Connection,
    can: ClientCan,
    sessions: ReadonlyMap<string, Session>,
    page: RulePage,
    told: (session: Session, version: Version) => void,
  ) {
    this.#connection = connection;
    this.#can = can;
    this.#sessions = sessions;
    this.#page = page;
    this.#told = told;
  }

  listen(): void {
    if (!this.#can.pulls) return;
    this.#connection.languages.diagnostics.on((params, token) =>
      this.#pull(params.textDocument.uri, params.previousResultId, () => token.isCancellationRequested),
    );
  }

  /** A document's text has changed. */
  changed(uri: string): void {
    if (!this.#can.pulls) this.#push(uri);
  }

  /** A document is no longer open. */
  closed(uri: string): void {
    if (!this.#can.pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** What the checks depend on has changed, for all letters. */
  refresh(): void {
    if (!this.#can.pulls) for (const uri of this.#sessions.keys()) this.#push(uri);
    else if (this.#can.refreshDiagnostics && this.#sessions.size > 0) {
      this.#connection.languages.diagnostics.refresh();
    }
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
      return { kind: 'full', resultId: checked.key, items: this.#items(checked) };
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (isAbort(error)) throw superseded();
      return { kind: 'full', items: this.#failed(session, error) };
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
          diagnostics: this.#items(checked),
        });
        this.#tell(session, checked);
      },
      (error: unknown) => {
        if (isAbort(error) || this.#sessions.get(uri) !== session) return;
        const diagnostics = this.#failed(session, error);
        void this.#connection.sendDiagnostics({ uri, version: session.document.version, diagnostics });
      },
    );
  }

  /**
   * What is told of a check that failed by a fault of the program's own. An error as answer to a pull would leave what
   * was found in an older text, or nothing, as if it held.
   */
  #failed({ document: { uri, version } }: Session, error: unknown): Diagnostic[] {
    logFault(this.#connection, 'A check failed.', error);
    const { message, status, checklist } = failedCheck(uri, version, kindOf(error));
    if (this.#can.own) {
      void this.#connection.sendNotification(STATUS, status);
      void this.#connection.sendNotification(CHECKLIST, checklist);
    }
    return [message];
  }

  #items({ letter, result }: Version): Diagnostic[] {
    return toDiagnostics(letter, result, this.#page);
  }

  /** What follows from a check beside its diagnostics. */
  #tell(session: Session, checked: Version): void {
    const { version, letter, matter, result, today } = checked;
    this.#told(session, checked);
    if (this.#can.own) {
      const { uri } = session.document;
      void this.#connection.sendNotification(STATUS, statusOf(uri, version, matter, result));
      const checklist = checklistOf(uri, version, letter, matter, result, today);
      void this.#connection.sendNotification(CHECKLIST, checklist);
    }
    if (result.status === 'complete') this.#patience = RETRY;
    // The typesetter is restarted by the next call: try again soon, so that nobody has to type for it.
    if (result.status === 'incomplete' && !this.#retry) {
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
          if (JSON.stringify(checked.result.incomplete) !== before) this.refresh();
          this.#tell(session, checked);
        },
        (error: unknown) => {
          // Whoever superseded it tells; else whoever is asked to ask again hears of it.
          if (!isAbort(error)) this.refresh();
        },
      );
    }
  }
}

const superseded = (): ResponseError<{ retriggerRequest: boolean }> =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'a newer version is there', { retriggerRequest: true });
