import type { Node } from 'unist';
import { type Chunk, nodeSpan } from '../letter/chunk.ts';

/**
 * Finds where characters of a node's value stand in its chunk's text. The source also holds escapes,
 * character references, and the marks that continue a quotation or a list on its next line.
 * @returns for an offset in `value`, the UTF-16 offset in the chunk's text; to be asked in rising order
 */
export function originOf(chunk: Chunk, node: Node, value: string): (at: number) => number {
  const { start, end } = nodeSpan(chunk, node);
  const source = chunk.text;
  if (end - start === value.length) return (at) => start + at;
  // Code and HTML stand as they are written: there a backslash is one, and `&amp;` five characters.
  const literal = node.type !== 'text' && node.type !== 'image' && node.type !== 'imageReference';
  let v = 0;
  let s = start;
  if (node.type !== 'text') s = Math.max(start, first(source, start, value, node.type === 'code'));
  return (at) => {
    for (; v < at; v++) {
      const want = value[v] ?? '';
      if (isLow(want) && source[s] !== want) continue; // one reference stood for both halves
      const found = seek(source, s, want, end, literal);
      s = literal ? found + 1 : step(source, found, want);
    }
    return Math.min(seek(source, s, value[at] ?? '', end, literal), end);
  };
}

/** Where a value begins that marks stand before: a fence's line, or backticks and the like. */
function first(source: string, start: number, value: string, block: boolean): number {
  const fence = block && /^(?:`{3,}|~{3,})[^\r\n]*(?:\r\n?|\n)/.exec(source.slice(start, start + 1_000));
  return fence ? start + fence[0].length : source.indexOf(value.slice(0, 1), start);
}

const isLow = (c: string): boolean => c >= '\udc00' && c <= '\udfff';

/** Where the source says `want`, from `s` on. */
function seek(source: string, s: number, want: string, end: number, literal: boolean): number {
  if (source[s] === want) return s;
  if (!literal && (source[s] === '&' || (source[s] === '\\' && source[s + 1] === want))) return s;
  const next = source.indexOf(want, s);
  return next >= 0 && next < end ? next : s;
}

/** Past what the source says for `want` at `s`. */
function step(source: string, s: number, want: string): number {
  if (source[s] === '\\' && source[s + 1] === want) return s + 2;
  if (source[s] === '&' && /^&(?:#\w+|[a-z]\w*);/i.test(source.slice(s, s + 40))) {
    return source.indexOf(';', s) + 1;
  }
  return s + 1;
}
