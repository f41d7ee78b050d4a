import { empty, missing, type Row, spoil, words } from './row.ts';

const SPERO_TO = 'to: JCSSettlement@cand.uscourts.gov';

export const spero: readonly Row[] = [
  {
    id: 'SP1',
    says: 'the statement fourteen days before the conference',
    data: ['spero', 'submissions.0.due'],
    proof: [spoil('due-date', 'spero-good', ['dated: 2024-05-01', 'dated: 2024-05-08'])],
  },
  {
    id: 'SP2',
    says: 'in PDF, by e-mail to the settlement address, no paper, never on ECF',
    data: ['spero', 'submissions.0.fileFormat'],
    proof: [
      spoil('recipient', 'spero-good', [SPERO_TO, 'to: JCSSettlements@cand.uscourts.gov']),
      spoil('filing', 'spero-good', ['By e-mail, in PDF', 'Via ECF, in PDF']),
      {
        ...spoil('submission-format', 'spero-good', [
          'By e-mail, in PDF: JCSSettlement@cand.uscourts.gov\n',
          'BY HAND DELIVERY\n',
        ]),
        severity: 'information',
      },
    ],
  },
  {
    id: 'SP3',
    says: 'at most ten pages of text',
    data: ['spero', 'submissions.0.pages'],
    proof: [
      spoil('page-limit', 'spero-good', [
        'Respectfully submitted,',
        `${words(620)}\n\nRespectfully submitted,`,
      ]),
    ],
  },
  {
    id: 'SP4',
    says: 'at most twenty pages of exhibits',
    data: ['spero', 'submissions.0.exhibitPages'],
    proof: [spoil('exhibit-page-limit', 'spero-good', ['    pages: 9', '    pages: 16'])],
  },
  {
    id: 'SP5',
    says: 'seven contents, each with what it must hold',
    data: ['spero', 'submissions.0.contents.6'],
    proof: [
      ...(['facts', 'claims', 'disputed-facts', 'proceedings', 'costs', 'relief', 'position'] as const).map(
        (c, i) => missing('spero-good', c, `${i + 1}\\.`),
      ),
      spoil('empty-section', 'spero-good', empty('6\\.')),
      {
        ...spoil('section-detail', 'spero-good', [
          /(## 6\. Relief sought\n)[\s\S]*?(?=\n## 7)/,
          '$1\nThe usual.\n',
        ]),
        content: 'relief',
        severity: 'information',
      },
    ],
  },
  {
    id: 'SP6',
    says: 'the further confidential letter: only if statements are exchanged, three pages, not for the other side',
    data: ['spero', 'submissions.1'],
    proof: [
      spoil('header', 'spero-confidential-letter-good', ['exchanged: true\n', '']),
      spoil('page-limit', 'spero-confidential-letter-good', [
        'Respectfully submitted,',
        `${words(220)}\n\nRespectfully submitted,`,
      ]),
      spoil('service', 'spero-confidential-letter-good', [
        SPERO_TO,
        `${SPERO_TO}\ncc: counsel@marisolcounsel.example`,
      ]),
    ],
  },
  {
    id: 'SP7',
    says: 'demand in writing fourteen days before, answer in writing eight days before',
    data: ['spero', 'exchange.response'],
    proof: [
      spoil(
        'exchange',
        'spero-good',
        ['2024-04-17\n', '2024-05-10\n'],
        ['dated: 2024-05-01', 'dated: 2024-05-12'],
        ['conference: 2024-05-21', 'conference: 2024-05-21\ndue: 2024-05-12'],
      ),
    ],
  },
  {
    id: 'SP8',
    says: 'lead trial counsel; unlimited authority; a government body sends a member or senior executive',
    data: ['spero', 'attendance.leadCounsel'],
    proof: [
      spoil('attendance', 'spero-good', ['authority: recommend', 'authority: none']),
      spoil('attendance', 'spero-good', ['    lead: true', '    lead: false'], [/$(?![\s\S])/, '']),
      { deadline: 'excusal', sample: 'spero-good' },
    ],
  },
  {
    id: 'SP9',
    says: 'counsel pre-register one week before the meeting and one week before the conference',
    data: ['spero', 'deadlines.1'],
    proof: [
      { deadline: 'pre-registration', sample: 'spero-good' },
      { deadline: 'pre-registration-meeting', sample: 'spero-good' },
    ],
  },
  {
    id: 'SP10',
    says: 'dated steps, and the joint agenda',
    data: ['spero', 'submissions.2'],
    proof: [
      { deadline: 'pre-settlement-meeting', sample: 'spero-good' },
      {
        ...spoil('missing-section', 'spero-good', [
          'court: N.D. Cal.',
          'court: N.D. Cal.\nsubmission: joint-agenda',
        ]),
        content: 'agenda',
      },
    ],
  },
  {
    id: 'SP11',
    says: 'telephone if the case settles; hand the order on; finish discovery; be ready to discuss',
    data: ['spero', 'shown.4'],
    proof: [{ shown: 'Telephone chambers' }],
  },
];
