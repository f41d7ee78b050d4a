import { describe, expect, it } from 'vitest';
import { count } from './count.ts';

describe('holidays on which authorities differ', () => {
  it('take the earlier day when counting backward, and say so', () => {
    const due = count('1 business day before', '2022-01-03');
    expect(due.date).toBe('2021-12-30');
    expect(due.words).toBe(
      "1 business day before Mon, Jan 3, 2022, skipping Fri, Dec 31, 2021 (New Year's Day, observed); the earlier day, since authorities differ on Fri, Dec 31, 2021 (New Year's Day, observed)",
    );
    expect(due.notes).toHaveLength(1);
    expect(due.notes[0]).toContain('the earlier day is taken: Thu, Dec 30, 2021, not Fri, Dec 31, 2021');
    expect(count('14 days before', '2021-07-02').date).toBe('2021-06-17');
    expect(count('14 days before', '2021-07-02').notes[0]).toContain('not Fri, Jun 18, 2021');
  });

  it('stay on the earlier day where the order rolls a backward count forward', () => {
    const due = count('14 days before', '2021-07-02', { roll: 'forward' });
    expect(due.date).toBe('2021-06-18');
    expect(due.words).toContain('authorities differ on Fri, Jun 18 (Juneteenth, observed)');
    expect(due.notes[0]).toContain('Fri, Jun 18, 2021, not Mon, Jun 21, 2021');
  });

  it('are holidays when counting forward, with the safe day named', () => {
    const due = count('1 day after', '2025-12-25');
    expect(due.date).toBe('2025-12-29');
    expect(due.notes).toEqual([
      'Fri, Dec 26, 2025 (the day after Christmas, by order of the President, Exec. Order 14371): the order closes the executive departments, and authorities differ on whether that makes a legal holiday under Rule 6(a)(6)(B). Counted as a holiday, it gives Mon, Dec 29, 2025; Fri, Dec 26, 2025 is safe.',
    ]);
  });

  it('are not mentioned where they make no difference', () => {
    expect(count('14 days before', '2025-12-31').notes).toEqual([]);
  });

  it('can be added to, as they are declared', () => {
    const declared = [{ date: '2027-03-10', name: 'a day of mourning', source: 'Exec. Order 99999' }];
    expect(count('7 days before', '2027-03-17').date).toBe('2027-03-10');
    expect(count('7 days before', '2027-03-17', { declared }).date).toBe('2027-03-09');
    expect(count('2 business days before', '2027-03-11', { declared }).words).toContain('a day of mourning');
  });
});

describe('state holidays', () => {
  it.each([
    ['NY', '2024-11-05', 'Election Day'],
    ['NY', '2023-02-13', "Lincoln's Birthday, observed"],
    ['CA', '2025-03-31', 'César Chávez Day'],
    ['CA', '2024-11-29', 'the day after Thanksgiving'],
    ['MS', '2024-04-29', 'Confederate Memorial Day'],
  ])('%s: %s counts after an event, not before one', (state, day, name) => {
    const from = new Map([
      ['2024-11-05', ['2024-10-29', '2024-11-12', '2024-11-06']],
      ['2023-02-13', ['2023-02-06', '2023-02-20', '2023-02-14']],
      ['2025-03-31', ['2025-03-24', '2025-04-07', '2025-04-01']],
      ['2024-11-29', ['2024-11-22', '2024-12-06', '2024-12-02']],
      ['2024-04-29', ['2024-04-22', '2024-05-06', '2024-04-30']],
    ]).get(day);
    const [before = '', after = '', next = ''] = from ?? [];
    const forward = count('7 days after', before, { state });
    expect(forward.date).toBe(next);
    expect(forward.words).toContain(`is ${name}`);
    expect(count('7 days before', after, { state }).date).toBe(day);
    expect(count('7 days after', before).date).toBe(day);
  });

  it('of a state that is not in the table are said to be unknown, when they could matter', () => {
    expect(count('7 days after', '2024-05-01', { state: 'TX' }).notes).toEqual([
      'Holidays declared by TX are not known here; they can only make the date later.',
    ]);
    expect(count('7 days before', '2024-05-08', { state: 'TX' }).notes).toEqual([]);
    expect(count('7 days after', '2024-05-01', { state: 'toString' }).date).toBe('2024-05-08');
  });
});
