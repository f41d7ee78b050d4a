import type { CancellationToken } from 'vscode-languageserver/node';

/** Questions that wait for something to happen to a document, by its URI. */
export class Awaited {
  readonly #waiting = new Map<string, Set<() => void>>();

  get uris(): string[] {
    return [...this.#waiting.keys()];
  }

  has(uri: string): boolean {
    return this.#waiting.has(uri);
  }

  /** Resolves at the next `happened`, or when nobody waits any more. */
  next(uri: string, token: CancellationToken): Promise<void> {
    if (token.isCancellationRequested) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(uri) ?? new Set();
      this.#waiting.set(uri, waiting);
      const done = (): void => {
        waiting.delete(done);
        if (waiting.size === 0 && this.#waiting.get(uri) === waiting) this.#waiting.delete(uri);
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(done);
      waiting.add(done);
    });
  }

  happened(uri: string): void {
    for (const done of [...(this.#waiting.get(uri) ?? [])]) done();
  }
}
