import { missing, type Row, spoil } from './row.ts';

export const moses: readonly Row[] = [
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
