import type { DeclaredDay } from './federal.ts';

export type Unit = 'days' | 'weeks' | 'business days' | 'hours';
export type Direction = 'before' | 'after';

/** A period as an order states it: "five business days before the conference". */
export interface Period {
  /** A whole number, 0 to 10000. */
  readonly count: number;
  readonly unit: Unit;
  readonly direction: Direction;
  /** HH:MM by which it must be done on the last day; not for hours, which set their own. */
  readonly time?: string | null | undefined;
}

/**
 * Where a last day goes that is a weekend or a legal holiday. `rule`: on in the direction of counting, Fed. R.
 * Civ. P. 6(a)(1)(C) and (5). The others are for orders and districts that say otherwise.
 */
export type Roll = 'rule' | 'forward' | 'backward' | 'none';

export interface CountOptions {
  /** Postal code of the state in which the court sits; it matters only to periods after an event. */
  readonly state?: string | null | undefined;
  readonly roll?: Roll | undefined;
  /** IANA name of the court's time zone, for hours across a change of the clocks; without it, clock hours. */
  readonly zone?: string | null | undefined;
  /** Days declared by the President or Congress since the built-in list was made. */
  readonly declared?: readonly DeclaredDay[] | undefined;
}

const UNITS: Readonly<Record<string, Unit>> = {
  day: 'days',
  'calendar day': 'days',
  week: 'weeks',
  hour: 'hours',
  'business day': 'business days',
  'court day': 'business days',
  'working day': 'business days',
};

/** The unit that an order's word means; court days and working days are business days. Null for other words. */
export function readUnit(words: string): Unit | null {
  const singular = words.trim().toLowerCase().replace(/s$/, '').replace(/\s+/g, ' ');
  return Object.hasOwn(UNITS, singular) ? (UNITS[singular] ?? null) : null;
}

/** `5 business days before`. */
export function describePeriod({ count, unit, direction }: Period): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit} ${direction}`;
}

/** Throws RangeError where the period is none. */
export function assertPeriod(period: Period): void {
  if (!Number.isInteger(period.count) || period.count < 0 || period.count > 10_000) {
    throw new RangeError(`a period needs a whole number from 0 to 10000, not ${period.count}`);
  }
  if (period.unit === 'hours' && (period.time ?? null) !== null) {
    throw new RangeError('a period in hours sets its own time of day');
  }
}
