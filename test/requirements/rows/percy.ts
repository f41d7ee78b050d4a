import { missing, type Row, spoil, words } from './row.ts';

export const percy: readonly Row[] = [
  {
    id: 'PC1',
    says: 'two written demands and two written offers, seven days before',
    data: ['percy', 'exchange.minimum'],
    proof: [
      spoil(
        'exchange',
        'percy-good',
        [/ {2}- date: 2024-04-19[\s\S]*?(?=---)/, ''],
        ['dated: 2024-05-01', 'dated: 2024-05-14'],
        ['conference: 2024-05-20', 'due: 2024-05-15\nconference: 2024-05-20'],
      ),
    ],
  },
  {
    id: 'PC2',
    says: 'all parties in person with complete authority; never counsel alone',
    data: ['percy', 'attendance.who'],
    proof: [
      spoil(
        'attendance',
        'percy-good',
        ...[0, 1].map((): readonly [string, string] => ['attends: in-person', 'attends: phone']),
      ),
    ],
  },
  {
    id: 'PC3',
    says: 'the statement seven business days before, by e-mail',
    data: ['percy', 'submissions.0.due'],
    proof: [spoil('due-date', 'percy-good', ['dated: 2024-05-01', 'dated: 2024-05-10'])],
  },
  {
    id: 'PC4',
    says: 'not filed, not shared with another party',
    data: ['percy', 'submissions.0.service'],
    proof: [
      spoil('filing', 'percy-good', ['By e-mail', 'By ECF']),
      {
        ...spoil('service', 'percy-good', ['from: gwatts', 'cc: counsel@tullos-law.example\nfrom: gwatts']),
        severity: 'warning',
      },
    ],
  },
  {
    id: 'PC5',
    says: 'positions, the history with its sums, names and positions of those attending',
    data: ['percy', 'submissions.0.contents.2'],
    proof: [
      {
        ...spoil('missing-section', 'percy-good', [/## \(a\)[\s\S]*?(?=\n## \(b\))/, '']),
        content: 'positions',
      },
      missing('percy-good', 'history', '\\(b\\)'),
      missing('percy-good', 'attendees', '\\(c\\)'),
      {
        ...spoil('section-detail', 'percy-good', [
          /(## \(b\)[^\n]*\n)[\s\S]*?(?=\n## \(c\))/,
          '$1\nThere were talks.\n',
        ]),
        content: 'history',
        severity: 'information',
      },
    ],
  },
  {
    id: 'PC6',
    says: 'at most five pages',
    data: ['percy', 'submissions.0.pages'],
    proof: [
      spoil('page-limit', 'percy-good', [
        'Respectfully submitted,',
        `${words(330)}\n\nRespectfully submitted,`,
      ]),
    ],
  },
  {
    id: 'PC7',
    says: 'a telephone conference two court days before, if a requirement will not be met',
    data: ['percy', 'deadlines.0'],
    proof: [{ deadline: 'notice', sample: 'percy-good' }],
  },
  {
    id: 'PC8',
    says: 'tell insurers; stay until five; destroyed afterwards; calls; ten minutes; costs',
    data: ['percy', 'shown.6'],
    proof: [{ shown: 'subrogee' }, { shown: '5:00 p.m.' }, { shown: 'destroyed' }, { shown: 'ten minutes' }],
  },
];
