import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { check } from '../../server/src/check/check.ts';
import { checklistOf } from '../../server/src/features/checklist/checklist.ts';
import { Environment } from '../../server/src/host/environment.ts';
import { atMidnight } from '../../server/src/host/midnight.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { sampleLetter } from '../support/check.ts';
import { allOrders } from '../support/orders.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2025, 8, 8, 23, 59, 58) });
});
afterEach(() => {
  vi.useRealTimers();
});

const letter = parseLetter(sampleLetter({ say: '', header: ['-dated'], body: '' }));
const matter = openMatter(letter, allOrders);

/** What the checklist says of the day on which the letter is due, Tuesday 9 September 2025. */
function due({ today }: Environment): string {
  const pending = { state: 'pending' } as const;
  const result = check({ letter, matter, today, pages: pending, exhibits: pending });
  const rows = checklistOf('file:///a.md', 1, letter, matter, result, today).groups.flatMap((g) => g.items);
  return rows.find((r) => r.id === 'deadlines/submission')?.note ?? '';
}

test('a deadline turns over at midnight, not a second before, and again the next day', () => {
  const environment = new Environment();
  const told: string[] = [];
  atMidnight(() => {
    if (environment.turn()) told.push(due(environment));
  });
  expect(due(environment)).toBe('Tue, Sep 9, 2025, tomorrow');
  vi.advanceTimersByTime(1_999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['Tue, Sep 9, 2025, today']);
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(told).toEqual(['Tue, Sep 9, 2025, today', 'Tue, Sep 9, 2025, yesterday']);
});

test('a machine that slept over midnight is told within a minute of waking', () => {
  vi.setSystemTime(new Date(2025, 8, 8, 18, 0));
  const turned = vi.fn();
  atMidnight(turned);
  // Asleep: the clock runs, the timers do not.
  vi.setSystemTime(new Date(2025, 8, 9, 9, 0));
  vi.advanceTimersByTime(60_000);
  expect(turned).toHaveBeenCalledTimes(1);
});
