import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PageCount } from './pdf-pages.ts';

/** Bundled, the thread's entry lies beside this file; from source, as tests run it, Node reads it as it is. */
const ENTRY = join(__dirname, basename(__dirname) === 'host' ? 'pdf-worker.ts' : 'pdf-worker.js');

export interface Bounds {
  /** Milliseconds for one file; an honest one of hundreds of pages needs well under one second. */
  readonly patience: number;
  /** Bytes that the process may grow by meanwhile; a small file can be made to unpack to gigabytes. */
  readonly memory: number;
}

const BOUNDS: Bounds = { patience: 6_000, memory: 1024 ** 3 };
const TOO_MUCH = 'needs too much memory to be read';
/** Milliseconds between two looks at the memory, in which a stream unpacks a tenth of it at most. */
const LOOK = 25;
/** Milliseconds without work after which the thread is ended. */
const LULL = 5_000;

/**
 * Counts the pages of PDFs in a thread of its own, one file at a time, so that neither a broken file nor a
 * malicious one holds up the checks or takes the process along.
 */
export class PdfCounter {
  readonly #bounds: Bounds;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #lull: NodeJS.Timeout | undefined;

  constructor(bounds: Bounds = BOUNDS) {
    this.#bounds = bounds;
  }

  /**
   * Never rejects but where `read` does: what cannot be counted is a problem in words.
   * @param read gives the file's bytes, which are taken over; called when their turn comes, so that big files are not
   *   all held at once
   */
  count(read: () => Promise<Uint8Array>): Promise<PageCount> {
    const counted = this.#last.then(async () => this.#one(await read()));
    this.#last = counted.catch(() => {});
    return counted;
  }

  #one(bytes: Uint8Array): Promise<PageCount> {
    clearTimeout(this.#lull);
    const worker = this.#worker ?? this.#start();
    worker.ref();
    return new Promise((resolve) => {
      const before = process.memoryUsage.rss();
      const answered = (count: PageCount): void => {
        this.#rest(worker);
        end(count);
      };
      const failed = ({ code }: NodeJS.ErrnoException): void =>
        give(code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : 'cannot be read');
      const exited = (): void => give('cannot be read');
      const end = (count: PageCount): void => {
        clearTimeout(late);
        clearInterval(watch);
        worker.off('message', answered).off('error', failed).off('exit', exited);
        resolve(count);
      };
      const give = (problem: string): void => {
        this.#drop(worker);
        end({ problem });
      };
      const late = setTimeout(() => give('takes too long to read'), this.#bounds.patience);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > this.#bounds.memory) give(TOO_MUCH);
      }, LOOK);
      worker.on('message', answered).on('error', failed).on('exit', exited);
      worker.postMessage(
        bytes,
        bytes.buffer.byteLength === bytes.length ? [bytes.buffer as ArrayBuffer] : [],
      );
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

const counter = new PdfCounter();

/** Counts with the process's own counter; see `PdfCounter.count`. */
export const countPages = (bytes: Uint8Array): Promise<PageCount> => counter.count(async () => bytes);
export const countFile = (read: () => Promise<Uint8Array>): Promise<PageCount> => counter.count(read);
