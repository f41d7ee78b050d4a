/**
 * A text without the blanks (spaces and tabs) at its end. `/[ \t]+$/` would try anew at each blank of a long run of
 * them that something follows, which takes the square of its length.
 */
export function withoutBlanksAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(0, end);
}
