import type { Layout, PageStart, PdfMeta, Source, Typesetter } from '../../typeset/typesetter.ts';
import type { Drawn, PageDrawer } from './letters.ts';

type Worker = Typesetter & PageDrawer & Startable;

export interface Startable {
  /** Makes ready, so that the first call need not wait for it. */
  start(): void;
}

/** Several typesetters as one, for many letters at once. A letter stays with the one that has its pieces. */
export class TypesetterPool implements Worker {
  readonly #workers: readonly Worker[];
  readonly #places = new Map<string, number>();
  /** Calls that each has still to answer. */
  readonly #busy: number[];

  constructor(workers: readonly Worker[]) {
    this.#workers = workers;
    this.#busy = workers.map(() => 0);
  }

  count(id: string, source: Source, signal?: AbortSignal): Promise<number> {
    return this.#with(id, (worker) => worker.count(id, source, signal));
  }

  layout(id: string, source: Source, signal?: AbortSignal): Promise<Layout> {
    return this.#with(id, (worker) => worker.layout(id, source, signal));
  }

  pageStart(id: string, source: Source, page: number, signal?: AbortSignal): Promise<PageStart | null> {
    return this.#with(id, (worker) => worker.pageStart(id, source, page, signal));
  }

  draw(id: string, source: Source, signal?: AbortSignal): Promise<Drawn> {
    return this.#with(id, (worker) => worker.draw(id, source, signal));
  }

  pdf(id: string, source: Source, meta: PdfMeta, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#with(id, (worker) => worker.pdf(id, source, meta, signal));
  }

  start(): void {
    for (const worker of this.#workers) worker.start();
  }

  close(id: string): void {
    const place = this.#places.get(id);
    if (place === undefined) return;
    this.#places.delete(id);
    this.#workers[place]?.close(id);
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.dispose()));
  }

  async #with<T>(id: string, work: (worker: Worker) => Promise<T>): Promise<T> {
    const place = this.#places.get(id) ?? this.#busy.indexOf(Math.min(...this.#busy));
    this.#places.set(id, place);
    const worker = this.#workers[place];
    if (!worker) throw new Error('a pool needs a typesetter');
    this.#busy[place] = (this.#busy[place] ?? 0) + 1;
    try {
      return await work(worker);
    } finally {
      this.#busy[place] = (this.#busy[place] ?? 0) - 1;
    }
  }
}
