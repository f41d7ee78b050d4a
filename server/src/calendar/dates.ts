import { Temporal } from 'temporal-polyfill';
import { MONTHS } from '../../../schemas/dates.ts';

/** A day with a clock time where one is given, both in the court's time zone. */
export interface Anchor {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM on a 24-hour clock; none means the close of that day. */
  readonly time?: string | null | undefined;
}

export type ParsedDate =
  | { readonly ok: true; readonly date: string }
  | { readonly ok: false; readonly reason: string };

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Weekday = (typeof DAYS)[number];

/** Reads YYYY-MM-DD and nothing else; the reason for a refusal is a clause that can follow the text read. */
export function parseDate(text: string): ParsedDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return { ok: false, reason: 'is not a date: write year-month-day, such as 2024-05-28' };
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12) return { ok: false, reason: `has no such month: ${parts[2]}` };
  // Every month has the first 28, and this stands on the path of every count.
  if (day >= 1 && day <= 28) return { ok: true, date: text };
  const length = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  if (day >= 1 && day <= length) return { ok: true, date: text };
  return { ok: false, reason: `has no such day: ${MONTHS[month - 1]} ${year} has ${length} days` };
}

/** Days that were read: a letter has a dozen, each of which is asked for at every key. */
const days = new Map<string, Temporal.PlainDate>();
const MOST_DAYS = 1_000;

/** The day as Temporal has it. Throws RangeError for anything but a real YYYY-MM-DD. */
export function plain(date: string): Temporal.PlainDate {
  const known = days.get(date);
  if (known) return known;
  const day = read(date);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(date, day);
  return day;
}

function read(date: string): Temporal.PlainDate {
  // Temporal alone would take 20240528, or a date with a time behind it, and drop the time.
  const parsed = parseDate(date);
  if (!parsed.ok) throw new RangeError(`${JSON.stringify(date)} ${parsed.reason}`);
  return Temporal.PlainDate.from(parsed.date);
}

/** The date `days` later, or earlier where negative. */
export function addDays(date: string, days: number): string {
  return plain(date).add({ days }).toString();
}

/** Days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return plain(from).until(plain(to)).days;
}

export function weekday(date: string): Weekday {
  return DAYS[plain(date).dayOfWeek - 1] ?? 'Monday';
}

export function isWeekend(date: string): boolean {
  return plain(date).dayOfWeek > 5;
}

/** `Tuesday, May 28, 2024`. */
export function formatLong(date: string): string {
  return `${weekday(date)}, ${formatDate(date)}`;
}

/** `May 28, 2024`, as letters have it. */
export function formatDate(date: string): string {
  const d = plain(date);
  return `${MONTHS[d.month - 1]} ${d.day}, ${d.year}`;
}

/** `Tue, May 28, 2024`. */
export function formatShort(date: string): string {
  return `${formatDay(date)}, ${plain(date).year}`;
}

/** `Tue, May 28`. */
export function formatDay(date: string): string {
  const d = plain(date);
  return `${weekday(date).slice(0, 3)}, ${MONTHS[d.month - 1]?.slice(0, 3)} ${d.day}`;
}

/** `2:30 p.m.` for `14:30`; `noon` and `midnight` by their names. Throws RangeError where it is no time. */
export function formatTime(time: string): string {
  if (!isTime(time))
    throw new RangeError(`${JSON.stringify(time)} is not a time: write HH:MM, such as 14:30`);
  if (time === '12:00') return 'noon';
  if (time === '00:00') return 'midnight';
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Negative, zero or positive, as `a` comes before, with or after `b`; a day without a time counts to its close. */
export function compareMoments(a: Anchor, b: Anchor): number {
  const days = daysBetween(b.date, a.date);
  if (days !== 0) return days;
  return minutes(a.time) - minutes(b.time);
}

function minutes(time: string | null | undefined): number {
  if (time === null || time === undefined) return 24 * 60;
  if (!isTime(time))
    throw new RangeError(`${JSON.stringify(time)} is not a time: write HH:MM, such as 14:30`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
