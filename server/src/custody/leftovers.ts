import type { CheckResult } from '../check/result.ts';
import type { Letter } from '../letter/letter.ts';
import type { Span } from '../letter/span.ts';

/** Comments that are notes to oneself. What they say is in no export, but stays in the letter's file. */
export function notesIn(letter: Letter): Span[] {
  const found: Span[] = [];
  const { text, body } = letter;
  for (let at = text.indexOf('<!--', body.start); at >= 0; at = text.indexOf('<!--', at + 4)) {
    const close = text.indexOf('-->', at + 4);
    if (close < 0) break;
    if (!OWN.test(text.slice(at + 4, close))) found.push({ start: at, end: close + 3 });
    at = close - 1;
  }
  return found;
}

/** Comments that tell the check something. */
const OWN = /^\s{0,20}(?:covers\s{0,5}:|ex-parte-disable|\/?confidential)/i;

/** What to look at once more before a letter goes: notes left in its file, and findings that were silenced. */
export function leftoversOf(letter: Letter, result: CheckResult): string[] {
  const lines = notesIn(letter).map(({ start }) => letter.lines.lineOf(start) + 1);
  const silenced = new Map<string, number>();
  for (const { rule } of result.suppressed) silenced.set(rule, (silenced.get(rule) ?? 0) + 1);
  const told = [...silenced].map(([rule, n]) => (n > 1 ? `${rule} (${n} times)` : rule));
  return [
    ...(lines.length > 0
      ? [
          `Still in the letter's file, though not in the export: ${lines.length === 1 ? 'a comment' : `${lines.length} comments`} (line ${lines.join(', ')}). Take them out before you give the file itself to anyone.`,
        ]
      : []),
    ...(told.length > 0
      ? [`Silenced by comments in the letter: ${told.join(', ')}. See that the reasons still hold.`]
      : []),
  ];
}
