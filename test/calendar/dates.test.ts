import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareMoments,
  daysBetween,
  formatLong,
  formatShort,
  formatTime,
  isWeekend,
  parseDate,
  weekday,
} from '../../server/src/calendar/index.ts';

describe('parseDate', () => {
  it.each([['2024-02-29'], ['2000-02-29'], ['1900-01-01'], ['2200-12-31']])('reads %s', (date) => {
    expect(parseDate(date)).toEqual({ ok: true, date });
  });

  it.each([
    ['2024-02-30', 'has no such day: February 2024 has 29 days'],
    ['2023-02-29', 'has no such day: February 2023 has 28 days'],
    ['1900-02-29', 'has no such day: February 1900 has 28 days'],
    ['2200-02-29', 'has no such day: February 2200 has 28 days'],
    ['2024-04-31', 'has no such day: April 2024 has 30 days'],
    ['2024-05-00', 'has no such day: May 2024 has 31 days'],
    ['2024-13-01', 'has no such month: 13'],
    ['2024-00-10', 'has no such month: 00'],
    ['2024-5-28', 'is not a date: write year-month-day, such as 2024-05-28'],
    ['20240528', 'is not a date: write year-month-day, such as 2024-05-28'],
    ['2024-05-28T10:00', 'is not a date: write year-month-day, such as 2024-05-28'],
    ['', 'is not a date: write year-month-day, such as 2024-05-28'],
  ])('refuses %s', (text, reason) => {
    expect(parseDate(text)).toEqual({ ok: false, reason });
  });
});

describe('days', () => {
  it('counts over leap days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
    expect(daysBetween('1900-02-28', '1900-03-01')).toBe(1);
    expect(daysBetween('2000-02-28', '2000-03-01')).toBe(2);
    expect(daysBetween('2024-05-28', '2024-05-14')).toBe(-14);
    // 1904 to 2196 are 74 leap years, less 2100.
    expect(daysBetween('1900-01-01', '2200-01-01')).toBe(300 * 365 + 73);
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('knows weekdays at both ends', () => {
    expect(weekday('1900-01-01')).toBe('Monday');
    expect(weekday('2200-01-01')).toBe('Wednesday');
    expect(weekday('2024-05-28')).toBe('Tuesday');
    expect([isWeekend('2024-05-25'), isWeekend('2024-05-26'), isWeekend('2024-05-27')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('throws on a date that is none', () => {
    expect(() => weekday('2024-02-30')).toThrow('"2024-02-30" has no such day: February 2024 has 29 days');
    expect(() => addDays('soon', 1)).toThrow(RangeError);
  });

  it('adds and takes away alike, as plain arithmetic on the day count does', () => {
    const day = fc.integer({ min: 0, max: 109_937 }).map((n) => addDays('1900-01-01', n));
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, n) => {
        const other = addDays(date, n);
        expect(daysBetween(date, other)).toBe(n);
        expect(addDays(other, -n)).toBe(date);
        // The engine's own calendar, as a second opinion.
        expect(other).toBe(
          new Date(Date.parse(`${date}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
        );
      }),
    );
  });
});

describe('words for days and times', () => {
  it('formats', () => {
    expect(formatLong('2024-05-28')).toBe('Tuesday, May 28, 2024');
    expect(formatShort('2021-03-05')).toBe('Fri, Mar 5, 2021');
    expect(['00:00', '00:05', '09:05', '12:00', '12:30', '14:30', '23:59'].map(formatTime)).toEqual([
      'midnight',
      '12:05 a.m.',
      '9:05 a.m.',
      'noon',
      '12:30 p.m.',
      '2:30 p.m.',
      '11:59 p.m.',
    ]);
    expect(() => formatTime('24:00')).toThrow(RangeError);
  });
});

describe('compareMoments', () => {
  it.each([
    [{ date: '2023-11-29' }, { date: '2023-12-07' }, -1],
    [{ date: '2024-05-20', time: '17:00' }, { date: '2024-05-20' }, -1],
    [{ date: '2024-05-20', time: '23:59' }, { date: '2024-05-20', time: null }, -1],
    [{ date: '2024-05-20' }, { date: '2024-05-20', time: null }, 0],
    [{ date: '2024-05-20', time: '09:00' }, { date: '2024-05-20', time: '08:59' }, 1],
    [{ date: '2024-05-21', time: '00:00' }, { date: '2024-05-20' }, 1],
  ])('%o against %o is %i', (a, b, sign) => {
    expect(Math.sign(compareMoments(a, b))).toBe(sign);
    expect(Math.sign(compareMoments(b, a))).toBe(sign === 0 ? 0 : -sign);
  });
});
