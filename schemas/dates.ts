/** A calendar day, with a clock time where one is given, in the court's time zone. */
export interface Moment {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM on a 24-hour clock. */
  readonly time: string | null;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const two = (n: number): string => String(n).padStart(2, '0');

/** Days of a month in the Gregorian calendar; `month` from 1. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Reads a day, with or without a time. The result is a Moment, or a sentence that says what is wrong. */
export function readMoment(text: string): Moment | string {
  const words = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T ]|,? at )\s*(.+))?$/i.exec(words);
  if (iso) return build(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso[4]);
  const long = /^(?:[a-z]+, )?([a-z]+)\.? (\d{1,2}),? (\d{4})(?:,?(?: at)? (.+))?$/i.exec(words);
  const name = long?.[1]?.toLowerCase() ?? '';
  const month = name.length >= 3 ? MONTHS.findIndex((m) => m.toLowerCase().startsWith(name)) + 1 : 0;
  if (long && month > 0) return build(Number(long[3]), month, Number(long[2]), long[4]);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words);
  const hint = us ? ` (${us[3]}-${two(Number(us[1]))}-${two(Number(us[2]))}?)` : '';
  return `is not a date that can be read${hint}: write year-month-day, such as 2024-05-28 or 2024-05-28 14:30`;
}

function build(year: number, month: number, day: number, clock: string | undefined): Moment | string {
  if (month < 1 || month > 12) return `has no such month: ${month}`;
  if (day < 1 || day > daysIn(year, month)) {
    return `has no such day: ${year}-${two(month)} has ${daysIn(year, month)} days`;
  }
  if (year < 1900 || year > 2200) return `has a year out of range: ${year}`;
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (clock === undefined) return { date, time: null };
  const time = readClock(clock);
  return time ? { date, time } : `has no such time: ${clock.trim()} (write 14:30)`;
}

/** Reads `14:30`, `2:30 p.m.`, `2 pm`, `noon`; seconds and a zone are passed over. Null when it is no time. */
export function readClock(text: string): string | null {
  const words = text.trim().toLowerCase();
  if (/^(12 )?noon$/.test(words)) return '12:00';
  const found =
    /^(\d{1,2})(?::(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?(?:\.?m\.?)?\s*(?:z|[+-]\d{2}:?\d{2}|\(?[ecmp][sd]?t\)?|eastern|central|mountain|pacific)?(?: time)?$/.exec(
      words,
    );
  if (!found) return null;
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (found[2] === undefined && !found[3]) return null;
  if (found[3]) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (found[3] === 'p' ? 12 : 0);
  }
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}
