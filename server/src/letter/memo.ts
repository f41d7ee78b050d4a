/**
 * What was derived of an object that outlives keystrokes, kept on the object itself: dozens of finders look at every
 * block at every key, which a WeakMap for each would make the dearest part of it, for the look-up and for the collector.
 */
export class Memo {
  /** By the finder's number. Private, so that what was derived makes no two objects differ. */
  readonly #values: unknown[] = [];

  get(slot: number): unknown {
    return this.#values[slot];
  }

  set(slot: number, value: unknown): void {
    this.#values[slot] = value;
  }
}

let finders = 0;

/** Remembers what `find` says of an object, for as long as the object is. It must depend on the object alone. */
export function remembered<K extends { readonly memo: Memo }, T extends NonNullable<unknown> | null>(
  find: (key: K) => T,
): (key: K) => T {
  const slot = finders++;
  return (key) => {
    const known = key.memo.get(slot);
    // Under this number there is nothing but what this finder has put there.
    if (known !== undefined) return known as T;
    const found = find(key);
    key.memo.set(slot, found);
    return found;
  };
}
