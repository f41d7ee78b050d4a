import { type Closed, type Count, count, type Passed, type Step } from './count.ts';
import { type Anchor, formatShort, formatTime, isWeekend, plain, weekday } from './dates.ts';
import { type Holiday, isStateKnown, legalHoliday } from './holidays.ts';
import { assertPeriod, type CountOptions, type Period, type Roll } from './period.ts';
import { basisOf, list, moment, named, wordsOf } from './words.ts';

export interface Deadline {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM in the court's time zone; null means the close of the day. */
  readonly time: string | null;
  /** `5 business days before 2024-05-28`. */
  readonly basis: string;
  /** The arithmetic: what was counted, what was skipped, where the last day moved and why. */
  readonly words: string;
  /** What the writer should know beside it, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Counts a period from an event by Fed. R. Civ. P. 6(a): the day of the event is not counted, the last day is.
 * State holidays count only after an event. Where authorities differ on a holiday, a period before an event
 * takes the earlier day. Rule 6(a)(3), the clerk's office inaccessible, is a fact of the day that no calendar
 * knows, and is left out. Throws RangeError for an impossible date, time, zone or count.
 */
export function deadline(period: Period, anchor: Anchor, options: CountOptions = {}): Deadline {
  assertPeriod(period);
  plain(anchor.date);
  if (period.time) formatTime(period.time);
  if (anchor.time) formatTime(anchor.time);
  const after = period.direction === 'after';
  const holidays = { state: after ? options.state : null, declared: options.declared };
  const closed: Closed = (date) => legalHoliday(date, holidays);
  const settled: Closed = (date) => {
    const holiday = closed(date);
    return holiday?.doubt === null ? holiday : null;
  };
  const run = (by: Closed): Count =>
    count(period, anchor, stepOf(options.roll ?? 'rule', after), by, options.zone ?? null);
  const full = run(closed);
  const doubtful = doubtfulDays(full);
  const without = doubtful.length > 0 ? run(settled) : full;
  const found = !after && without.date < full.date ? without : full;
  const because =
    doubtful.length > 0 && !after
      ? `; the earlier day, since authorities differ on ${list(doubtful.map((p) => named(p, anchor.date)))}`
      : '';
  return {
    date: found.date,
    time: found.time,
    basis: basisOf(period, anchor),
    words: wordsOf(period, anchor, found) + because,
    notes: [
      ...doubtful.map((p) => doubtOf(p, period, found, found === full ? without : full)),
      ...remarks(period, anchor, found, closed, options),
    ],
  };
}

/** A date that an order or a header fixes. It never moves: Rule 6(a) is for periods that must be counted. */
export function fixedDate(at: Anchor, by = 'the order'): Deadline {
  if (at.time) formatTime(at.time);
  const what = noCourtDay(at.date, legalHoliday(at.date));
  return {
    date: at.date,
    time: at.time ?? null,
    basis: `fixed by ${by}`,
    words: `${moment(at.date, at.time)}, fixed by ${by}`,
    notes: what
      ? [
          `${formatShort(at.date)} is ${what}; a date that is fixed does not move, as one that is counted does.`,
        ]
      : [],
  };
}

/** What a day that is no court day is, in words; undefined for a court day. */
function noCourtDay(date: string, holiday: Holiday | null): string | undefined {
  return isWeekend(date) ? `a ${weekday(date)}` : holiday?.name;
}

function stepOf(roll: Roll, after: boolean): Step {
  if (roll === 'none') return 0;
  if (roll === 'rule') return after ? 1 : -1;
  return roll === 'forward' ? 1 : -1;
}

/** The days in doubt on which a count turned; each makes the result another. */
function doubtfulDays(found: Count): Passed[] {
  return [...found.skipped, ...found.moved].filter((p) => p.holiday?.doubt);
}

/** Says why a day is in doubt, what was taken and what the other reading gives. */
function doubtOf({ date, holiday }: Passed, period: Period, found: Count, other: Count): string {
  const outcome =
    period.direction === 'before'
      ? `Counting backward, the earlier day is taken: ${formatShort(found.date)}, not ${formatShort(other.date)}.`
      : `Counted as a holiday, it gives ${formatShort(found.date)}; ${formatShort(other.date)} is safe.`;
  return `${formatShort(date)} (${holiday?.name}, ${holiday?.source}): ${holiday?.doubt}. ${outcome}`;
}

function remarks(
  period: Period,
  anchor: Anchor,
  found: Count,
  closed: Closed,
  options: CountOptions,
): readonly string[] {
  const notes: string[] = [];
  const what = noCourtDay(found.date, closed(found.date));
  if (options.roll === 'none' && what) {
    notes.push(`${formatShort(found.date)} is ${what}, and the order moves no last day.`);
  }
  if (period.unit === 'hours' && !anchor.time) {
    notes.push(`The hour on ${formatShort(anchor.date)} is not given, so hours are counted as whole days.`);
  }
  if (period.direction === 'after' && options.state && !isStateKnown(options.state)) {
    notes.push(
      `Holidays declared by ${options.state} are not known here; they can only make the date later.`,
    );
  }
  return notes;
}
