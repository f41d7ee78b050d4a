/**
 * Every requirement of the built-in orders, where its datum stands, and how a letter that is in order is
 * spoiled so that its rule must speak. The docs' table is made from this list.
 */
export interface Row {
  readonly id: string;
  readonly says: string;
  /** Order file and the path of the datum in it. */
  readonly data: readonly [order: string, path: string];
  readonly proof: readonly Proof[];
}

/** A sample letter, changed: then `rule` finds something that it did not find before. */
export interface Spoiled {
  readonly rule: string;
  readonly sample: string;
  readonly change: readonly (readonly [from: string | RegExp, to: string])[];
  readonly content?: string;
  readonly severity?: string;
}
/** What no document can violate is shown: by hovering over the judge, or as a deadline. */
export type Proof =
  | Spoiled
  | { readonly shown: string }
  | { readonly deadline: string; readonly sample: string };

const spoil = (rule: string, sample: string, ...change: Spoiled['change']): Spoiled => ({
  rule,
  sample,
  change,
});
const TO = 'to: ReznikNYSDChambers@nysd.uscourts.gov';
const SPERO_TO = 'to: JCSSettlement@cand.uscourts.gov';
const words = (n: number): string =>
  'The parties have talked about this at length and more than once. '.repeat(n);

/** Takes a section of a sample out, heading and all. */
const cut = (heading: string): readonly [RegExp, string] => [
  new RegExp(`## ${heading}[\\s\\S]*?(?=\\n## |\\nRespectfully submitted)`),
  '',
];
/** Leaves a section's heading and takes its words. */
const empty = (heading: string): readonly [RegExp, string] => [
  new RegExp(`(## ${heading}[^\\n]*\\n)[\\s\\S]*?(?=\\n## |\\nRespectfully submitted)`),
  '$1',
];

const missing = (sample: string, content: string, heading: string): Spoiled => ({
  ...spoil('missing-section', sample, cut(heading)),
  content,
});

export const rows: readonly Row[] = [
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
  {
    id: 'MO1',
    says: 'an updated letter by a fixed date, by e-mail to chambers',
    data: ['moses', 'cases.0.submissions.letter.due'],
    proof: [
      spoil('due-date', 'moses-good', ['dated: 2024-04-30', 'dated: 2024-05-07']),
      spoil('recipient', 'moses-good', ['to: Moses_NYSDChambers', 'to: Moses_NYSDChamber']),
    ],
  },
  {
    id: 'MO2',
    says: 'it confirms that a fresh good-faith offer was conveyed, and sets out its terms',
    data: ['moses', 'submissions.0.contents.1'],
    proof: [
      missing('moses-good', 'fresh-offer', 'A fresh'),
      missing('moses-good', 'terms', 'The terms'),
      {
        ...spoil('section-detail', 'moses-good', [
          /(## The terms of the offer\n)[\s\S]*?(?=\nRespectfully)/,
          '$1\nAs usual.\n',
        ]),
        content: 'terms',
        severity: 'information',
      },
    ],
  },
  {
    id: 'MO3',
    says: 'a discussion in person or by telephone and a proposal by each party, since the earlier order',
    data: ['moses', 'exchange.fresh'],
    proof: [spoil('exchange', 'moses-good', ['since: 2024-03-11', 'since: 2024-04-27'])],
  },
];
