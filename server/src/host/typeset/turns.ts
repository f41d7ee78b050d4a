/** An error by the name that the web's APIs give it, so that callers tell it from a failure. */
export const abortError = (message = 'A newer request took its place.'): DOMException =>
  new DOMException(message, 'AbortError');

interface Turn {
  abandon(error: DOMException): void;
}

/** Lets one task of a name run at a time: a newer one takes the older one's place, which rejects. */
export class Turns {
  readonly #turns = new Map<string, Turn>();

  /** @param work gets a test of whether its answer is still waited for */
  take<T>(
    name: string,
    signal: AbortSignal | undefined,
    work: (open: () => boolean) => Promise<T>,
  ): Promise<T> {
    this.drop(name);
    if (signal?.aborted) return Promise.reject(abortError('The request was cancelled.'));
    return new Promise((resolve, reject) => {
      const done = (): void => {
        signal?.removeEventListener('abort', onAbort);
        if (this.#turns.get(name) === turn) this.#turns.delete(name);
      };
      const turn: Turn = {
        abandon: (error) => {
          done();
          reject(error);
        },
      };
      const onAbort = (): void => turn.abandon(abortError('The request was cancelled.'));
      signal?.addEventListener('abort', onAbort);
      this.#turns.set(name, turn);
      work(() => this.#turns.get(name) === turn).then(
        (value) => {
          done();
          resolve(value);
        },
        (error: unknown) => {
          done();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  drop(name: string): void {
    this.#turns.get(name)?.abandon(abortError());
  }

  dropAll(): void {
    for (const turn of [...this.#turns.values()]) turn.abandon(abortError('The typesetter was closed.'));
  }
}
