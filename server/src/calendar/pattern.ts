import { Temporal } from 'temporal-polyfill';

/** When a holiday falls: on a day of a month, or on the nth weekday of it. */
export type Pattern =
  | { readonly month: number; readonly day: number }
  | {
      readonly month: number;
      /** 1 for Monday to 7 for Sunday. */
      readonly weekday: number;
      /** From 1 at the month's start; negative from its end, so that -1 is the last. */
      readonly nth: number;
      /** Days after that weekday: 1 for the Tuesday after the first Monday. */
      readonly plus?: number;
    };

/** The day of `year` that the pattern means. */
export function dayOf(pattern: Pattern, year: number): Temporal.PlainDate {
  if ('day' in pattern) return Temporal.PlainDate.from({ year, month: pattern.month, day: pattern.day });
  const first = Temporal.PlainDate.from({ year, month: pattern.month, day: 1 });
  const last = first.add({ days: first.daysInMonth - 1 });
  const days =
    pattern.nth > 0
      ? mod7(pattern.weekday - first.dayOfWeek) + 7 * (pattern.nth - 1)
      : first.daysInMonth - 1 - mod7(last.dayOfWeek - pattern.weekday) + 7 * (pattern.nth + 1);
  return first.add({ days: days + (pattern.plus ?? 0) });
}

function mod7(n: number): number {
  return ((n % 7) + 7) % 7;
}
