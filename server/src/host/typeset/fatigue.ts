const MB = 1024 * 1024;

/** Bytes from which a process is worth replacing when it has nothing to do, and from which at once. */
const TIRED = 500 * MB;
const SPENT = 1_000 * MB;

/**
 * Says when a process has grown so much that a new one is cheaper. The WebAssembly engine cannot forget what
 * it remembers of earlier compiles: some 1 MB a key at 10 pages. The native engine stays small.
 */
export class Fatigue {
  /** What the process took for its first answer: a huge letter must not have it replaced at each key. */
  #first: number | undefined;

  /** @param memory bytes that the process holds after an answer */
  after(memory: number): 'fresh' | 'tired' | 'spent' {
    this.#first ??= memory;
    if (memory > Math.max(SPENT, 3 * this.#first)) return 'spent';
    return memory > Math.max(TIRED, 2 * this.#first) ? 'tired' : 'fresh';
  }
}
