import type { Count, Passed } from './count.ts';
import { type Anchor, formatDay, formatShort, formatTime, isWeekend, plain, weekday } from './dates.ts';
import { describePeriod, type Period } from './period.ts';

/** `5 business days before 2024-05-28`, with the clock time where hours are counted from one. */
export function basisOf(period: Period, anchor: Anchor): string {
  const time = period.unit === 'hours' && anchor.time ? ` ${anchor.time}` : '';
  return `${describePeriod(period)} ${anchor.date}${time}`;
}

/** The arithmetic of a count, as a writer would check it by hand. */
export function wordsOf(period: Period, anchor: Anchor, found: Count): string {
  const hours = period.unit === 'hours';
  const start = `${describePeriod(period)} ${moment(anchor.date, hours ? anchor.time : null)}`;
  const skipped =
    found.skipped.length > 0 ? `, skipping ${list(found.skipped.map((p) => named(p, anchor.date)))}` : '';
  const by = !hours && found.time !== null ? `, by ${formatTime(found.time)}` : '';
  return start + skipped + moved(found, hours) + by;
}

function moved(found: Count, hours: boolean): string {
  if (found.moved.length === 0) return '';
  const way = found.date < found.counted ? 'back' : 'on';
  const same = hours && found.time !== null ? ` at the same time, ${formatTime(found.time)},` : '';
  const from = formatShort(found.counted);
  return `, moved ${way} from ${from} to ${formatShort(found.date)}${same} because ${reasons(found.moved, found.counted)}`;
}

function reasons(days: readonly Passed[], near: string): string {
  const holidays = days.filter((d) => d.holiday && !isWeekend(d.date));
  const weekends = days.filter((d) => isWeekend(d.date));
  const parts = holidays.map((d) => `${dayNear(d.date, near)} is ${d.holiday?.name}`);
  if (weekends.length === 1) {
    parts.push(...weekends.map((d) => `${dayNear(d.date, near)} is a ${weekday(d.date)}`));
  } else if (weekends.length > 1) {
    parts.push(`${list(weekends.map((d) => dayNear(d.date, near)))} are a weekend`);
  }
  return list(parts);
}

/** `Mon, May 27 (Memorial Day)`, with the year where it is not that of `near`. */
export function named(day: Passed, near: string): string {
  return `${dayNear(day.date, near)}${day.holiday ? ` (${day.holiday.name})` : ''}`;
}

function dayNear(date: string, near: string): string {
  return plain(date).year === plain(near).year ? formatDay(date) : formatShort(date);
}

/** `Tue, May 28, 2024 at 2:30 p.m.` */
export function moment(date: string, time: string | null | undefined): string {
  return time ? `${formatShort(date)} at ${formatTime(time)}` : formatShort(date);
}

export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
