import type { Letter } from '../letter/letter.ts';
import { type Span, span } from '../letter/span.ts';
import type { TextEdit } from '../rules/support/rule.ts';

/**
 * Edits that take comments out of a letter, and leave what is printed as it was: a comment that parts two lists, or two
 * paragraphs without a blank line, leaves an empty comment or a blank line in its place.
 */
export const takingOut = (letter: Letter, comments: readonly Span[]): TextEdit[] =>
  comments.map((comment) => takingOutOne(letter.text, comment));

function takingOutOne(text: string, { start, end }: Span): TextEdit {
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  const isAlone = isBlank(text.slice(from, start)) && isBlank(text.slice(end, to));
  if (!isAlone) return { span: span(start, end), text: '' };
  const above = lineAbove(text, from);
  const next = nextLine(text, to);
  const below = text.slice(next, lineEnd(text, next));
  if (isInList(wordsAbove(text, from)) && isInList(wordsBelow(text, next)))
    return { span: span(start, end), text: '<!-- -->' };
  if (!isBlank(above) && !isBlank(below)) return { span: span(from, to), text: '' };
  // Of the blank lines around it one is enough.
  const isDoubled = isBlank(above) && isBlank(below) && next < text.length;
  return { span: span(from, isDoubled ? nextLine(text, lineEnd(text, next)) : next), text: '' };
}

const isBlank = (words: string): boolean => /^[ \t\r\n]*$/.test(words);
/** A line that begins an item or goes on with one; what is indented may be code, which is left apart too. */
const isInList = (line: string): boolean => /^(?:[ \t]+|[-+*][ \t]|\d{1,9}[.)][ \t])/.test(line);

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !'\r\n'.includes(text[start - 1] ?? '')) start--;
  return start;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !'\r\n'.includes(text[end] ?? '')) end++;
  return end;
}

const nextLine = (text: string, end: number): number =>
  Math.min(text.length, text.startsWith('\r\n', end) ? end + 2 : end + 1);

/** The line that ends before `start`, without its ending. */
function lineAbove(text: string, start: number): string {
  const end = text.startsWith('\r\n', start - 2) ? start - 2 : start - 1;
  return end < 0 ? '' : text.slice(lineStart(text, end), end);
}

/** The last line with words above a place, and the first below one. */
function wordsAbove(text: string, start: number): string {
  let end = start;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end--;
  return text.slice(lineStart(text, end), end);
}

function wordsBelow(text: string, at: number): string {
  let start = at;
  while (start < text.length && isBlank(text.slice(start, lineEnd(text, start))))
    start = nextLine(text, lineEnd(text, start));
  return text.slice(start, lineEnd(text, start));
}
