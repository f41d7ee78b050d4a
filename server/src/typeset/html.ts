/** A part of raw HTML that prints: literal text, or a line break as `\n`. */
export interface HtmlPart {
  /** Offset in the HTML. */
  readonly at: number;
  readonly text: string;
}

/**
 * What raw HTML prints: comments nothing, `<br>` a line break, all else its own characters, for nothing
 * that was written may vanish. So a comment that is never closed is printed too.
 * @param lines whether line ends are kept, as in a block of HTML
 */
export function htmlParts(html: string, lines: boolean): HtmlPart[] {
  const parts: HtmlPart[] = [];
  const special = /<!--(?:-?>|[\s\S]*?-->)|<br\s*\/?>|\r\n?|\n/gi;
  let done = 0;
  const literal = (end: number): void => {
    if (end > done) parts.push({ at: done, text: html.slice(done, end) });
  };
  for (const { 0: found, index } of html.matchAll(special)) {
    literal(index);
    done = index + found.length;
    if (found.startsWith('<!--')) continue;
    const isLineEnd = found.startsWith('\n') || found.startsWith('\r');
    if (!isLineEnd || lines) parts.push({ at: index, text: '\n' });
    else parts.push({ at: index, text: ' ' });
  }
  literal(html.length);
  return parts;
}
