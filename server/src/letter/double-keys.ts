import { type Document, isPair, isScalar, visit } from 'yaml';
import type { Span } from './span.ts';

/**
 * Keys that stand in one mapping before, in the order of the text; each with its place in the YAML. The parser can find
 * them too, but compares each key with all others, which takes seconds where there are thousands.
 */
export function doubleKeys(document: Document): Span[] {
  const found: Span[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const pair of map.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const { value, range } = pair.key;
        if (seen.has(value) && range) found.push({ start: range[0], end: Math.max(range[1], range[0] + 1) });
        seen.add(value);
      }
    },
  });
  return found;
}
