import type { RootContent } from 'mdast';
import { type Chunk, nodeSpan } from './chunk.ts';
import { remembered } from './memo.ts';
import { isComment } from './prose.ts';
import { type Span, span } from './span.ts';

/** `<!-- covers: history, terms -->`: the section that holds it covers these contents. */
export interface CoversDirective {
  readonly kind: 'covers';
  readonly contents: readonly string[];
  readonly span: Span;
}

/** `<!-- ex-parte-disable RULE: reason -->`: the rules are silent from here on. */
export interface DisableDirective {
  readonly kind: 'disable';
  readonly rules: readonly string[];
  readonly reason: string;
  readonly span: Span;
}

export type Directive = CoversDirective | DisableDirective;

/** The directives in a chunk's comments; spans are relative to the chunk's text. */
export const directives = remembered((chunk: Chunk): readonly Directive[] =>
  chunk.text.includes('<!--') ? chunk.nodes.flatMap((node) => inNode(chunk, node)) : [],
);

function inNode(chunk: Chunk, node: RootContent): Directive[] {
  if (node.type === 'html' && isComment(node.value)) {
    const { start, end } = nodeSpan(chunk, node);
    const source = chunk.text.slice(start, end);
    // The parser takes blanks and the marks of a quotation from a comment's further lines; places are the source's.
    return inHtml(source, start, source === node.value);
  }
  return 'children' in node ? node.children.flatMap((child) => inNode(chunk, child)) : [];
}

/** One HTML node may hold several comments, one a line. */
function inHtml(html: string, base: number, bare: boolean): Directive[] {
  const found: Directive[] = [];
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', at + 4)) {
    const close = html.indexOf('-->', at + 4);
    const end = close < 0 ? html.length : close + 3;
    const words = html.slice(at + 4, close < 0 ? html.length : close);
    const directive = read(bare ? words : words.replace(/[\r\n][ \t>]*/g, '\n'), span(base + at, base + end));
    if (directive) found.push(directive);
  }
  return found;
}

function read(comment: string, at: Span): Directive | undefined {
  const words = comment.trim();
  const covers = /^covers\s*:(.*)$/is.exec(words);
  if (covers) return { kind: 'covers', contents: list(covers[1] ?? ''), span: at };
  const disable = /^ex-parte-disable(?![\w-])([^:]*):?(.*)$/is.exec(words);
  if (!disable) return undefined;
  return { kind: 'disable', rules: list(disable[1] ?? ''), reason: (disable[2] ?? '').trim(), span: at };
}

const list = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
