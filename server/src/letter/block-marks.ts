import { withoutBlanksAtEnd } from './blanks.ts';
import type { Letter } from './letter.ts';
import { type Span, span } from './span.ts';

/** `:::negotiation-chart` on a line of its own: the picture of the header's demands and offers stands there. */
export const CHART = 'negotiation-chart';
/** Opens a passage that is for the judge alone; `:::` closes it. */
export const CONFIDENTIAL = 'confidential';

const CHART_LINE = new RegExp(`^[ \\t]*:::[ \\t]*${CHART}[ \\t]*$`, 'i');

export const isChartLine = (line: string): boolean => CHART_LINE.test(line);

/** A line of the body that begins with `:::`. */
export interface BlockMark {
  /** What follows the colons, in lower case; empty where nothing does. */
  readonly name: string;
  /** Without the blanks around it. */
  readonly span: Span;
}

/** By lines, not by Markdown, since a mark is meant wherever it stands; an indented one may be code. */
export function blockMarks({ text, body }: Letter): BlockMark[] {
  const found: BlockMark[] = [];
  if (!text.includes(':::')) return found;
  const line = /^( {0,3}):::([^\r\n\u2028\u2029]*)$/gm;
  for (const { 0: whole, 1: indent = '', 2: rest = '', index } of text.matchAll(line)) {
    if (index < body.start) continue;
    const name = withoutBlanksAtEnd(rest).replace(/^[ \t]+/, '');
    const start = index + indent.length;
    found.push({ name: name.toLowerCase(), span: span(start, index + withoutBlanksAtEnd(whole).length) });
  }
  return found;
}
