import { expect, test } from 'vitest';
import { check } from '../../server/src/check/check.ts';
import { matterRow, sortMatters, unreadableRow } from '../../server/src/features/matters.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { sampleLetter } from '../support/check.ts';
import { allOrders } from '../support/orders.ts';

const TODAY = '2025-09-02';

function row(name: string, header: readonly string[], pages: 'known' | 'failed' = 'known') {
  const letter = parseLetter(sampleLetter({ say: '', header, body: '' }));
  const matter = openMatter(letter, allOrders);
  const result = check({
    letter,
    matter,
    today: TODAY,
    exhibits: { state: 'known', value: [] },
    pages:
      pages === 'known'
        ? { state: 'known', value: { count: 1, over: null, fewest: null } }
        : { state: 'failed', reason: 'no font' },
  });
  return matterRow(`file:///${name}.md`, letter, matter, result, TODAY);
}

test('a letter as one of many: case, judge, the day, the gaps', () => {
  expect(row('a', [])).toMatchObject({
    matter: 'Ostrander v. Pelham Marine, Inc.',
    case: '3:25-cv-00417-KLM',
    judge: 'Hartwell',
    due: { date: '2025-09-09', words: 'Tue, Sep 9, 2025, in 7 days', left: 7 },
    reasons: [],
  });
  expect(row('a', []).gaps).toBeGreaterThan(0);
  expect(row('b', ['-caption']).matter).toBe('3:25-cv-00417-KLM');
  expect(row('c', [], 'failed').reasons).toEqual(['no font']);
});

test('what is due next stands first, what is past last, and no file is left out', () => {
  const rows = [
    row('past-long', ['conference: 2024-09-16']),
    unreadableRow('file:///torn.md', 'it is not a text file'),
    row('later', ['conference: 2025-10-16']),
    row('past', ['conference: 2025-08-29']),
    row('next', []),
  ];
  expect(sortMatters(rows).map((r) => r.uri.slice(8, -3))).toEqual([
    'next',
    'later',
    'torn',
    'past',
    'past-long',
  ]);
});
