import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { type Chunk, nodeSpan } from './chunk.ts';
import { Memo, remembered } from './memo.ts';
import { type Span, span } from './span.ts';

/** What a run of text stands in; `quote` and `list` hold for what is nested in them too. */
export type ProseKind = 'paragraph' | 'heading' | 'cell' | 'code';

/**
 * The visible words of one leaf block (a paragraph, a heading, a table cell, a code block) with the way
 * back to the source. Comments are not in it; code spans are, as characters that no rule looks for.
 */
export interface Prose {
  readonly kind: ProseKind;
  readonly text: string;
  /** 1 to 6 for a heading, else 0. */
  readonly depth: number;
  readonly inQuote: boolean;
  readonly inList: boolean;
  readonly inFootnote: boolean;
  /** Length of the bold words that `text` opens with (numbering before them included), 0 without. */
  readonly bold: number;
  /** Span of the block in its chunk's text. */
  readonly span: Span;
  /** Triples of offset in `text`, offset in the chunk's text, and whether text and source run in step. */
  readonly map: readonly MapEntry[];
  readonly memo: Memo;
}

interface MapEntry {
  readonly at: number;
  readonly source: number;
}

/** Stands for a code span's characters. */
export const OPAQUE = '\uFFFC';

/** Every leaf block of a chunk, in order. Offsets are relative to the chunk's text. */
export const proses = remembered((chunk: Chunk): readonly Prose[] => gather(chunk));

/** Remembers what `find` says of a block, so that a rule reads at each key only what was just written. */
export const perProse = <T extends NonNullable<unknown> | null>(find: (prose: Prose) => T) =>
  remembered<Prose, T>(find);

/** The span in the chunk's text of `text.slice(start, end)`. */
export function sourceSpan(prose: Prose, start: number, end: number): Span {
  const from = sourceOffset(prose, start);
  return span(from, Math.max(from, end > start ? sourceOffset(prose, end - 1) + 1 : from));
}

function sourceOffset(prose: Prose, at: number): number {
  let low = 0;
  let high = prose.map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((prose.map[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const entry = prose.map[low];
  return entry ? Math.min(entry.source + (at - entry.at), prose.span.end) : prose.span.start;
}

interface Place {
  readonly inQuote: boolean;
  readonly inList: boolean;
  readonly inFootnote: boolean;
}

function gather(chunk: Chunk): Prose[] {
  const found: Prose[] = [];
  const visit = (node: RootContent, place: Place): void => {
    switch (node.type) {
      case 'paragraph':
        return void found.push(leaf(chunk, node, node.children, 'paragraph', 0, place));
      case 'heading':
        return void found.push(leaf(chunk, node, node.children, 'heading', node.depth, place));
      case 'tableCell':
        return void found.push(leaf(chunk, node, node.children, 'cell', 0, place));
      case 'code':
        return void found.push({
          ...place,
          kind: 'code',
          text: node.value,
          depth: 0,
          bold: 0,
          span: nodeSpan(chunk, node),
          map: codeMap(node.value, chunk.text, nodeSpan(chunk, node)),
          memo: new Memo(),
        });
      case 'html':
        if (!isComment(node.value)) found.push(leaf(chunk, node, [node], 'paragraph', 0, place));
        return;
      case 'blockquote':
        return void each(node.children, { ...place, inQuote: true });
      case 'list':
      case 'listItem':
        return void each(node.children, { ...place, inList: true });
      case 'footnoteDefinition':
        return void each(node.children, { ...place, inFootnote: true });
      default:
        if ('children' in node) each(node.children, place);
    }
  };
  const each = (nodes: readonly RootContent[], place: Place): void => {
    for (const node of nodes) visit(node, place);
  };
  each(chunk.nodes, { inQuote: false, inList: false, inFootnote: false });
  return found;
}

/** Characters before bold words, blanks and line breaks included, that may be their numbering. */
const LONGEST_NUMBERING = 100;

export const isComment = (html: string): boolean => html.startsWith('<!--');

function leaf(
  chunk: Chunk,
  block: Nodes,
  children: readonly PhrasingContent[],
  kind: ProseKind,
  depth: number,
  place: Place,
): Prose {
  const map: MapEntry[] = [];
  let text = '';
  let bold = 0;
  let onlyBold = true;
  const add = (value: string, at: Span, strong: boolean): void => {
    align(value, chunk.text, at, text.length, map);
    if (onlyBold) {
      if (strong) bold = text.length + value.length;
      // Numbering may stand before the bold words: "1. **History.** ..."
      else if (
        bold > 0 ||
        text.length > LONGEST_NUMBERING ||
        !/^[\s(]*(?:[\w§¶.]{1,6}[).:]?\s*|[).:]\s*)?$/.test(text + value)
      )
        onlyBold = false;
    }
    text += value;
  };
  const walk = (node: PhrasingContent, strong: boolean): void => {
    const at = nodeSpan(chunk, node);
    switch (node.type) {
      case 'text':
        add(node.value, at, strong);
        return;
      case 'inlineCode':
        add(OPAQUE.repeat(node.value.length), at, strong);
        return;
      case 'break':
        add('\n', span(at.start, at.start + 1), strong && bold === text.length);
        return;
      case 'html':
        if (/^<br\b/i.test(node.value)) add('\n', span(at.start, at.start + 1), strong);
        else if (!isComment(node.value)) add(node.value, at, strong);
        return;
      case 'image':
      case 'imageReference':
        add(node.alt ?? '', at, strong);
        return;
      case 'footnoteReference':
        return;
      default:
        for (const child of node.children) walk(child, strong || node.type === 'strong');
    }
  };
  for (const child of children) walk(child, false);
  return { ...place, kind, text, depth, bold, span: nodeSpan(chunk, block), map, memo: new Memo() };
}

/** A code block's lines are the source's, without the fence above them and the marks and blanks before each. */
function codeMap(value: string, source: string, at: Span): MapEntry[] {
  const map: MapEntry[] = [];
  const ending = /\r\n?|\n/g;
  ending.lastIndex = at.start;
  let from = at.start;
  if (/^(?:`{3,}|~{3,})/.test(source.slice(at.start, at.start + 3))) {
    ending.exec(source);
    from = Math.min(ending.lastIndex || at.end, at.end);
  }
  let offset = 0;
  for (const line of value.split('\n')) {
    ending.lastIndex = from;
    const end = Math.min(ending.exec(source)?.index ?? at.end, at.end);
    map.push({ at: offset, source: Math.max(from, end - line.length) });
    offset += line.length + 1;
    from = Math.min(ending.lastIndex || at.end, at.end);
  }
  return map;
}

/**
 * Lines up a node's value with its source, which also holds escapes, entities and the marks that continue
 * a quotation or a list on the next line. A new entry stands wherever the two get out of step.
 */
function align(value: string, source: string, at: Span, base: number, map: MapEntry[]): void {
  let s = at.start;
  map.push({ at: base, source: s });
  if (value.length === at.end - at.start) return;
  for (let v = 0; v < value.length; v++) {
    const want = value[v];
    let from = s;
    if (source[from] !== want) {
      if (source[from] === '\\' && source[from + 1] === want) from++;
      else if (source[from] === '&') {
        const semicolon = source.indexOf(';', from);
        if (semicolon >= 0 && semicolon < at.end) {
          map.push({ at: base + v, source: from });
          s = semicolon + 1;
          if (v + 1 < value.length) map.push({ at: base + v + 1, source: s });
          continue;
        }
      } else {
        const next = source.indexOf(want ?? '', from);
        if (next >= 0 && next < at.end) from = next;
      }
      map.push({ at: base + v, source: from });
    }
    s = from + 1;
  }
}
