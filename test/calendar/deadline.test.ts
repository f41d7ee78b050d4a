import { describe, expect, it } from 'vitest';
import { deadline, fixedDate, type Period, readUnit } from '../../server/src/calendar/index.ts';
import { count } from './count.ts';

describe('the dates of the real orders', () => {
  it.each([
    ['5 business days before', '2024-05-28', '2024-05-20'],
    ['14 days before', '2024-05-28', '2024-05-14'],
    ['14 days before', '2024-08-20', '2024-08-06'],
    ['8 days before', '2024-08-20', '2024-08-12'],
    ['7 days before', '2024-08-20', '2024-08-13'],
    ['1 week before', '2024-08-20', '2024-08-13'],
    ['1 week before', '2024-07-31', '2024-07-24'],
    ['7 business days before', '2021-04-05', '2021-03-25'],
    ['7 days before', '2021-04-05', '2021-03-29'],
    ['2 court days before', '2021-04-05', '2021-04-01'],
    ['5 business days before', '2022-01-13', '2022-01-06'],
    ['14 days before', '2023-12-13', '2023-11-29'],
    ['7 days after', '2024-05-14', '2024-05-21'],
  ])('%s %s is %s', (words, from, date) => {
    expect(count(words, from)).toMatchObject({
      date,
      time: null,
      basis: `${words} ${from}`.replace('court', 'business'),
    });
  });

  it('leaves a fixed date where it is, and says when it is no court day', () => {
    expect(fixedDate({ date: '2023-12-11' })).toEqual({
      date: '2023-12-11',
      time: null,
      basis: 'fixed by the order',
      words: 'Mon, Dec 11, 2023, fixed by the order',
      notes: [],
    });
    const sunday = fixedDate({ date: '2024-07-07', time: '17:00' }, 'the header');
    expect(sunday).toMatchObject({ date: '2024-07-07', time: '17:00', basis: 'fixed by the header' });
    expect(sunday.words).toBe('Sun, Jul 7, 2024 at 5:00 p.m., fixed by the header');
    expect(sunday.notes).toEqual([
      'Sun, Jul 7, 2024 is a Sunday; a date that is fixed does not move, as one that is counted does.',
    ]);
    expect(fixedDate({ date: '2024-07-04' }).notes[0]).toContain('is Independence Day');
  });
});

describe('the examples of the 2009 Committee Note to Rule 6', () => {
  it.each([
    // (a)(5): "next day" goes on in the direction of the count; Monday 3 September 2007 is Labor Day.
    ['30 days after', '2007-08-02', '2007-09-04', {}],
    ['21 days before', '2007-09-22', '2007-08-31', {}],
    // The same example as the note to Fed. R. App. P. 26 has it.
    ['10 days after', '2007-08-22', '2007-09-04', {}],
    ['10 days before', '2007-09-11', '2007-08-31', {}],
    // (a)(6): Monday 21 April 2008 is Patriots' Day in Massachusetts.
    ['14 days after', '2008-04-07', '2008-04-22', { state: 'MA' }],
    ['14 days before', '2008-05-05', '2008-04-21', { state: 'MA' }],
    ['14 days after', '2008-04-07', '2008-04-21', { state: 'NY' }],
  ] as const)('%s %s is %s %o', (words, from, date, options) => {
    expect(count(words, from, options).date).toBe(date);
  });

  it('counts every hour across a change of the clocks, (a)(2)', () => {
    const zone = 'America/New_York';
    expect(count('72 hours after', '2007-11-02 10:23', { zone })).toMatchObject({
      date: '2007-11-05',
      time: '09:23',
    });
    expect(count('72 hours after', '2007-11-02 10:23')).toMatchObject({ date: '2007-11-05', time: '10:23' });
    expect(count('72 hours before', '2007-11-05 09:23', { zone })).toMatchObject({
      date: '2007-11-02',
      time: '10:23',
    });
  });

  it('counts intermediate weekends and holidays in short periods too, (a)(1)', () => {
    expect(count('10 days after', '2009-12-04').date).toBe('2009-12-14');
    expect(count('5 days after', '2009-11-25').date).toBe('2009-11-30');
  });
});

describe('periods in hours', () => {
  it('moves hours that end on a weekend to the same hour of the next court day, without rounding', () => {
    expect(count('72 hours after', '2024-05-01 13:17')).toMatchObject({ date: '2024-05-06', time: '13:17' });
    expect(count('24 hours after', '2024-05-24 16:59')).toMatchObject({ date: '2024-05-28', time: '16:59' });
    expect(count('48 hours before', '2024-05-28 14:30')).toMatchObject({ date: '2024-05-24', time: '14:30' });
    expect(count('11 hours after', '2024-05-08 20:05')).toMatchObject({ date: '2024-05-09', time: '07:05' });
  });
});

describe('a last day that is no court day', () => {
  it.each([
    ['rule', '2024-05-03'],
    ['backward', '2024-05-03'],
    ['forward', '2024-05-06'],
    ['none', '2024-05-05'],
  ] as const)('rolls as the order says: %s', (roll, date) => {
    expect(count('14 days before', '2024-05-19', { roll }).date).toBe(date);
  });

  it('says that the order moves no last day', () => {
    expect(count('14 days before', '2024-05-19', { roll: 'none' }).notes).toEqual([
      'Sun, May 5, 2024 is a Sunday, and the order moves no last day.',
    ]);
  });

  it('goes over a holiday and the weekend beside it', () => {
    expect(count('1 day before', '2024-05-28')).toMatchObject({
      date: '2024-05-24',
      words:
        '1 day before Tue, May 28, 2024, moved back from Mon, May 27, 2024 to Fri, May 24, 2024 because Mon, May 27 is Memorial Day and Sun, May 26 and Sat, May 25 are a weekend',
    });
    expect(count('1 day after', '2024-08-30').words).toBe(
      '1 day after Fri, Aug 30, 2024, moved on from Sat, Aug 31, 2024 to Tue, Sep 3, 2024 because Mon, Sep 2 is Labor Day and Sat, Aug 31 and Sun, Sep 1 are a weekend',
    );
  });

  it('is not Good Friday, nor Inauguration Day', () => {
    expect(count('7 days before', '2021-04-09').date).toBe('2021-04-02');
    expect(count('7 days before', '2021-01-27').date).toBe('2021-01-20');
  });
});

describe('the words', () => {
  it.each([
    [
      '5 business days before',
      '2024-05-28',
      '5 business days before Tue, May 28, 2024, skipping Mon, May 27 (Memorial Day)',
    ],
    ['14 days before', '2024-05-28', '14 days before Tue, May 28, 2024'],
    ['1 week before', '2024-08-20', '1 week before Tue, Aug 20, 2024'],
    [
      '14 days before',
      '2024-05-19',
      '14 days before Sun, May 19, 2024, moved back from Sun, May 5, 2024 to Fri, May 3, 2024 because Sun, May 5 and Sat, May 4 are a weekend',
    ],
    [
      '3 days after',
      '2024-05-01',
      '3 days after Wed, May 1, 2024, moved on from Sat, May 4, 2024 to Mon, May 6, 2024 because Sat, May 4 and Sun, May 5 are a weekend',
    ],
    [
      '7 days before',
      '2024-05-11',
      '7 days before Sat, May 11, 2024, moved back from Sat, May 4, 2024 to Fri, May 3, 2024 because Sat, May 4 is a Saturday',
    ],
    [
      '48 hours before',
      '2024-05-28 14:30',
      '48 hours before Tue, May 28, 2024 at 2:30 p.m., moved back from Sun, May 26, 2024 to Fri, May 24, 2024 at the same time, 2:30 p.m., because Sun, May 26 and Sat, May 25 are a weekend',
    ],
  ])('%s %s', (period, from, words) => {
    expect(count(period, from)).toMatchObject({ words, notes: [] });
  });

  it('carry the hour by which it is due, and the basis the hour that hours are counted from', () => {
    const noon: Period = { count: 3, unit: 'business days', direction: 'before', time: '12:00' };
    expect(deadline(noon, { date: '2024-05-28', time: '14:30' })).toEqual({
      date: '2024-05-22',
      time: '12:00',
      basis: '3 business days before 2024-05-28',
      words: '3 business days before Tue, May 28, 2024, skipping Mon, May 27 (Memorial Day), by noon',
      notes: [],
    });
    expect(count('48 hours before', '2024-05-28 14:30').basis).toBe('48 hours before 2024-05-28 14:30');
  });

  it('give the year of a day that lies in another', () => {
    expect(count('3 business days before', '2024-01-03').words).toBe(
      "3 business days before Wed, Jan 3, 2024, skipping Mon, Jan 1 (New Year's Day)",
    );
    expect(count('5 business days after', '2024-12-20').words).toContain(
      'skipping Tue, Dec 24 (Christmas Eve',
    );
    expect(count('5 business days after', '2024-12-27', {}).words).toBe(
      "5 business days after Fri, Dec 27, 2024, skipping Wed, Jan 1, 2025 (New Year's Day)",
    );
  });
});

describe('hours from an event whose hour is not known', () => {
  it.each([
    ['48 hours before', '2024-05-23', '2024-05-21'],
    ['36 hours before', '2024-05-23', '2024-05-21'],
    ['36 hours after', '2024-05-21', '2024-05-22'],
  ])('%s %s is at the latest %s', (words, from, date) => {
    const due = count(words, from);
    expect(due).toMatchObject({ date, time: null });
    expect(due.notes[0]).toContain('is not given');
  });
});

describe('what is not a period', () => {
  const days: Period = { count: 5, unit: 'days', direction: 'before' };
  it.each([
    ['a negative count', { ...days, count: -1 }, { date: '2024-05-28' }, {}],
    ['a fraction', { ...days, count: 1.5 }, { date: '2024-05-28' }, {}],
    ['a count beyond reason', { ...days, count: 1e6 }, { date: '2024-05-28' }, {}],
    ['an impossible date', days, { date: '2024-02-30' }, {}],
    ['a date with a time in it', days, { date: '2024-05-28T10:00' }, {}],
    ['an impossible time', days, { date: '2024-05-28', time: '25:00' }, {}],
    ['a time of day for hours', { ...days, unit: 'hours', time: '12:00' }, { date: '2024-05-28' }, {}],
    [
      'an unknown zone',
      { ...days, unit: 'hours' },
      { date: '2024-05-28', time: '10:00' },
      { zone: 'Mars/Base' },
    ],
  ] as const)('%s is refused', (_, period, anchor, options) => {
    expect(() => deadline(period, anchor, options)).toThrow(RangeError);
  });

  it.each([
    ['business days', 'business days'],
    ['Court  Days', 'business days'],
    ['working day', 'business days'],
    ['calendar days', 'days'],
    ['week', 'weeks'],
    ['hours', 'hours'],
    ['months', null],
    ['constructor', null],
  ])('the word "%s" means %s', (words, unit) => {
    expect(readUnit(words)).toBe(unit);
  });
});
