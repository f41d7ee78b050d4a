import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  deadline,
  isWeekend,
  legalHoliday,
  type Period,
  parseDate,
  type Roll,
} from '../../server/src/calendar/index.ts';

const date = fc.integer({ min: 0, max: 109_937 }).map((n) => addDays('1900-01-01', n));
const direction = fc.constantFrom('before' as const, 'after' as const);
const count = fc.integer({ min: 0, max: 120 });
const period: fc.Arbitrary<Period> = fc.record({
  count,
  unit: fc.constantFrom('days' as const, 'weeks' as const, 'business days' as const, 'hours' as const),
  direction,
});
const state = fc.constantFrom(undefined, 'NY', 'CA', 'MS', 'MA', 'TX');
const time = fc.constantFrom(undefined, '00:00', '09:30', '14:30', '23:59');

/** Days by which the sign of the direction moves. */
const way = (d: 'before' | 'after'): number => (d === 'before' ? -1 : 1);
const isCourtDay = (d: string, inState?: string): boolean =>
  !isWeekend(d) && legalHoliday(d, { state: inState }) === null;

describe('every period', () => {
  it('ends on a court day, on the right side, with a real date and words', () => {
    fc.assert(
      fc.property(period, date, time, state, (p, from, at, inState) => {
        const due = deadline(p, { date: from, time: at }, { state: inState });
        expect(parseDate(due.date).ok).toBe(true);
        expect(daysBetween(from, due.date) * way(p.direction)).toBeGreaterThanOrEqual(0);
        expect(due.words).toContain(`${p.count} `);
        expect(due.basis).toContain(`${p.direction} ${from}`);
        if (p.count > 0 || p.unit !== 'business days') {
          expect(isCourtDay(due.date, p.direction === 'after' ? inState : undefined)).toBe(true);
        }
      }),
    );
  });

  it('is never shorter than stated, and goes on only over days that are no court days', () => {
    fc.assert(
      fc.property(count, direction, date, (n, d, from) => {
        const due = deadline({ count: n, unit: 'days', direction: d }, { date: from });
        const counted = addDays(from, way(d) * n);
        const beyond = daysBetween(counted, due.date) * way(d);
        expect(beyond).toBeGreaterThanOrEqual(0);
        for (let i = 0; i < beyond; i++) expect(isCourtDay(addDays(counted, way(d) * i))).toBe(false);
      }),
    );
  });

  it('keeps to the order of the counts: one day more is never nearer', () => {
    fc.assert(
      fc.property(period, date, time, (p, from, at) => {
        const near = deadline(p, { date: from, time: at });
        const far = deadline({ ...p, count: p.count + 1 }, { date: from, time: at });
        expect(daysBetween(near.date, far.date) * way(p.direction)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is the same for a week as for seven days', () => {
    fc.assert(
      fc.property(count, direction, date, (n, d, from) => {
        const weeks = deadline({ count: n, unit: 'weeks', direction: d }, { date: from });
        const days = deadline({ count: n * 7, unit: 'days', direction: d }, { date: from });
        expect(weeks.date).toBe(days.date);
      }),
    );
  });

  it('has as many court days between event and last day as business days were asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), direction, date, state, (n, d, from, inState) => {
        const due = deadline(
          { count: n, unit: 'business days', direction: d },
          { date: from },
          { state: inState },
        );
        let days = 0;
        for (let at = from; at !== due.date; ) {
          at = addDays(at, way(d));
          if (isCourtDay(at, d === 'after' ? inState : undefined)) days++;
        }
        expect(days).toBe(n);
      }),
    );
  });

  it('counts business days after undoing business days before, from a court day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), date, (n, from) => {
        fc.pre(isCourtDay(from));
        const back = deadline({ count: n, unit: 'business days', direction: 'before' }, { date: from });
        const again = deadline({ count: n, unit: 'business days', direction: 'after' }, { date: back.date });
        expect(again.date).toBe(from);
      }),
    );
  });

  it('moves with the order: backward never later than none, forward never earlier', () => {
    fc.assert(
      fc.property(period, date, time, (p, from, at) => {
        const by = (roll: Roll): string => deadline(p, { date: from, time: at }, { roll }).date;
        expect(by('backward') <= by('none')).toBe(true);
        expect(by('none') <= by('forward')).toBe(true);
        expect(by('rule')).toBe(by(p.direction === 'before' ? 'backward' : 'forward'));
      }),
    );
  });

  it('is no earlier for a state holiday, and the same before an event', () => {
    fc.assert(
      fc.property(period, date, state, (p, from, inState) => {
        const plain = deadline(p, { date: from }).date;
        const inCourt = deadline(p, { date: from }, { state: inState }).date;
        if (p.direction === 'before') expect(inCourt).toBe(plain);
        else expect(inCourt >= plain).toBe(true);
      }),
    );
  });

  it('says in its words the day it comes to, wherever the last day moved', () => {
    fc.assert(
      fc.property(count, direction, date, (n, d, from) => {
        const due = deadline({ count: n, unit: 'days', direction: d }, { date: from });
        const moved = due.date !== addDays(from, way(d) * n);
        expect(due.words.includes(', moved ')).toBe(moved);
        if (moved)
          expect(due.words).toMatch(
            d === 'before' ? /moved back from .+ because / : /moved on from .+ because /,
          );
      }),
    );
  });
});
