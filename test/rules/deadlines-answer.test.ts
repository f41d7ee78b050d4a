import { describe, expect, test } from 'vitest';
import { dates } from '../support/dates.ts';
import { ledger } from '../support/header.ts';

describe('the answer to a demand', () => {
  const lines = ['judge: reznik', 'conference: 2024-05-28', 'ordered: 2024-04-26'];
  test.each([
    ['from the last day for a demand where there was none', ledger(), '2024-05-21', undefined],
    [
      'from the demand that was made',
      ledger('date: 2024-05-03, by: plaintiff, kind: demand'),
      '2024-05-10',
      '2024-05-21',
    ],
    ['after a late demand', ledger('date: 2024-05-16, by: plaintiff, kind: demand'), '2024-05-23', undefined],
    [
      'on to the next court day',
      ledger('date: 2024-05-20, by: plaintiff, kind: demand'),
      '2024-05-28',
      undefined,
    ],
    [
      'from the first of several',
      ledger(
        'date: 2024-05-09, by: plaintiff, kind: demand',
        'date: 2024-05-03, by: plaintiff, kind: demand',
      ),
      '2024-05-10',
      '2024-05-21',
    ],
    [
      'not from an offer of the defendant',
      ledger('date: 2024-05-03, by: defendant, kind: offer'),
      '2024-05-21',
      undefined,
    ],
    [
      'not from a demand after the letter',
      [...ledger('date: 2024-05-10, by: plaintiff, kind: demand'), 'dated: 2024-05-07'],
      '2024-05-21',
      undefined,
    ],
  ])('counts %s', (_, more, date, later) => {
    const response = dates([...lines, ...more]).get('response');
    expect(response?.date).toBe(date);
    const notes = response?.notes.filter((n) => n.includes('is not late')) ?? [];
    expect(notes).toHaveLength(later === undefined ? 0 : 1);
    if (later !== undefined) expect(notes[0]).toContain('Tue, May 21, 2024');
  });
});
