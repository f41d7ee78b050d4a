import { formatDate, formatLong } from '../../calendar/index.ts';
import { daysGiven } from './conference-date.ts';
import { daysNamedIn, isoOf } from './dates-in-text.ts';
import { headOf, spanIn } from './regions.ts';
import type { Found, OrderContext } from './rule.ts';

const WEEKDAY = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?$/i;

/**
 * The date that the letter bears, where it is not the header's `dated`. A date in a line of its own above the
 * salutation is the letter's, unless there are several or the header knows it as another day of the case.
 */
export function letterDate({ letter, submission }: OrderContext): Found[] {
  const { dated, conference, due, ordered, since, dates } = letter.header.values;
  if (dated === undefined) return [];
  const others = new Set([
    conference?.date,
    due?.date,
    ordered,
    since,
    ...(dates ?? []).map((d) => d.date.date),
  ]);
  const found = headOf(letter, submission).flatMap((placed) => {
    if (placed.prose.kind !== 'paragraph' || placed.prose.inQuote) return [];
    let at = 0;
    return placed.prose.text.split('\n').flatMap((line) => {
      const start = at;
      at += line.length + 1;
      const [day] = daysNamedIn(line);
      const alone =
        day &&
        day.year !== null &&
        WEEKDAY.test(line.slice(0, day.start).trimStart()) &&
        /^[\s.]*$/.test(line.slice(day.end));
      // Below "Conference:" it is that one's.
      const another = daysGiven(placed.prose).some((given) => given.start === start + (day?.start ?? 0));
      if (!day || !alone || another) return [];
      // With its weekday, which would be another too.
      const from = line.length - line.trimStart().length;
      const span = spanIn(placed, start + from, start + day.end);
      return [{ span, iso: isoOf(day, dated), words: line.slice(from, day.end) }];
    });
  });
  const [only, ...more] = found;
  if (!only || more.length > 0 || only.iso === dated || others.has(only.iso)) return [];
  const text = /day\b/i.test(only.words) ? formatLong(dated) : formatDate(dated);
  return [
    {
      // The day by which the letter is held to be in time is the header's, so one of the two misleads.
      severity: 'information',
      message: `The letter bears the date ${only.words}, and the header says dated: ${dated}, by which it is held to be in time or late.`,
      span: only.span,
      fixes: [{ title: `Change to ${text}`, edits: [{ span: only.span, text }] }],
    },
  ];
}
