import { describe, expect, it, test } from 'vitest';
import { loadOrder } from '../../server/src/order/order.ts';
import { checkHeader, found, ledger, told } from '../support/header.ts';

const BASE = ['caption: Ostrander v. Pelham Marine, Inc.', 'party: Dana Ostrander', 'role: plaintiff'];
const REZNIK = [...BASE, 'judge: reznik', 'ordered: 2024-04-26', 'conference: 2024-05-28'];
const SPERO = [...BASE, 'judge: spero', 'ordered: 2024-06-05', 'conference: 2024-08-20'];
const PERCY = [...BASE, 'judge: percy', 'ordered: 2020-05-21', 'conference: 2021-04-05'];
const MOSES = [...BASE, 'judge: moses', 'ordered: 2024-02-16', 'since: 2024-01-16'];

/** Findings at warning, by the words that tell them apart, and those at information as `i: words`. */
function faults(lines: readonly string[], dated: string, ...entries: string[]): string[] {
  const findings = found(checkHeader([...lines, `dated: ${dated}`, ...ledger(...entries)]), 'exchange');
  return findings.map(({ severity, message }) => {
    const [kind] = KINDS.find(([, words]) => message.includes(words)) ?? [message];
    return severity === 'warning' ? kind : `i: ${kind}`;
  });
}

const KINDS: readonly (readonly [string, string])[] = [
  ['no demand', 'demand by the plaintiff is listed; it was due'],
  ['no answer', 'by the defendant is listed; it was due'],
  ['late', 'after it was due'],
  ['oral', 'was not in writing, and a'],
  ['too few', 'listed where the order asks for'],
  ['no talk', 'No such discussion is listed'],
  ['no fresh p', 'No demand or offer by the plaintiff'],
  ['no fresh d', 'No demand or offer by the defendant'],
  ['later', "after the letter's date"],
  ['who', 'cannot be told from the header'],
  ['form?', 'Whether the'],
  ['how?', 'is not said, and the order asks for a discussion'],
  ['video?', 'was by video'],
  ['in one?', 'was made in one'],
];

const p = (date: string, more = 'kind: demand') => `date: ${date}, by: plaintiff, ${more}`;
const d = (date: string, more = 'kind: offer') => `date: ${date}, by: defendant, ${more}`;

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
      'That day had come when the order issued on Thu 7 Dec 2023, so this is no fault',
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

describe('whose an entry is', () => {
  test.each([
    'plaintiff',
    'Plaintiff',
    'plaintiffs',
    "Plaintiff's counsel",
    'counsel for Plaintiff',
    'Dana Ostrander',
    'Ostrander',
    'Ms. Ostrander',
    'D. Ostrander',
    'OSTRANDER',
    'claimant',
    'we',
    'our client',
    'plaintiff / counter-defendant',
  ])('%s is the plaintiff', (by) => {
    expect(faults(REZNIK, '2024-05-15', `date: 2024-05-01, by: "${by}", kind: demand`)).toEqual([]);
    expect(
      faults(REZNIK, '2024-05-22', p('2024-04-29'), `date: 2024-05-03, by: "${by}", kind: offer`),
    ).toEqual(['no answer']);
  });

  test.each([
    'defendant',
    'Defendants',
    'defense counsel',
    'Pelham Marine, Inc.',
    'Pelham Marine',
    'Pelham',
    'pelham marine inc',
    "Pelham's counsel",
    'opposing counsel',
    'the other side',
    'respondent',
    'Cora Pelling',
  ])('%s is the defendant', (by) => {
    const lines = [...REZNIK, 'attendees:', '  - { name: Cora Pelling, party: defendant, role: counsel }'];
    expect(
      faults(lines, '2024-05-22', p('2024-04-29'), `date: 2024-05-03, by: "${by}", kind: offer`),
    ).toEqual([]);
    expect(faults(lines, '2024-05-15', `date: 2024-05-01, by: "${by}", kind: demand`)).toEqual(['no demand']);
  });

  it("knows the writer's side by the caption where the header gives no role", () => {
    const lines = ['caption: Ortega v. Harbor Grill Inc.', 'party: Harbor Grill', ...REZNIK.slice(3)];
    expect(
      faults(
        lines,
        '2024-05-22',
        'date: 2024-04-29, by: Ortega, kind: demand',
        'date: 2024-05-03, by: Harbor Grill, kind: offer',
      ),
    ).toEqual([]);
  });

  it('does not take a proposal of the mediator for one of a party', () => {
    expect(faults(REZNIK, '2024-05-15', 'date: 2024-05-01, by: mediator, kind: demand')).toEqual([
      'no demand',
    ]);
  });

  it('tells parties of like names apart, or neither', () => {
    const lines = ['caption: John Smith v. Mary Smith', ...REZNIK.slice(2)];
    expect(faults(lines, '2024-05-15', 'date: 2024-05-01, by: Mary Smith, kind: demand')).toEqual([
      'no demand',
    ]);
    expect(faults(lines, '2024-05-15', 'date: 2024-05-01, by: Smith, kind: demand')).toEqual(['i: who']);
  });
});

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
      'One written offer by the defendant is listed where the order asks for two, exchanged by Mon 29 Mar 2021 (7 days before Mon 5 Apr 2021; ¶ 1). The offer of Sat 20 Mar 2021 was not in writing, so it does not count. If that cannot be mended, what the order asks of counsel by Thu 1 Apr 2021 (¶ 6): Telephone conference with the judge and opposing counsel, if a requirement will not be met or settlement is not reasonably possible.',
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
    expect(told(checkHeader(own), 'exchange').join()).toContain('since Fri 5 May 2023');
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

describe('what the writer reads, and where', () => {
  test.each<[string, string[], string, string]>([
    [
      'no demand',
      ledger(),
      'negotiations',
      'warning: No demand by the plaintiff is listed; it was due Tue 14 May 2024 (14 days before Tue 28 May 2024; ¶ 3). Make it now, or list it under negotiations if it was made.',
    ],
    [
      'late',
      ledger(p('2024-05-17')),
      '2024-05-17',
      'warning: The first demand by the plaintiff is of Fri 17 May 2024, three days after it was due: Tue 14 May 2024 (14 days before Tue 28 May 2024; ¶ 3). If the date is right, tell the Court why it came late.',
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
      'warning: No answer to the demand of Mon 29 Apr 2024 by the defendant is listed; it was due Tue 21 May 2024 (7 days after Tue 14 May 2024, the last day for a demand; ¶ 3). Make it now, or list it under negotiations if it was made.',
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
