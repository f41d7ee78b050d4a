import type { Pattern } from './pattern.ts';

/** A day that a state's statute makes a holiday and 6(a)(6)(A) does not. */
export interface StateDay {
  readonly name: string;
  readonly on: Pattern;
  /** First year; without it, the statute as it stands is taken for all years. */
  readonly from?: number;
  /** What the statute does with a weekend: Sunday to Monday, or that and Saturday to Friday. */
  readonly observed?: 'Sunday' | 'both';
}

export interface StateDays {
  /** The statute. */
  readonly source: string;
  readonly days: readonly StateDay[];
}

const MONDAY = 1;
const TUESDAY = 2;
const THURSDAY = 4;
const FRIDAY = 5;

const lincoln = (name: string): StateDay => ({ name, on: { month: 2, day: 12 }, observed: 'Sunday' });
const patriots: StateDay = { name: "Patriots' Day", on: { month: 4, weekday: MONDAY, nth: 3 } };
const afterThanksgiving = (name: string): StateDay => ({
  name,
  on: { month: 11, weekday: THURSDAY, nth: 4, plus: 1 },
});

/**
 * Holidays that the states declare, Fed. R. Civ. P. 6(a)(6)(C), by postal code; the District of Columbia is a
 * state here, Rule 81(d)(2). They can only make a date later, so that what is left out is left out on the safe
 * side: states and days that are not certain, half days, days of one county, days that a state's own courts
 * keep open (Admission Day in California), and Good Friday.
 */
export const STATES: Readonly<Record<string, StateDays>> = {
  AK: {
    source: 'Alaska Stat. § 44.12.010',
    days: [
      { name: "Seward's Day", on: { month: 3, weekday: MONDAY, nth: -1 } },
      { name: 'Alaska Day', on: { month: 10, day: 18 }, observed: 'both' },
    ],
  },
  AL: {
    source: 'Ala. Code § 1-3-8',
    days: [
      { name: 'Confederate Memorial Day', on: { month: 4, weekday: MONDAY, nth: 4 } },
      { name: "Jefferson Davis's Birthday", on: { month: 6, weekday: MONDAY, nth: 1 } },
    ],
  },
  CA: {
    source: 'Cal. Civ. Proc. Code § 135 and Gov. Code §§ 6700, 6701',
    days: [
      lincoln('Lincoln Day'),
      { name: 'César Chávez Day', on: { month: 3, day: 31 }, from: 2001, observed: 'Sunday' },
      // A state holiday from 2015, but one on which the courts sat until AB 855 of 2021.
      { name: 'Native American Day', on: { month: 9, weekday: FRIDAY, nth: 4 }, from: 2022 },
      afterThanksgiving('the day after Thanksgiving'),
    ],
  },
  CT: {
    source: 'Conn. Gen. Stat. § 1-4',
    days: [{ name: 'Lincoln Day', on: { month: 2, day: 12 } }],
  },
  DC: {
    source: 'D.C. Code § 28-2701',
    days: [{ name: 'Emancipation Day', on: { month: 4, day: 16 }, from: 2005, observed: 'both' }],
  },
  MA: { source: 'Mass. Gen. Laws ch. 4, § 7, cl. 18', days: [patriots] },
  ME: { source: 'Me. Rev. Stat. tit. 4, § 1051', days: [patriots] },
  MO: {
    source: 'Mo. Rev. Stat. § 9.010',
    days: [
      lincoln("Lincoln's Birthday"),
      { name: 'Truman Day', on: { month: 5, day: 8 }, observed: 'Sunday' },
    ],
  },
  MS: {
    source: 'Miss. Code § 3-3-7',
    days: [{ name: 'Confederate Memorial Day', on: { month: 4, weekday: MONDAY, nth: -1 } }],
  },
  NV: {
    source: 'Nev. Rev. Stat. § 236.015',
    days: [
      { name: 'Nevada Day', on: { month: 10, weekday: FRIDAY, nth: -1 }, from: 2000 },
      afterThanksgiving('Family Day'),
    ],
  },
  NY: {
    source: 'N.Y. Gen. Constr. Law § 24',
    days: [
      lincoln("Lincoln's Birthday"),
      { name: 'Election Day', on: { month: 11, weekday: MONDAY, nth: 1, plus: 1 } },
    ],
  },
  RI: {
    source: 'R.I. Gen. Laws § 25-1-1',
    days: [{ name: 'Victory Day', on: { month: 8, weekday: MONDAY, nth: 2 } }],
  },
  UT: {
    source: 'Utah Code § 63G-1-301',
    days: [{ name: 'Pioneer Day', on: { month: 7, day: 24 }, observed: 'both' }],
  },
  VT: {
    source: 'Vt. Stat. tit. 1, § 371',
    days: [
      { name: 'Town Meeting Day', on: { month: 3, weekday: TUESDAY, nth: 1 } },
      { name: 'Bennington Battle Day', on: { month: 8, day: 16 } },
    ],
  },
  WV: { source: 'W. Va. Code § 2-2-1', days: [{ name: 'West Virginia Day', on: { month: 6, day: 20 } }] },
};
