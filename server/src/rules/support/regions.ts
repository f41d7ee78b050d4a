import type { Letter } from '../../letter/letter.ts';
import { sourceSpan } from '../../letter/prose.ts';
import type { PlacedProse } from '../../letter/sections.ts';
import { type Span, shift, span } from '../../letter/span.ts';
import type { Submission } from '../../order/order.ts';
import { contentsOfHeading } from './coverage.ts';

/** Beyond so many blocks nothing is the letter's head any more. */
const LONGEST_HEAD = 20;

const GREETINGS = ['dear ', 'your honor', 'to the honorable', 'to the hon.', 'may it please'];

/** What stands above the salutation, or above the first of the order's sections in a paper without one. */
export function headOf(letter: Letter, submission: Submission): readonly PlacedProse[] {
  const { proses } = letter;
  const greeting = proses.findIndex(({ prose }) => isGreeting(prose.text));
  if (greeting >= 0 && greeting <= LONGEST_HEAD) return proses.slice(0, greeting);
  const first = letter.sections.find(
    (s) => contentsOfHeading(s.heading, submission).length > 0 || s.covers.length > 0,
  );
  const stop = first
    ? proses.findIndex((p) => p.prose.span.end + p.piece.start > first.headingSpan.start)
    : -1;
  return proses.slice(0, Math.min(stop < 0 ? LONGEST_HEAD : stop, LONGEST_HEAD));
}

export const isGreeting = (text: string): boolean => {
  const start = text.trimStart().toLowerCase();
  return GREETINGS.some((g) => start.startsWith(g)) && start.length < 120;
};

/** The span in the letter of part of a block's text. */
export function spanIn({ prose, piece }: PlacedProse, start: number, end: number): Span {
  return shift(sourceSpan(prose, start, end), piece.start);
}

export const spanOf = ({ prose, piece }: PlacedProse): Span => shift(prose.span, piece.start);

/** Where findings about the header as a whole stand: on `judge`'s value, else on the header's first line. */
export function anchor(letter: Letter): Span {
  const judge = letter.header.valueSpan(['judge']);
  if (judge && judge.end > judge.start) return judge;
  return letter.header.keySpan(['judge']) ?? firstLine(letter);
}

export function firstLine(letter: Letter): Span {
  const start = letter.header.span.start;
  const end = start + letter.lines.text(letter.lines.lineOf(start)).length - (start === 1 ? 1 : 0);
  return span(start, Math.max(start, end));
}
