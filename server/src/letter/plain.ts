import type { Paragraph } from 'mdast';

/**
 * Lines of which Markdown makes nothing but a paragraph's words: no mark of its syntax in them, none of a list, a
 * heading or a number at their start, no blank at their end.
 */
const PLAIN_LINE =
  /^(?!\d{1,9}[.)])[\p{L}\p{N}("“‘'$.,;§¶%](?:[\p{L}\p{N} ("“‘'$.,;§¶%)”’:?!/@–—…-]*[\p{L}\p{N}("“‘'$.,;§¶%)”’:?!/@–—…-])?$/u;

/**
 * The paragraph that a run of lines is, where that can be seen without a parser, as most prose can; else undefined.
 * Its places count from the run's start.
 */
export function plainParagraph(text: string): Paragraph | undefined {
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') end--;
  const value = text.slice(0, end);
  const lines = value.split('\n');
  if (!lines.every((line) => PLAIN_LINE.test(line))) return undefined;
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: end },
  };
  return { type: 'paragraph', position, children: [{ type: 'text', value, position }] };
}
