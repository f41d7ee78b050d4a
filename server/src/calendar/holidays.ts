import { parseDate } from './dates.ts';
import { DECLARED, type DeclaredDay, FRIDAYS_SINCE, STATUTORY } from './federal.ts';
import { dayOf, type Pattern } from './pattern.ts';
import { STATES } from './states.ts';

export interface Holiday {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** `Christmas Day`; `Christmas Day, observed` where the day itself falls on a weekend. */
  readonly name: string;
  /** The rule, statute or order that makes it one. */
  readonly source: string;
  /** Why authorities differ on whether it is a legal holiday; null where they agree. */
  readonly doubt: string | null;
}

export interface HolidayOptions {
  /** Postal code of the state in which the court sits. Leave it out when counting backward: 6(a)(6)(C). */
  readonly state?: string | null | undefined;
  /** Days declared since the built-in list was made. */
  readonly declared?: readonly DeclaredDay[] | undefined;
}

const RULE = 'Fed. R. Civ. P. 6(a)(6)(A)';
const FRIDAY_DOUBT =
  '5 U.S.C. § 6103(b) sets the Friday aside for federal employees, and authorities differ on whether Rule 6(a)(6) follows it';
const DECLARED_DOUBT =
  'the order closes the executive departments, and authorities differ on whether that makes a legal holiday under Rule 6(a)(6)(B)';

/** The legal holidays whose day, or day of observance, lies in `year`, by date. */
export function holidaysOf(year: number, options: HolidayOptions = {}): readonly Holiday[] {
  return [...byDate(year, options).values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The holiday on `date`, or null. Weekends as such are none. Throws RangeError where `date` is no date. */
export function legalHoliday(date: string, options: HolidayOptions = {}): Holiday | null {
  const read = parseDate(date);
  if (!read.ok) throw new RangeError(`${JSON.stringify(date)} ${read.reason}`);
  return byDate(yearOf(date), options).get(date) ?? null;
}

export function isLegalHoliday(date: string, options: HolidayOptions = {}): boolean {
  return legalHoliday(date, options) !== null;
}

/** Whether the days that `state` declares are in the table. */
export function isStateKnown(state: string): boolean {
  return Object.hasOwn(STATES, state);
}

const built = new Map<string, ReadonlyMap<string, Holiday>>();

function byDate(year: number, options: HolidayOptions): ReadonlyMap<string, Holiday> {
  const state = options.state ?? '';
  const key = `${year} ${state}`;
  let map = built.get(key);
  if (!map) {
    map = collect(year, [...federal(year), ...ofState(year, state), ...declaredIn(year, DECLARED)]);
    built.set(key, map);
  }
  const extra = declaredIn(year, options.declared ?? []);
  return extra.length > 0 ? collect(year, [...map.values(), ...extra]) : map;
}

/** One holiday a date; where two meet, the one listed first: a statute goes before a day declared. */
function collect(year: number, found: readonly Holiday[]): ReadonlyMap<string, Holiday> {
  const map = new Map<string, Holiday>();
  for (const holiday of found) {
    if (yearOf(holiday.date) === year && !map.has(holiday.date)) map.set(holiday.date, holiday);
  }
  return map;
}

function federal(year: number): Holiday[] {
  // New Year's Day of the next year may be observed in this one.
  return [year, year + 1].flatMap((y) =>
    STATUTORY.filter((h) => (h.from ?? y) <= y && y <= (h.to ?? y)).flatMap((h) =>
      withObserved({
        name: h.name,
        source: RULE,
        on: h.on,
        year: y,
        sunday: true,
        saturday: y >= FRIDAYS_SINCE,
      }),
    ),
  );
}

function ofState(year: number, state: string): Holiday[] {
  const known = Object.hasOwn(STATES, state) ? STATES[state] : undefined;
  if (!known) return [];
  return known.days
    .filter((d) => (d.from ?? year) <= year)
    .flatMap((d) =>
      withObserved({
        name: d.name,
        source: known.source,
        on: d.on,
        year,
        sunday: d.observed !== undefined,
        saturday: d.observed === 'both',
      }),
    );
}

function declaredIn(year: number, days: readonly DeclaredDay[]): Holiday[] {
  return days
    .filter((d) => yearOf(d.date) === year)
    .map((d) => ({ date: d.date, name: d.name, source: d.source, doubt: DECLARED_DOUBT }));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

interface Dated {
  readonly name: string;
  readonly source: string;
  readonly on: Pattern;
  readonly year: number;
  /** Whether a Sunday is observed on the Monday, and a Saturday on the Friday. */
  readonly sunday: boolean;
  readonly saturday: boolean;
}

function withObserved({ name, source, on, year, sunday, saturday }: Dated): Holiday[] {
  const day = dayOf(on, year);
  const found: Holiday[] = [{ date: day.toString(), name, source, doubt: null }];
  const observed = `${name}, observed`;
  if (sunday && day.dayOfWeek === 7) {
    found.push({ date: day.add({ days: 1 }).toString(), name: observed, source, doubt: null });
  }
  if (saturday && day.dayOfWeek === 6) {
    // A state's own statute says what it observes; the doubt is about the federal one.
    const doubt = source === RULE ? FRIDAY_DOUBT : null;
    found.push({ date: day.subtract({ days: 1 }).toString(), name: observed, source, doubt });
  }
  return found;
}
