import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { type Span, span } from '../letter/span.ts';

/**
 * Where an order file says what a field (see `Requirement.field`) holds: `judge`, `statement pages`,
 * `statement contents history`. Undefined where the file leaves it to the order that it extends.
 */
export function fieldPlace(text: string, field: string): Span | undefined {
  const { contents } = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  let node: unknown = contents;
  let found: Span | undefined;
  const [first = '', ...rest] = field.split(' ');
  // What is no key of the file is the id of one of its documents.
  const path = isMap(node) && node.has(first) ? [first, ...rest] : ['submissions', first, ...rest];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((p) => isScalar(p.key) && p.key.value === step);
      found = rangeOf(pair?.key);
      node = pair?.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items.find((i) => isMap(i) && i.get('id') === step);
      found = isMap(item) ? rangeOf(item.get('id', true)) : undefined;
      node = item;
    } else return undefined;
    if (!found) return undefined;
  }
  return found;
}

function rangeOf(node: unknown): Span | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? span(range[0], range[1]) : undefined;
}
