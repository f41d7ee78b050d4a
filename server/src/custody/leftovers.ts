import type { RootContent } from 'mdast';
import type { CheckResult } from '../check/result.ts';
import { type Chunk, nodeSpan } from '../letter/chunk.ts';
import type { Letter } from '../letter/letter.ts';
import { type Span, span } from '../letter/span.ts';

/** Comments that are notes to oneself. What they say is in no export, but stays in the letter's file. */
export const notesIn = (letter: Letter): Span[] =>
  letter.pieces.flatMap(({ chunk, start }) =>
    chunk.text.includes('<!--') ? chunk.nodes.flatMap((node) => inNode(chunk, node, start)) : [],
  );

/** Only where it is a comment to Markdown too: in code it is printed. */
function inNode(chunk: Chunk, node: RootContent, from: number): Span[] {
  if (node.type !== 'html')
    return 'children' in node ? node.children.flatMap((child) => inNode(chunk, child, from)) : [];
  const at = nodeSpan(chunk, node);
  const source = chunk.text.slice(at.start, at.end);
  const found: Span[] = [];
  for (let open = source.indexOf('<!--'); open >= 0; open = source.indexOf('<!--', open + 4)) {
    const close = source.indexOf('-->', open + 4);
    if (close < 0) break;
    if (!OWN.test(source.slice(open + 4, close)))
      found.push(span(from + at.start + open, from + at.start + close + 3));
    open = close - 1;
  }
  return found;
}

/** Comments that tell the check something, or nothing to anybody. */
const OWN = /^\s{0,20}(?:covers\s{0,5}:|ex-parte-disable|\/?confidential|$)/i;

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
