import type { Letter } from '../../letter/letter.ts';
import { perProse } from '../../letter/prose.ts';
import { type PlacedProse, RUN_IN } from '../../letter/sections.ts';
import { span } from '../../letter/span.ts';
import type { Submission } from '../../order/order.ts';
import { contentsOfHeading } from './coverage.ts';
import type { TextEdit } from './rule.ts';

/** A line that reads like a heading, yet is one neither by `#` nor by bold type. */
export interface WouldBeHeading {
  readonly words: string;
  /** From 1. */
  readonly line: number;
  /** What makes it one. */
  readonly edits: readonly TextEdit[];
}

/** Longer lines are sentences. */
const MOST_WORDS = 12;
const LONGEST = 200;

/** In a letter of many short lines it is no longer titles that are looked at. */
const MOST_TITLES = 300;

/**
 * By content, the first line that titles it in so many words and that Markdown takes for text: capitals, italics or an
 * underline, as word processors have it. It covers nothing, since any sentence might look so; one edit mends it.
 */
export function wouldBeHeadings(
  letter: Letter,
  submission: Submission,
  contents: ReadonlySet<string>,
): ReadonlyMap<string, WouldBeHeading> {
  const found = new Map<string, WouldBeHeading>();
  if (contents.size === 0) return found;
  let titles = 0;
  for (const placed of letter.proses) {
    const words = titleLine(placed.prose);
    if (words === null) continue;
    if (++titles > MOST_TITLES) break;
    const titled = contentsOfHeading(words, submission).filter((id) => contents.has(id) && !found.has(id));
    if (titled.length === 0) continue;
    const start = placed.prose.span.start + placed.piece.start;
    const line = letter.lines.lineOf(start) + 1;
    for (const id of titled) found.set(id, { words, line, edits: headed(letter, placed, start) });
  }
  return found;
}

const titleLine = perProse((prose): string | null => {
  if (prose.kind !== 'paragraph' || prose.bold > 0 || prose.inQuote || prose.inFootnote) return null;
  const [first = '', ...rest] = prose.text.slice(0, LONGEST).split(/\r\n?|\n/);
  const words = first.replace(/<\/?(?:u|ins|b|i|em|strong|span|font|center)>/gi, '').trim();
  // What begins with colons is a mark of ours, such as the one for the chart.
  if (words.split(/\s+/).length > MOST_WORDS || !/\p{L}/u.test(words) || /^:::|[<>]|[.,;?!\]]$/.test(words))
    return null;
  const shouted = words === words.toUpperCase();
  // A short item of a list is one of several; a title among them stands out, in capitals or marked off by signs.
  if (prose.inList && !shouted && prose.map[0]?.source === prose.span.start) return null;
  // The first line of several is a title only in capitals: else it is where the sentence was broken.
  return shouted || (rest.length === 0 && prose.text.length < LONGEST) ? words : null;
});

function headed(letter: Letter, { prose }: PlacedProse, start: number): TextEdit[] {
  const insert = (at: number, text: string): TextEdit => ({ span: span(at, at), text });
  if (prose.inList) {
    const source = letter.text.slice(start, start + prose.span.end - prose.span.start);
    const length = source.search(/[ \t]*(\r?\n|$)/);
    return [insert(start, '**'), insert(start + length, '**')];
  }
  const like = letter.sections.find((s) => s.level >= 2 && s.level < RUN_IN - 1);
  return [insert(start, `${'#'.repeat(like?.level ?? 2)} `)];
}
