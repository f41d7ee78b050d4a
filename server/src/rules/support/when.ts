import { daysBetween, formatShort, formatTime } from '../../calendar/index.ts';
import type { Letter } from '../../letter/letter.ts';
import { cite } from '../../order/cite.ts';
import type { Deadline } from '../../order/deadlines.ts';
import { isLack, orderedOf } from '../../order/events.ts';
import type { Matter } from '../../order/matter.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `three`; digits beyond ten. */
export const number = (n: number): string => NUMBERS[n] ?? String(n);

/** `one day`, `three days`. */
export const days = (n: number): string => `${number(n)} ${n === 1 ? 'day' : 'days'}`;

/** `Mon, May 20, 2024 at 5:00 p.m.`. */
export const day = ({ date, time }: { date: string; time?: string | null }): string =>
  time ? `${formatShort(date)} at ${formatTime(time)}` : formatShort(date);

/** `Mon, May 20, 2024 (5 business days before Tue, May 28, 2024; ¶ 2)`: a date, its arithmetic and its source. */
export function due(deadline: Deadline): string {
  const { basis, words, paragraph } = deadline;
  const how = basis.startsWith('fixed') ? basis : words;
  return `${day(deadline)} (${[how, cite(paragraph)].filter(Boolean).join('; ')})`;
}

/** What else the writer should know of a date, such as a holiday on which authorities differ. */
export const notes = ({ notes }: Deadline): string => notes.map((note) => ` ${note}`).join('');

/** Whether a date that is counted had come or gone when the order issued, so that nobody could keep it. */
export function passedAtOrder(deadline: Deadline, letter: Letter, matter: Matter): string | undefined {
  const ordered = orderedOf(letter, matter);
  if (isLack(ordered) || deadline.basis.startsWith('fixed')) return undefined;
  return daysBetween(deadline.date, ordered.date) >= 0 ? ordered.date : undefined;
}
