/** An order by its id, and by that of the order that it extends. */
export interface Named {
  readonly id: string;
  readonly parent?: string;
}

/**
 * @param data of an order file, whatever it holds
 * @param stem of the file's name, which is the id of an order that gives none
 */
export function namesIn(data: unknown, stem: string): Named {
  const { id, extends: parent } = (typeof data === 'object' && data !== null ? data : {}) as Readonly<
    Record<string, unknown>
  >;
  return {
    id: typeof id === 'string' ? id : stem,
    ...(typeof parent === 'string' ? { parent } : {}),
  };
}

/** Each behind the one that it extends, where that is among them; else as they came. Of a circle the first comes last. */
export function inOrderOfExtension<T extends Named>(orders: readonly T[]): T[] {
  const sorted = new Set<T>();
  const begun = new Set<T>();
  const add = (order: T): void => {
    if (begun.has(order)) return;
    begun.add(order);
    const below = orders.find((other) => other !== order && other.id === order.parent);
    if (below) add(below);
    sorted.add(order);
  };
  orders.forEach(add);
  return [...sorted];
}
