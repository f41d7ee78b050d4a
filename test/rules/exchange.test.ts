import { describe, expect, it, test } from 'vitest';
import { loadOrder } from '../../server/src/order/order.ts';
import { BASE, d, faults, p, REZNIK } from '../support/exchange.ts';
import { checkHeader, found, ledger, told } from '../support/header.ts';

describe('a demand 14 days before, an answer 7 days later', () => {
  test.each<[string, string, string[], string[]]>([
    ['nothing is due yet', '2024-05-14', [], []],
    ['no demand', '2024-05-15', [], ['no demand']],
    ['demand on the last day', '2024-05-15', [p('2024-05-14')], []],
    ['demand a day late', '2024-05-15', [p('2024-05-15')], ['late']],
    ['a demand of last year', '2024-05-15', [p('2023-02-28')], []],
    ['an early demand, and time left to answer', '2024-05-21', [p('2024-04-29')], []],
    ['an early demand that nobody answered', '2024-05-22', [p('2024-04-29')], ['no answer']],
    ['answered on the last day', '2024-05-22', [p('2024-04-29'), d('2024-05-21')], []],
    ['answered a day late', '2024-05-22', [p('2024-04-29'), d('2024-05-22')], ['late']],
    ['a late demand moves the answer', '2024-05-22', [p('2024-05-16')], ['late']],
    ['a late demand, and no answer a week on', '2024-05-24', [p('2024-05-16')], ['no answer', 'late']],
    [
      'an offer before the demand answers nothing',
      '2024-05-22',
      [d('2024-03-01'), p('2024-04-29')],
      ['no answer'],
    ],
    ['an answer on the day of the demand', '2024-05-22', [p('2024-04-29'), d('2024-04-29')], []],
    [
      'an answer by telephone',
      '2024-05-22',
      [p('2024-04-29'), d('2024-05-03', 'kind: offer, manner: telephone')],
      [],
    ],
    ['a refusal', '2024-05-22', [p('2024-04-29'), d('2024-05-03', 'kind: discussion, manner: letter')], []],
    [
      'talk of the plaintiff is no answer',
      '2024-05-22',
      [p('2024-04-29'), p('2024-05-03', 'kind: discussion')],
      ['no answer'],
    ],
    ["the plaintiff's offer is a demand", '2024-05-15', [p('2024-05-01', 'kind: offer')], []],
    [
      "the defendant's counter-demand is an answer",
      '2024-05-22',
      [p('2024-04-29'), d('2024-05-03', 'kind: demand')],
      [],
    ],
    [
      'a second demand need not be answered again',
      '2024-05-24',
      [p('2024-04-29'), d('2024-05-03'), p('2024-05-10')],
      [],
    ],
    ['out of order in the list', '2024-05-22', [d('2024-05-03'), p('2024-04-29')], []],
    ['a demand dated after the letter', '2024-05-15', [p('2024-05-16')], ['no demand', 'i: later']],
    ['a slip in the year', '2024-05-15', [p('2042-05-01')], ['no demand', 'i: later']],
    ['a demand by nobody known', '2024-05-15', ['date: 2024-05-01, by: Zebulon, kind: demand'], ['i: who']],
  ])('%s', (_, dated, entries, wanted) => {
    expect(faults(REZNIK, dated, ...entries)).toEqual(wanted);
  });

  it('gives a week from the order to answer a demand that came before it', () => {
    const late = [...REZNIK.slice(0, 4), 'ordered: 2024-05-20', 'conference: 2024-05-28'];
    // The last day for a demand, 14 May, had come when the order issued; a week later is 28 May, moved from the 27th.
    expect(faults(late, '2024-05-28', p('2024-04-01'))).toEqual([]);
  });

  it('blames nobody for a demand that was due before the order issued', () => {
    const lines = [...BASE, 'judge: reznik', 'ordered: 2023-12-07', 'conference: 2023-12-13'];
    expect(faults(lines, '2023-12-08')).toEqual(['i: no demand']);
    expect(faults(lines, '2023-12-08', p('2023-12-08'))).toEqual(['i: late']);
    expect(
      faults([...BASE, 'judge: reznik', 'ordered: 2023-11-29', 'conference: 2023-12-13'], '2023-12-08'),
    ).toEqual(['i: no demand']);
    expect(
      faults([...BASE, 'judge: reznik', 'ordered: 2023-11-28', 'conference: 2023-12-13'], '2023-12-08'),
    ).toEqual(['no demand']);
    const [finding] = found(checkHeader([...lines, 'dated: 2023-12-08', ...ledger()]), 'exchange');
    expect(finding?.message).toContain(
      'That day had come when the order issued on Thu, Dec 7, 2023, so this is no fault',
    );
  });

  it('calls no answer late while the conference, from which its days are counted too, is not known', () => {
    const lines = [...REZNIK.slice(0, 5), 'dated: 2024-05-24', 'due: 2024-06-01', ...ledger(p('2024-04-29'))];
    const result = checkHeader(lines);
    expect(told(result, 'exchange')).toEqual([expect.stringMatching(/^information: Add conference:/)]);
  });

  it('takes today for the day of a letter without a date', () => {
    const lines = [...REZNIK, ...ledger()];
    expect(found(checkHeader(lines, '2024-05-14'), 'exchange')).toEqual([]);
    expect(found(checkHeader(lines, '2024-05-15'), 'exchange')).toHaveLength(1);
  });
});

describe('what the writer reads, and where', () => {
  test.each<[string, string[], string, string]>([
    [
      'no demand',
      ledger(),
      'negotiations',
      'warning: No demand by the plaintiff is listed; it was due Tue, May 14, 2024 (14 days before Tue, May 28, 2024; ¶ 3). Make it now, or list it under negotiations if it was made.',
    ],
    [
      'late',
      ledger(p('2024-05-17')),
      '2024-05-17',
      'warning: The first demand by the plaintiff is dated Fri, May 17, 2024, three days after it was due: Tue, May 14, 2024 (14 days before Tue, May 28, 2024; ¶ 3). If the date is right, tell the Court why it came late.',
    ],
  ])('%s', (_, list, marks, message) => {
    const lines = [...REZNIK, 'dated: 2024-05-20', ...list];
    const result = checkHeader(lines);
    expect(told(result, 'exchange')).toEqual([message]);
    const [finding] = found(result, 'exchange');
    expect(`---\n${lines.join('\n')}`.slice(finding?.span.start, finding?.span.end)).toBe(marks);
    expect(finding?.paragraph).toBe('3');
  });

  it('tells the defendant to ask for a demand, and counts the days for an answer out', () => {
    const lines = [...REZNIK.filter((l) => !l.startsWith('role')), 'role: defendant', 'dated: 2024-05-22'];
    const ours = lines.map((l) => (l.startsWith('party') ? 'party: Pelham Marine, Inc.' : l));
    expect(told(checkHeader([...ours, ...ledger()]), 'exchange')[0]).toContain('Ask the plaintiff for it');
    expect(told(checkHeader([...ours, ...ledger(p('2024-04-29'))]), 'exchange')[0]).toBe(
      'warning: No answer to the demand of Mon, Apr 29, 2024 by the defendant is listed; it was due Tue, May 21, 2024 (7 days after Tue, May 14, 2024, the last day for a demand; ¶ 3). Make it now, or list it under negotiations if it was made.',
    );
  });
});

describe('a list that cannot be judged', () => {
  it('is asked for where there is none, and no guilt is guessed', () => {
    const result = checkHeader([...REZNIK, 'dated: 2024-05-24', 'attendees: []']);
    expect(told(result, 'exchange')).toEqual([expect.stringMatching(/^information: Add negotiations:/)]);
    expect(result.skipped).toContainEqual({ rule: 'exchange', reason: 'the header lists no negotiations' });
  });

  test.each([
    ['an impossible date', 'date: 2024-02-30, by: plaintiff, kind: demand'],
    ['a negative sum', 'date: 2024-02-28, by: plaintiff, kind: demand, amount: -5'],
    ['a kind that is none', 'date: 2024-02-28, by: plaintiff, kind: threat'],
    ['nobody', 'date: 2024-02-28, kind: demand'],
    ['a year out of range', 'date: 1815-06-18, by: plaintiff, kind: demand'],
  ])('is left to the header with %s in it', (_, entry) => {
    const result = checkHeader([...REZNIK, 'dated: 2024-05-24', ...ledger(entry)]);
    expect(found(result, 'exchange')).toEqual([]);
    expect(result.skipped).toContainEqual({
      rule: 'exchange',
      reason: "the header's negotiations cannot be read",
    });
    expect(found(result, 'header')).toHaveLength(1);
  });

  test.each([
    ['1900-03-15', '1900-03-02'],
    ['2024-03-14', '2024-03-01'],
    ['2200-12-29', '2200-12-16'],
  ])('is judged before a conference on %s too', (conference, dated) => {
    const lines = [...BASE, 'judge: reznik', `conference: ${conference}`];
    expect(faults(lines, dated)).toEqual(['no demand']);
  });

  it('is not held against an order that is silent', () => {
    const loaded = loadOrder(
      {
        judge: { name: 'Ada Quill', surname: 'Quill' },
        court: 'D. Or.',
        title: 'Order',
        source: 'Invented.',
        submissions: [
          { id: 'letter', name: 'letter', kind: 'letter', by: 'each party', format: 'letter', contents: [] },
        ],
      },
      { id: 'quill', file: '', tier: 'given' },
    );
    if ('broken' in loaded) throw new Error(loaded.broken.reason);
    const result = checkHeader(['judge: quill'], '2024-05-24', { orders: [loaded.order], broken: [] });
    for (const rule of ['due-date', 'exchange', 'attendance']) {
      expect(found(result, rule)).toEqual([]);
      expect(result.skipped.map((s) => s.rule)).toContain(rule);
    }
  });
});
