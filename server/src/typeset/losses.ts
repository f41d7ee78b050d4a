import type { Nodes } from 'mdast';
import { type Chunk, nodeSpan } from '../letter/chunk.ts';
import { remembered } from '../letter/memo.ts';
import { type Span, span } from '../letter/span.ts';
import { uncovered } from './coverage.ts';
import { encode } from './encode.ts';
import { originOf } from './origin.ts';

/** Something in a letter that does not come out in print as it was written. */
export interface Loss {
  /**
   * `glyph`: no bundled font has these characters; boxes are printed. `image`: its description is printed
   * in its place, so the count of pages is not whole. `footnote`: nothing names it, so it is not printed.
   */
  readonly kind: 'glyph' | 'image' | 'footnote';
  /** Index into `Source.chunks`. */
  readonly chunk: number;
  /** In the chunk's text. */
  readonly span: Span;
  /** The characters, the image's description, the footnote's name. */
  readonly what: string;
}

type OwnLoss = Omit<Loss, 'chunk'>;

/** All that a letter loses in print, chunk by chunk in order, footnotes last. */
export function findLosses(chunks: readonly Chunk[]): Loss[] {
  const found: Loss[] = [];
  chunks.forEach((chunk, index) => {
    for (const loss of ownLosses(chunk)) found.push({ ...loss, chunk: index });
  });
  for (const { chunk, definition } of encode(chunks).notes.unprinted()) {
    found.push({
      kind: 'footnote',
      chunk: chunks.indexOf(chunk),
      span: nodeSpan(chunk, definition),
      what: definition.label ?? definition.identifier,
    });
  }
  return found;
}

const ownLosses = remembered((chunk: Chunk): readonly OwnLoss[] => collect(chunk));

function collect(chunk: Chunk): OwnLoss[] {
  const found: OwnLoss[] = [];
  const open: Nodes[] = [...chunk.nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'image' || node.type === 'imageReference') {
      found.push({ kind: 'image', span: nodeSpan(chunk, node), what: node.alt ?? '' });
      addGlyphs(chunk, node, node.alt ?? '', found);
    } else if (node.type === 'html')
      addGlyphs(chunk, node, node.value.replace(/<!--[\s\S]*?-->/g, blanks), found);
    else if ('value' in node && node.type !== 'yaml') addGlyphs(chunk, node, node.value, found);
    else if ('children' in node) for (const child of [...node.children].reverse()) open.push(child);
  }
  return found;
}

const blanks = (comment: string): string => ' '.repeat(comment.length);

function addGlyphs(chunk: Chunk, node: Nodes, value: string, found: OwnLoss[]): void {
  const missing = uncovered(value);
  if (missing.length === 0) return;
  const origin = originOf(chunk, node, value);
  for (const { at, characters } of missing) {
    const start = origin(at);
    // Written as a reference (`&#x26bf;`), they take more room; never is a span longer than the text.
    const end = Math.min(start + characters.length, chunk.text.length);
    found.push({ kind: 'glyph', span: span(start, end), what: characters });
  }
}
