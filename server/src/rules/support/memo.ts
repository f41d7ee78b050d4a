import type { Prose } from '../../letter/prose.ts';

/**
 * Remembers what `find` says of a block, for as long as the block is. Blocks outlive keystrokes, so a rule
 * reads on each only what was just written. `find` must depend on the block alone.
 */
export function perProse<T>(find: (prose: Prose) => T): (prose: Prose) => T {
  const known = new WeakMap<Prose, { readonly value: T }>();
  return (prose) => {
    let entry = known.get(prose);
    if (!entry) {
      entry = { value: find(prose) };
      known.set(prose, entry);
    }
    return entry.value;
  };
}
