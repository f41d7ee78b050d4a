import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfProblem } from './pdf-open.ts';
import type { PageCount } from './pdf-pages.ts';
import type { PdfText } from './pdf-text.ts';
import type { PdfReady, PdfRequest } from './pdf-worker.ts';

/** Bundled, the thread's entry lies beside this file; from source, as tests run it, Node reads it as it is. */
const ENTRY = join(__dirname, basename(__dirname) === 'host' ? 'pdf-worker.ts' : 'pdf-worker.js');

export interface Bounds {
  /** Milliseconds in which the thread comes up on a machine with much else to do. */
  readonly start?: number;
  /** Milliseconds for one file; an honest one of hundreds of pages needs well under one second. */
  readonly patience: number;
  /** Bytes that the process may grow by meanwhile; a small file can be made to unpack to gigabytes. */
  readonly memory: number;
}

const BOUNDS: Bounds = { patience: 6_000, memory: 1024 ** 3 };
const START = 20_000;
const TOO_MUCH = 'needs too much memory to be read';
/** Milliseconds between two looks at the memory, in which a stream unpacks a tenth of it at most. */
const LOOK = 25;
/** Milliseconds without work after which the thread is ended. */
const LULL = 5_000;

/** What each request is answered with. */
interface Answers {
  readonly pages: PageCount;
  readonly text: PdfText;
}

/** Reading the words of some dozens of pages takes longer than counting them. */
const TEXT_PATIENCE = 5;

/**
 * Reads PDFs in a thread of its own, one file at a time, so that neither a broken file nor a
 * malicious one holds up the checks or takes the process along.
 */
export class PdfReader {
  readonly #bounds: Bounds;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #lull: NodeJS.Timeout | undefined;

  constructor(bounds: Bounds = BOUNDS) {
    this.#bounds = bounds;
  }

  /**
   * The number of pages. Never rejects but where `read` does: what cannot be read is a problem in words.
   * @param read gives the file's bytes, which are taken over; called when their turn comes, so that big files are not
   *   all held at once
   */
  count(read: () => Promise<Uint8Array>): Promise<PageCount> {
    return this.#queue('pages', read);
  }

  /** The words, page by page; as `count`. */
  text(read: () => Promise<Uint8Array>): Promise<PdfText> {
    return this.#queue('text', read);
  }

  #queue<W extends keyof Answers>(want: W, read: () => Promise<Uint8Array>): Promise<Answers[W]> {
    const answered = this.#last.then(async () => this.#one(want, await read()));
    this.#last = answered.catch(() => {});
    return answered;
  }

  #one<W extends keyof Answers>(want: W, bytes: Uint8Array): Promise<Answers[W] | PdfProblem> {
    clearTimeout(this.#lull);
    const isFresh = this.#worker === undefined;
    const worker = this.#worker ?? this.#start();
    worker.ref();
    const patience = this.#bounds.patience * (want === 'text' ? TEXT_PATIENCE : 1);
    return new Promise((resolve) => {
      const before = process.memoryUsage.rss();
      const answered = (answer: Answers[W] | PdfReady): void => {
        if ('ready' in answer) {
          clearTimeout(late);
          late = setTimeout(tooLate, patience);
          return;
        }
        this.#rest(worker);
        end(answer);
      };
      const failed = ({ code }: NodeJS.ErrnoException): void =>
        give(code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : 'cannot be read');
      const exited = (): void => give('cannot be read');
      const end = (answer: Answers[W] | PdfProblem): void => {
        clearTimeout(late);
        clearInterval(watch);
        worker.off('message', answered).off('error', failed).off('exit', exited);
        resolve(answer);
      };
      const give = (problem: string): void => {
        this.#drop(worker);
        end({ problem });
      };
      const tooLate = (): void => give('takes too long to read');
      let late = setTimeout(tooLate, isFresh ? (this.#bounds.start ?? START) : patience);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > this.#bounds.memory) give(TOO_MUCH);
      }, LOOK);
      worker.on('message', answered).on('error', failed).on('exit', exited);
      const request: PdfRequest = { want, bytes };
      const whole = bytes.buffer.byteLength === bytes.length;
      worker.postMessage(request, whole ? [bytes.buffer as ArrayBuffer] : []);
    });
  }

  #start(): Worker {
    const worker = new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
    this.#worker = worker;
    return worker;
  }

  /** A thread that waits keeps no process alive. */
  #rest(worker: Worker): void {
    worker.unref();
    this.#lull = setTimeout(() => this.#drop(worker), LULL).unref();
  }

  #drop(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
    void worker.terminate();
  }
}

const reader = new PdfReader();

/** The process's own reader; see `PdfReader`. */
export const countPages = (bytes: Uint8Array): Promise<PageCount> => reader.count(async () => bytes);
export const countFile = (read: () => Promise<Uint8Array>): Promise<PageCount> => reader.count(read);
export const pdfText = (bytes: Uint8Array): Promise<PdfText> => reader.text(async () => bytes);
