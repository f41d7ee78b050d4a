import { describe, expect, it, test } from 'vitest';
import { loadOrder } from '../../server/src/order/order.ts';
import { d, faults, MOSES, PERCY, p, SPERO } from '../support/exchange.ts';
import { checkHeader, found, ledger, told } from '../support/header.ts';

describe('a written demand 14 days before, a written answer 8 days before', () => {
  const written = 'kind: demand, manner: letter';
  test.each<[string, string, string[], string[]]>([
    ['nothing is due yet', '2024-08-06', [], []],
    ['no demand', '2024-08-07', [], ['no demand']],
    ['in writing, by its manner', '2024-08-07', [p('2024-08-06', written)], []],
    ['in writing, as said', '2024-08-07', [p('2024-08-06', 'kind: demand, written: true')], []],
    ['by telephone', '2024-08-07', [p('2024-08-01', 'kind: demand, manner: by telephone')], ['oral']],
    ['not in writing, as said', '2024-08-07', [p('2024-08-01', 'kind: demand, written: false')], ['oral']],
    ['form not said', '2024-08-07', [p('2024-08-01')], ['i: form?']],
    [
      'by telephone, then in writing in time',
      '2024-08-07',
      [p('2024-08-01', 'kind: demand, written: false'), p('2024-08-05', written)],
      [],
    ],
    [
      'by telephone, then in writing too late',
      '2024-08-08',
      [p('2024-08-01', 'kind: demand, written: false'), p('2024-08-07', written)],
      ['late'],
    ],
    ['not answered', '2024-08-13', [p('2024-08-01', written)], ['no answer']],
    [
      'answered on the last day',
      '2024-08-13',
      [p('2024-08-01', written), d('2024-08-12', 'kind: offer, manner: email')],
      [],
    ],
    [
      'answered a day late',
      '2024-08-13',
      [p('2024-08-01', written), d('2024-08-13', 'kind: offer, manner: email')],
      ['late'],
    ],
    [
      'answered by telephone',
      '2024-08-13',
      [p('2024-08-01', written), d('2024-08-12', 'kind: offer, manner: telephone')],
      ['oral'],
    ],
    [
      'an answer to the demand by telephone',
      '2024-08-13',
      [
        p('2024-08-01', 'kind: demand, written: false'),
        d('2024-08-02', 'kind: offer, written: true'),
        p('2024-08-05', written),
      ],
      [],
    ],
    ['a demand after the day for an answer', '2024-08-14', [p('2024-08-13', written)], ['late']],
  ])('%s', (_, dated, entries, wanted) => {
    expect(faults(SPERO, dated, ...entries)).toEqual(wanted);
  });
});

describe('two written demands and two written offers, a week before', () => {
  const w = 'manner: letter';
  const four = [
    p('2021-01-11', `kind: demand, ${w}`),
    d('2021-01-29', `kind: offer, ${w}`),
    p('2021-02-16', `kind: demand, ${w}`),
    d('2021-03-29', `kind: offer, ${w}`),
  ];
  test.each<[string, string, string[], string[]]>([
    ['nothing is due yet', '2021-03-29', [], []],
    ['all four', '2021-03-30', four, []],
    ['none', '2021-03-30', [], ['too few', 'too few']],
    ['one offer', '2021-03-30', four.slice(0, 3), ['too few']],
    [
      'an offer too late',
      '2021-03-31',
      [...four.slice(0, 3), d('2021-03-30', `kind: offer, ${w}`)],
      ['too few'],
    ],
    [
      'an oral offer',
      '2021-03-30',
      [...four.slice(0, 3), d('2021-03-20', 'kind: offer, manner: telephone')],
      ['too few'],
    ],
    [
      'an oral offer beside two',
      '2021-03-30',
      [...four, d('2021-03-20', 'kind: offer, manner: telephone')],
      [],
    ],
    ['an offer of unsaid form', '2021-03-30', [...four.slice(0, 3), d('2021-03-20')], ['i: form?']],
    [
      "the plaintiff's second called an offer",
      '2021-03-30',
      [...four.slice(0, 2), p('2021-02-16', `kind: offer, ${w}`), d('2021-03-01', `kind: offer, ${w}`)],
      [],
    ],
    [
      'discussions count for nothing',
      '2021-03-30',
      [...four.slice(0, 3), d('2021-03-20', `kind: discussion, ${w}`)],
      ['too few'],
    ],
  ])('%s', (_, dated, entries, wanted) => {
    expect(faults(PERCY, dated, ...entries)).toEqual(wanted);
  });

  it('says how many there are, what does not count, and what the order has counsel do', () => {
    const lines = [
      ...PERCY,
      'dated: 2021-03-30',
      ...ledger(...four.slice(0, 3), d('2021-03-20', 'kind: offer, manner: telephone')),
    ];
    const [finding] = found(checkHeader(lines), 'exchange');
    expect(finding?.message).toBe(
      'One written offer by the defendant is listed where the order asks for two, exchanged by Mon, Mar 29, 2021 (7 days before Mon, Apr 5, 2021; ¶ 1). The offer of Sat, Mar 20, 2021 was not in writing, so it does not count. If that cannot be mended, what the order asks of counsel by Thu, Apr 1, 2021 (¶ 6): Telephone conference with the judge and opposing counsel, if a requirement will not be met or settlement is not reasonably possible.',
    );
    expect(`---\n${lines.join('\n')}`.slice(finding?.span.start, finding?.span.end)).toBe('telephone');
  });
});

describe('talks after an earlier order', () => {
  const call = p('2024-02-08', 'kind: discussion, manner: telephone');
  test.each<[string, string[], string[]]>([
    ['a call, a demand, an offer', [call, p('2024-02-08'), d('2024-02-20')], []],
    [
      'in person',
      [d('2024-02-08', 'kind: discussion, manner: in person'), p('2024-02-08'), d('2024-02-20')],
      [],
    ],
    [
      'on the day of the earlier order',
      [p('2024-01-16', 'kind: discussion, manner: phone call'), p('2024-01-16'), d('2024-01-16')],
      [],
    ],
    ['nothing', [], ['no talk', 'no fresh p', 'no fresh d']],
    [
      'all of it before',
      [p('2023-12-01', 'kind: discussion, manner: telephone'), p('2023-12-01'), d('2024-01-15')],
      ['no talk', 'no fresh p', 'no fresh d'],
    ],
    ['a stale offer', [call, p('2024-02-08'), d('2023-11-20')], ['no fresh d']],
    ['no discussion', [p('2024-02-08', 'kind: demand, manner: email'), d('2024-02-20')], ['no talk']],
    [
      'a discussion by letter',
      [p('2024-02-08', 'kind: discussion, manner: letter'), p('2024-02-08'), d('2024-02-20')],
      ['no talk'],
    ],
    [
      'by video',
      [p('2024-02-08', 'kind: discussion, manner: Zoom'), p('2024-02-08'), d('2024-02-20')],
      ['i: video?'],
    ],
    [
      'in a manner unsaid',
      [p('2024-02-08', 'kind: discussion'), p('2024-02-08'), d('2024-02-20')],
      ['i: how?'],
    ],
    [
      'a demand by telephone may be one',
      [p('2024-02-08', 'kind: demand, manner: telephone'), d('2024-02-20')],
      ['i: in one?'],
    ],
    ['an offer dated after the letter', [call, p('2024-02-08'), d('2024-03-05')], ['no fresh d', 'i: later']],
  ])('%s', (_, entries, wanted) => {
    expect(faults(MOSES, '2024-02-23', ...entries)).toEqual(wanted);
  });

  it('knows the earlier order of its own case alone', () => {
    const own = [
      'judge: moses',
      'case: 14-cv-9148',
      'dated: 2023-07-13',
      ...ledger(d('2023-05-04'), p('2023-06-06')),
    ];
    expect(told(checkHeader(own), 'exchange').join()).toContain('since Fri, May 5, 2023');
    const other = checkHeader([
      'judge: moses',
      'case: 15-cv-9148',
      'due: 2024-03-01',
      'attendees: []',
      ...ledger(),
    ]);
    expect(told(other, 'exchange')).toEqual([expect.stringMatching(/^information: Add since:/)]);
    expect(other.skipped).toContainEqual({ rule: 'exchange', reason: 'the header has no since' });
  });

  it('asks an order that wants it of the writer alone for no more', () => {
    const loaded = loadOrder(
      {
        judge: { name: 'Ada Quill', surname: 'Quill' },
        court: 'D. Or.',
        title: 'Order',
        source: 'Invented.',
        submissions: [
          { id: 'letter', name: 'letter', kind: 'letter', by: 'each party', format: 'letter', contents: [] },
        ],
        exchange: { fresh: { discussion: [], proposals: 'own side', paragraph: '1' } },
      },
      { id: 'quill', file: '', tier: 'given' },
    );
    if ('broken' in loaded) throw new Error(loaded.broken.reason);
    const orders = { orders: [loaded.order], broken: [] };
    const run = (role: string, ...entries: string[]) =>
      found(
        checkHeader(
          ['judge: quill', role, 'since: 2024-01-16', 'dated: 2024-02-23', ...ledger(...entries)],
          '2024-02-23',
          orders,
        ),
        'exchange',
      ).length;
    expect(run('role: plaintiff', p('2024-02-01'))).toBe(0);
    expect(run('role: defendant', p('2024-02-01'))).toBe(1);
    expect(run('caption: A v. B', p('2024-02-01'))).toBe(0);
    expect(run('caption: A v. B')).toBe(2);
  });
});
