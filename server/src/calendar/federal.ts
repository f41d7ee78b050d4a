import type { Pattern } from './pattern.ts';

/** A holiday by statute, in the years in which it was one and fell on that day. */
export interface StatutoryHoliday {
  readonly name: string;
  readonly on: Pattern;
  /** First year; none where it was a holiday before 1900. */
  readonly from?: number;
  /** Last year; none where it still is one. */
  readonly to?: number;
}

const MONDAY = 1;
const THURSDAY = 4;

/**
 * Legal holidays of Fed. R. Civ. P. 6(a)(6)(A), with 5 U.S.C. 6103(a) and what went before it. Inauguration
 * Day is not among them, nor is Good Friday. Juneteenth came into the rule's text in December 2023, but was a
 * holiday declared by Congress, and so within 6(a)(6)(B), from 17 June 2021.
 */
export const STATUTORY: readonly StatutoryHoliday[] = [
  { name: "New Year's Day", on: { month: 1, day: 1 } },
  { name: "Martin Luther King Jr.'s Birthday", on: { month: 1, weekday: MONDAY, nth: 3 }, from: 1986 },
  { name: "Washington's Birthday", on: { month: 2, day: 22 }, to: 1970 },
  { name: "Washington's Birthday", on: { month: 2, weekday: MONDAY, nth: 3 }, from: 1971 },
  { name: 'Memorial Day', on: { month: 5, day: 30 }, to: 1970 },
  { name: 'Memorial Day', on: { month: 5, weekday: MONDAY, nth: -1 }, from: 1971 },
  { name: 'Juneteenth', on: { month: 6, day: 19 }, from: 2021 },
  { name: 'Independence Day', on: { month: 7, day: 4 } },
  { name: 'Labor Day', on: { month: 9, weekday: MONDAY, nth: 1 } },
  { name: 'Columbus Day', on: { month: 10, weekday: MONDAY, nth: 2 }, from: 1971 },
  { name: 'Armistice Day', on: { month: 11, day: 11 }, from: 1938, to: 1953 },
  { name: 'Veterans Day', on: { month: 11, day: 11 }, from: 1954, to: 1970 },
  // The Uniform Monday Holiday Act moved it; Pub. L. 94-97 moved it back from 1978.
  { name: 'Veterans Day', on: { month: 10, weekday: MONDAY, nth: 4 }, from: 1971, to: 1977 },
  { name: 'Veterans Day', on: { month: 11, day: 11 }, from: 1978 },
  { name: 'Thanksgiving Day', on: { month: 11, weekday: THURSDAY, nth: -1 }, to: 1938 },
  // Three years by proclamation a week early, before Congress settled on the fourth Thursday.
  { name: 'Thanksgiving Day', on: { month: 11, weekday: THURSDAY, nth: -2 }, from: 1939, to: 1941 },
  { name: 'Thanksgiving Day', on: { month: 11, weekday: THURSDAY, nth: 4 }, from: 1942 },
  { name: 'Christmas Day', on: { month: 12, day: 25 } },
];

/** From when a holiday on a Saturday is observed the Friday before: Pub. L. 86-362 of September 1959. */
export const FRIDAYS_SINCE = 1960;

/** A day that the President or Congress declared, once. */
export interface DeclaredDay {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly name: string;
  /** The order or act. */
  readonly source: string;
}

const EVE = 'Christmas Eve, by order of the President';
const BOXING = 'the day after Christmas, by order of the President';
const MOURNING = 'day of mourning for President';

/**
 * Whole days on which the President closed the executive departments, Fed. R. Civ. P. 6(a)(6)(B). Half days
 * (1998, 2002, 2009, 2015) are left out: a last day on one still has hours in it. The list grows.
 */
export const DECLARED: readonly DeclaredDay[] = [
  { date: '1986-12-26', name: BOXING, source: 'Exec. Order 12577' },
  { date: '1994-04-27', name: `${MOURNING} Nixon`, source: 'Exec. Order 12910' },
  { date: '1997-12-26', name: BOXING, source: 'Exec. Order 13068' },
  { date: '2001-12-24', name: EVE, source: 'Exec. Order 13238' },
  { date: '2003-12-26', name: BOXING, source: 'Exec. Order 13320' },
  { date: '2004-06-11', name: `${MOURNING} Reagan`, source: 'Exec. Order 13343' },
  { date: '2007-01-02', name: `${MOURNING} Ford`, source: 'Exec. Order 13421' },
  { date: '2007-12-24', name: EVE, source: 'Exec. Order 13453' },
  { date: '2008-12-26', name: BOXING, source: 'Exec. Order 13482' },
  { date: '2012-12-24', name: EVE, source: 'Exec. Order 13635' },
  { date: '2014-12-26', name: BOXING, source: 'Exec. Order 13682' },
  { date: '2018-12-05', name: `${MOURNING} George H. W. Bush`, source: 'Exec. Order 13852' },
  { date: '2018-12-24', name: EVE, source: 'Exec. Order 13854' },
  { date: '2019-12-24', name: EVE, source: 'Exec. Order 13900' },
  { date: '2020-12-24', name: EVE, source: 'Exec. Order 13965' },
  { date: '2024-12-24', name: EVE, source: 'Exec. Order 14129' },
  { date: '2025-01-09', name: `${MOURNING} Carter`, source: 'Exec. Order 14133' },
  { date: '2025-12-24', name: EVE, source: 'Exec. Order 14371' },
  { date: '2025-12-26', name: BOXING, source: 'Exec. Order 14371' },
];
