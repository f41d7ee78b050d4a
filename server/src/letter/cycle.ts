/**
 * Whether data read from YAML holds itself, as `&a [*a]` does. Whoever walks such data never comes to an end.
 * Takes time in proportion to the data, however often one part stands in it.
 */
export function holdsItself(data: unknown): boolean {
  const above = new Set<object>();
  const done = new Set<object>();
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || done.has(value)) return false;
    if (above.has(value)) return true;
    above.add(value);
    const found = Object.values(value).some(visit);
    above.delete(value);
    done.add(value);
    return found;
  };
  return visit(data);
}
