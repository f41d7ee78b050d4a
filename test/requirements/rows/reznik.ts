import { empty, missing, type Row, spoil, words } from './row.ts';

const TO = 'to: ReznikNYSDChambers@nysd.uscourts.gov';

export const reznik: readonly Row[] = [
  {
    id: 'RZ1',
    says: 'the letter is e-mailed to chambers',
    data: ['reznik', 'submissions.0.recipient'],
    proof: [spoil('recipient', 'reznik-good', [TO, 'to: ReznikNYSDChamber@nysd.uscourts.gov'])],
  },
  {
    id: 'RZ2',
    says: 'it bears the marking, word for word',
    data: ['reznik', 'submissions.0.marking'],
    proof: [spoil('marking', 'reznik-good', ['FOR USE ONLY AT', 'FOR USE AT'])],
  },
  {
    id: 'RZ3',
    says: 'it is not served',
    data: ['reznik', 'submissions.0.service'],
    proof: [
      spoil('service', 'reznik-good', [
        'cc: l.farr@harroworchard.example',
        'cc: counsel@quillmark-defense.example',
      ]),
    ],
  },
  {
    id: 'RZ4',
    says: 'it is not filed',
    data: ['reznik', 'submissions.0.filing'],
    proof: [spoil('filing', 'reznik-good', ['By e-mail:', 'Via ECF and e-mail:'])],
  },
  {
    id: 'RZ5',
    says: 'it is due five business days before the conference',
    data: ['reznik', 'submissions.0.due'],
    proof: [spoil('due-date', 'reznik-good', ['dated: 2024-05-01', 'dated: 2024-05-08'])],
  },
  {
    id: 'RZ6',
    says: 'or on a date that the order in the case fixes',
    data: ['reznik', 'cases.0.submissions.letter.due'],
    proof: [
      spoil('due-date', 'reznik-good', ['ordered: 2024-03-19', 'ordered: 2024-03-19\ndue: 2024-04-30']),
    ],
  },
  {
    id: 'RZ7',
    says: 'at most ten pages, exhibits not counted, unless leave was given',
    data: ['reznik', 'submissions.0.pages'],
    proof: [
      spoil('page-limit', 'reznik-good', [
        'Respectfully submitted,',
        `${words(620)}\n\nRespectfully submitted,`,
      ]),
    ],
  },
  {
    id: 'RZ8',
    says: 'five contents; three of them only if there are any',
    data: ['reznik', 'submissions.0.contents.4'],
    proof: [
      missing('reznik-good', 'history', '1\\.'),
      missing('reznik-good', 'issues', '2\\.'),
      missing('reznik-good', 'evaluation', '3\\.'),
      missing('reznik-good', 'authority', '4\\.'),
      missing('reznik-good', 'other-facts', '5\\.'),
      spoil('empty-section', 'reznik-good', empty('4\\.')),
    ],
  },
  {
    id: 'RZ9',
    says: 'over ten pages of attachments: a hard copy by hand',
    data: ['reznik', 'submissions.0.hardCopy'],
    proof: [
      { ...spoil('hard-copy', 'reznik-good', ['    pages: 6', '    pages: 9']), severity: 'information' },
    ],
  },
  {
    id: 'RZ10',
    says: "the plaintiff's demand fourteen days before the conference",
    data: ['reznik', 'exchange.demand'],
    proof: [
      spoil('exchange', 'reznik-good', [
        / {2}- date: 2024-04-03[\s\S]*? {2}- date: 2024-04-24/,
        '  - date: 2024-05-01',
      ]),
    ],
  },
  {
    id: 'RZ11',
    says: 'the answer seven days after the demand',
    data: ['reznik', 'exchange.response'],
    proof: [
      { deadline: 'response', sample: 'reznik-good' },
      spoil(
        'exchange',
        'reznik-good',
        ['2024-04-10\n', '2024-05-09\n'],
        ['dated: 2024-05-01', 'dated: 2024-05-10'],
      ),
    ],
  },
  {
    id: 'RZ12',
    says: 'someone with ultimate authority attends or is within reach; counsel alone is not enough',
    data: ['reznik', 'attendance.who'],
    proof: [spoil('attendance', 'reznik-good', [/ {2}- name: Lorna Farr[\s\S]*?(?= {2}- name: Nils)/, ''])],
  },
  {
    id: 'RZ13',
    says: 'off the record and inadmissible',
    data: ['reznik', 'shown.0'],
    proof: [{ shown: 'off the record' }],
  },
];
