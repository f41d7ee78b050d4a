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
  let v = 0;
  let s = start;
  // Backticks and the like stand before the first character of a code span or an image.
  if (node.type !== 'text') s = Math.max(start, source.indexOf(value.slice(0, 1), start));
  return (at) => {
    for (; v < at; v++) {
      const want = value[v] ?? '';
      if (isLow(want) && source[s] !== want) continue; // one reference stood for both halves
      s = step(source, seek(source, s, want, end), want);
    }
    return Math.min(seek(source, s, value[at] ?? '', end), end);
  };
}

const isLow = (c: string): boolean => c >= '\udc00' && c <= '\udfff';

/** Where the source says `want`, from `s` on. */
function seek(source: string, s: number, want: string, end: number): number {
  if (source[s] === want || source[s] === '&' || (source[s] === '\\' && source[s + 1] === want)) return s;
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
