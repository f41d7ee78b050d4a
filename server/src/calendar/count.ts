import { Temporal } from 'temporal-polyfill';
import { type Anchor, addDays, plain } from './dates.ts';
import type { Holiday } from './holidays.ts';
import type { Period } from './period.ts';

const FRIDAY = 5;

/** Tells the holiday on a date, or null. */
export type Closed = (date: string) => Holiday | null;

/** A day that the count went over or the last day moved off; `holiday` is null for a plain weekend. */
export interface Passed {
  readonly date: string;
  readonly holiday: Holiday | null;
}

/** How a count went. */
export interface Count {
  /** The last day as counted, before it moved. */
  readonly counted: string;
  /** The day it came to. */
  readonly date: string;
  readonly time: string | null;
  /** Holidays on weekdays that business days went over. */
  readonly skipped: readonly Passed[];
  /** Days that the last day moved off, in the order of moving. */
  readonly moved: readonly Passed[];
}

/** -1 back, 1 on, 0 stay. */
export type Step = -1 | 0 | 1;

/** Counts `period` from `anchor`. `step` is where a last day on a weekend or holiday goes. */
export function count(
  period: Period,
  anchor: Anchor,
  step: Step,
  closed: Closed,
  zone: string | null,
): Count {
  const way = period.direction === 'before' ? -1 : 1;
  if (period.unit === 'business days') return businessDays(period, anchor.date, way, closed);
  const last =
    period.unit === 'hours'
      ? hours(period.count, anchor, way, zone)
      : {
          date: addDays(anchor.date, way * period.count * (period.unit === 'weeks' ? 7 : 1)),
          time: period.time ?? null,
        };
  const moved: Passed[] = [];
  let day = plain(last.date);
  for (; step !== 0; day = day.add({ days: step })) {
    const date = day.toString();
    const holiday = closed(date);
    if (day.dayOfWeek <= FRIDAY && holiday === null) break;
    moved.push({ date, holiday });
  }
  return { counted: last.date, date: day.toString(), time: last.time, skipped: [], moved };
}

function businessDays(period: Period, from: string, way: -1 | 1, closed: Closed): Count {
  const skipped: Passed[] = [];
  let day = plain(from);
  for (let left = period.count; left > 0; ) {
    day = day.add({ days: way });
    if (day.dayOfWeek > FRIDAY) continue;
    const date = day.toString();
    const holiday = closed(date);
    if (holiday) skipped.push({ date, holiday });
    else left -= 1;
  }
  const date = day.toString();
  return { counted: date, date, time: period.time ?? null, skipped, moved: [] };
}

/** Rule 6(a)(2): every hour counts, from the moment of the event, and none is rounded. */
function hours(
  n: number,
  anchor: Anchor,
  way: -1 | 1,
  zone: string | null,
): { date: string; time: string | null } {
  const time = anchor.time ?? null;
  // The hour of the event is not known: whole days, rounded to the earlier date in both directions.
  if (time === null) {
    return { date: addDays(anchor.date, way === -1 ? -Math.ceil(n / 24) : Math.floor(n / 24)), time };
  }
  const start = Temporal.PlainDateTime.from(`${anchor.date}T${time}`);
  const end =
    zone === null
      ? start.add({ hours: way * n })
      : start
          .toZonedDateTime(zone)
          .add({ hours: way * n })
          .toPlainDateTime();
  return { date: end.toPlainDate().toString(), time: end.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
