import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isLetter } from '../letter/frontmatter.ts';
import type { Letter } from '../letter/letter.ts';
import type { Checked, Checker, Opened, Place } from './checker.ts';
import { LONGEST } from './checker.ts';
import type { Environment } from './environment.ts';
import { boundHeap } from './heap.ts';

let opened = 0;

/** A version of a letter, checked. `key` stands for its text and for all that the check depends on. */
export interface Version extends Checked {
  readonly key: string;
  /** The document's version, as the client counts. */
  readonly version: number;
  /** The day on which it was checked, YYYY-MM-DD. */
  readonly today: string;
}

/**
 * A document that is open. One check runs at a time: of the newest version. What ran for an older one is
 * aborted, and whoever waited for it is told so.
 */
export class Session {
  readonly document: TextDocument;
  readonly place: Place;
  readonly #environment: Environment;
  readonly #checker: Checker;
  /** Tells documents apart that were closed and opened again, though their versions are the same. */
  readonly #nonce = ++opened;
  #running: { key: string; promise: Promise<Version>; abort: AbortController } | undefined;
  #last: Version | undefined;
  #letter: Letter | undefined;
  /** Bumped when this letter alone is to be checked anew. */
  #again = 0;

  constructor(document: TextDocument, place: Place, checker: Checker, environment: Environment) {
    this.document = document;
    this.place = place;
    this.#checker = checker;
    this.#environment = environment;
  }

  get isLetter(): boolean {
    return isLetter(this.document.getText());
  }

  /** Stands for the text, the order, the settings, today and the exhibits. */
  get key(): string {
    return `${this.#nonce}.${this.document.version}.${this.#again}.${this.#environment.generation}`;
  }

  get last(): Version | undefined {
    return this.#last;
  }

  /** Forgets what was found, so that the next request checks anew. */
  invalidate(): void {
    this.#again++;
  }

  /** Rejects with an AbortError when a newer version, or newer settings, made the check pointless. */
  check(): Promise<Version> {
    // A clock that was set, or a machine that slept: the day is looked at before each check.
    this.#environment.turn();
    const key = this.key;
    if (this.#last?.key === key) return Promise.resolve(this.#last);
    if (this.#running?.key === key) return this.#running.promise;
    this.#running?.abort.abort();
    const abort = new AbortController();
    const promise = this.#run(key, abort.signal).finally(() => {
      // A failure is not kept: whoever asks again gets a new check.
      if (this.#running?.promise === promise) this.#running = undefined;
    });
    this.#running = { key, promise, abort };
    return promise;
  }

  /** The letter of the current version with its order, without waiting for its pages. */
  open(): Opened {
    const text = this.document.getText();
    const open = this.#checker.open(text, this.place, this.#letter);
    this.#letter = open.letter;
    return open;
  }

  close(): void {
    this.#running?.abort.abort();
  }

  async #run(key: string, signal: AbortSignal): Promise<Version> {
    const { version } = this.document;
    const tooLong = this.document.getText().length > LONGEST;
    const open = this.open();
    const { today, settings } = this.#environment;
    const result = await this.#checker.check(open, this.place, {
      today,
      severities: settings.severities,
      signal,
      tooLong,
      unchanged: this.#environment.exhibitsStamp(this.place.root),
    });
    signal.throwIfAborted();
    boundHeap();
    const checked = { ...open, result, key, version, today };
    this.#last = checked;
    return checked;
  }
}

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
