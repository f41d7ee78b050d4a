import federalHolidays from '@18f/us-federal-holidays';
import DateHolidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { holidaysOf, isLegalHoliday, isWeekend, legalHoliday } from '../../server/src/calendar/index.ts';

const YEARS = Array.from({ length: 71 }, (_, i) => 1990 + i);
const STATES = ['AK', 'AL', 'CA', 'CT', 'DC', 'MA', 'ME', 'MO', 'MS', 'NV', 'NY', 'RI', 'UT', 'VT', 'WV'];
const names = (year: number): string[] => holidaysOf(year).map((h) => `${h.date} ${h.name}`);

/** Weekdays that statutes make holidays. No library knows days that one President closed the departments. */
const ours = (year: number): string[] =>
  holidaysOf(year)
    .filter((h) => h.source.startsWith('Fed. R. Civ. P.') && !isWeekend(h.date))
    .map((h) => h.date);

describe('the table against published libraries, weekdays of 1990 to 2060', () => {
  it('has exactly the days of @18f/us-federal-holidays', () => {
    // It lists a New Year's Day observed on 31 December under the year that begins, hence the flat list.
    const theirs = [...YEARS, 2061]
      .flatMap((year) => federalHolidays.allForYear(year).map((h) => h.dateString))
      .map((d) =>
        d
          .split('-')
          .map((n) => n.padStart(2, '0'))
          .join('-'),
      )
      .filter((d) => d >= '1990' && d < '2061')
      .sort();
    expect(YEARS.flatMap(ours)).toEqual(theirs);
  });

  it('has the public days of date-holidays, and Veterans Day observed, for which the library has no rule', () => {
    const library = new DateHolidays('US');
    const theirs = YEARS.flatMap((year) => library.getHolidays(year))
      .filter((h) => h.type === 'public')
      .map((h) => h.date.slice(0, 10));
    const veterans = YEARS.flatMap((year) => holidaysOf(year))
      .filter((h) => h.name === 'Veterans Day, observed')
      .map((h) => h.date);
    // Such as Fri, Nov 10, 2023 and Mon, Nov 12, 2018, on which federal offices and courts were closed.
    expect(veterans).toHaveLength(20);
    expect(theirs.filter((d) => veterans.includes(d))).toEqual([]);
    const all = [...new Set([...theirs, ...veterans])].filter(
      (d) => !isWeekend(d) && d >= '1990' && d < '2061',
    );
    expect(YEARS.flatMap(ours)).toEqual(all.sort());
  });

  it('has no state day that date-holidays lacks, but for the days explained here', () => {
    const explained = new Map([
      [
        'CA Lincoln Day',
        'the library lists what state offices keep; Code Civ. Proc. § 135 keeps Lincoln Day in court',
      ],
      ['CA Lincoln Day, observed', 'the same'],
      ['CA Native American Day', 'the library has not followed AB 855 of 2021'],
      ['AK Alaska Day, observed', 'the library gives the day itself'],
      ['DC Emancipation Day, observed', 'the same'],
      ['MO Truman Day, observed', 'the same'],
      ["MO Lincoln's Birthday, observed", 'the same'],
      ["NY Lincoln's Birthday, observed", 'the same'],
      ['UT Pioneer Day, observed', 'the same'],
      ['VT Bennington Battle Day', 'the library has the third Monday; tit. 1, § 371 has 16 August'],
    ]);
    const lacking = new Set<string>();
    for (const state of STATES) {
      const library = new DateHolidays('US', state);
      for (const year of YEARS.filter((y) => y >= 2022 && y < 2036)) {
        const theirs = new Set(library.getHolidays(year).map((h) => h.date.slice(0, 10)));
        const federal = new Set(holidaysOf(year).map((h) => h.date));
        for (const { date, name } of holidaysOf(year, { state })) {
          if (!federal.has(date) && !theirs.has(date)) lacking.add(`${state} ${name}`);
        }
      }
    }
    expect([...lacking].sort()).toEqual([...explained.keys()].sort());
  });
});

describe('holidays in the years in which they existed', () => {
  it('knows a year of today whole', () => {
    expect(names(2024)).toEqual([
      "2024-01-01 New Year's Day",
      "2024-01-15 Martin Luther King Jr.'s Birthday",
      "2024-02-19 Washington's Birthday",
      '2024-05-27 Memorial Day',
      '2024-06-19 Juneteenth',
      '2024-07-04 Independence Day',
      '2024-09-02 Labor Day',
      '2024-10-14 Columbus Day',
      '2024-11-11 Veterans Day',
      '2024-11-28 Thanksgiving Day',
      '2024-12-24 Christmas Eve, by order of the President',
      '2024-12-25 Christmas Day',
    ]);
  });

  it('knows 1900 and 2200', () => {
    expect(names(1900)).toEqual([
      "1900-01-01 New Year's Day",
      "1900-02-22 Washington's Birthday",
      '1900-05-30 Memorial Day',
      '1900-07-04 Independence Day',
      '1900-09-03 Labor Day',
      '1900-11-29 Thanksgiving Day',
      '1900-12-25 Christmas Day',
    ]);
    expect(names(2200)).toContain('2200-06-19 Juneteenth');
    expect(names(2200)).toHaveLength(11);
  });

  it.each([
    ['1985-01-21', false],
    ['1986-01-20', true],
    ['2020-06-19', false],
    ['2021-06-18', true],
    ['1970-02-23', true], // Washington's Birthday on a Sunday, observed.
    ['1971-02-15', true],
    ['1971-02-22', false],
    ['1970-10-12', false],
    ['1971-10-11', true],
    ['1970-11-11', true],
    ['1971-10-25', true],
    ['1971-11-11', false],
    ['1977-10-24', true],
    ['1978-10-23', false],
    ['1978-11-10', true], // Back on 11 November, a Saturday.
    ['1939-11-23', true],
    ['1939-11-30', false],
    ['1941-11-20', true],
    ['1942-11-26', true],
    ['1937-11-11', false],
    ['1938-11-11', true],
    ['1959-07-03', false], // Saturdays were not yet observed.
    ['1964-07-03', true],
  ])('%s: %s', (date, holiday) => {
    expect(isLegalHoliday(date)).toBe(holiday);
  });

  it.each([
    ['2021-04-02', 'Good Friday'],
    ['2025-04-18', 'Good Friday'],
    ['2017-01-20', 'Inauguration Day'],
    ['2024-11-29', 'the day after Thanksgiving'],
    ['2009-12-24', 'half a day by order of the President'],
  ])('%s, %s, is none', (date) => {
    expect(legalHoliday(date)).toBeNull();
  });
});

describe('days of observance', () => {
  it('puts New Year on a Saturday into the year before', () => {
    expect(holidaysOf(2021).at(-1)).toMatchObject({
      date: '2021-12-31',
      name: "New Year's Day, observed",
      source: 'Fed. R. Civ. P. 6(a)(6)(A)',
    });
    expect(holidaysOf(2022)[0]).toMatchObject({ date: '2022-01-01', name: "New Year's Day", doubt: null });
  });

  it('doubts the Friday before, not the Monday after', () => {
    expect(legalHoliday('2020-07-03')?.doubt).toContain('6103(b)');
    expect(legalHoliday('2021-07-05')).toMatchObject({ name: 'Independence Day, observed', doubt: null });
  });

  it('doubts a day declared, but not where a statute makes it a holiday too', () => {
    expect(legalHoliday('2018-12-05')?.doubt).toContain('6(a)(6)(B)');
    const declared = [{ date: '2024-12-25', name: 'a day of joy', source: 'Exec. Order 99999' }];
    expect(legalHoliday('2024-12-25', { declared })).toMatchObject({ name: 'Christmas Day', doubt: null });
    const onFriday = [{ date: '2020-07-03', name: 'Founders', source: 'Exec. Order 99999' }];
    expect(legalHoliday('2020-07-03', { declared: onFriday })?.name).toBe('Independence Day, observed');
  });

  it('keeps states apart, and the federal days in all of them', () => {
    expect(isLegalHoliday('2024-11-05', { state: 'NY' })).toBe(true);
    expect(isLegalHoliday('2024-11-05', { state: 'CA' })).toBe(false);
    expect(isLegalHoliday('2024-11-05')).toBe(false);
    for (const state of STATES) {
      const days = new Set(holidaysOf(2024, { state }).map((h) => h.date));
      expect(holidaysOf(2024).filter((h) => !days.has(h.date))).toEqual([]);
      expect(days.size).toBeGreaterThan(holidaysOf(2024).length);
    }
  });
});
