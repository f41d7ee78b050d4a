import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { type Span, span } from './span.ts';

/** Keys and indices from the top: `['attendees', 1, 'name']`. */
export type HeaderPath = readonly (string | number)[];

/** A header's YAML with the offset at which it begins in the letter. */
export interface Located {
  readonly document: Document;
  readonly base: number;
  readonly contents: Document['contents'];
}

/** Where the key and the value at a path stand in the letter; undefined where there is no such path. */
export function locate(at: Located, path: HeaderPath): { key?: Span; value?: Span } | undefined {
  let node: unknown = at.contents;
  let key: Span | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = pairsOf(node).get(String(step));
      if (!pair) return undefined;
      key = rangeOf(pair.key, at.base);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      key = undefined;
    } else return undefined;
  }
  const value = rangeOf(node, at.base);
  return { ...(key ? { key } : {}), ...(value ? { value } : {}) };
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

/**
 * A mapping's pairs by their keys. Of a key that stands twice the last is the one that is read. A list or mapping as a
 * key has no name: in words it is twice as long for each that it lies in.
 */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  let found = pairs.get(map);
  if (!found) {
    found = new Map(
      map.items.filter((p) => isPair(p) && !isCollection(p.key)).map((pair) => [keyOf(pair), pair]),
    );
    pairs.set(map, found);
  }
  return found;
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

/** The scalar at a path, as text. */
export function scalarAt(at: Located, path: HeaderPath): string | undefined {
  let node: unknown = at.contents;
  for (const step of path) {
    if (isMap(node)) node = pairsOf(node).get(String(step))?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
    else return undefined;
  }
  return isScalar(node) ? String(node.value) : undefined;
}

function rangeOf(node: unknown, base: number): Span | undefined {
  const range = (node as Node | null)?.range;
  return range ? span(base + range[0], base + range[1]) : undefined;
}
