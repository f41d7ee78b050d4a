import { ledgerSums, likeliest, sumsNotIn } from './support/ledger-sums.ts';
import { asDollars } from './support/money.ts';
import { inLetter } from './support/per-chunk.ts';
import type { Found, Rule } from './support/rule.ts';
import { skip } from './support/rule.ts';
import { saidSums } from './support/said-sums.ts';
import { inSettlementSection } from './support/settlement-section.ts';

export const amount: Rule = {
  id: 'amount',
  severity: 'warning',
  title: 'A demand or an offer that the negotiations do not have',
  what: 'The text says that a sum was demanded or offered, and no entry of the header’s negotiations has that sum. Valuations, damages, fees, limits and sums that someone would or might offer are left alone.',
  why: 'The judge starts from the last demand and the last offer. A figure that is wrong in the letter is argued over at the table.',
  mend: 'Correct the figure; the light bulb offers the one in the header. Or add the demand or offer to the header’s `negotiations:`.',
  needs: 'letter',
  check({ letter }) {
    const { negotiations } = letter.header.values;
    if (letter.header.unreadable.has('negotiations')) return skip("the header's negotiations cannot be read");
    if (!negotiations) return skip('the header lists no negotiations');
    const ledger = ledgerSums(negotiations);
    return inLetter(letter, saidSums).flatMap((said): Found[] => {
      if (sumsNotIn(ledger, said).length === 0) return [];
      if (said.needsContext && !inSettlementSection(letter, said.span.start)) return [];
      const sum = asDollars(said.value);
      const near = likeliest(negotiations, said);
      const known = near === undefined ? '' : ` Is ${asDollars(near)} meant?`;
      return [
        {
          message: `${sum} is said to be ${said.kind}, but the header’s negotiations have no such sum.${known} Correct one of the two.`,
          span: said.span,
          ...(near === undefined
            ? {}
            : {
                fixes: [
                  {
                    title: `Change to ${asDollars(near)}`,
                    edits: [{ span: said.span, text: asDollars(near) }],
                  },
                ],
              }),
        },
      ];
    });
  },
  accepted: [
    {
      say: 'sums that the header has, however they are written',
      header: [
        'negotiations:',
        '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: 450000 }',
        '  - { date: 2025-08-10, by: defendant, kind: offer, amount: 1200000 }',
      ],
      body: '## Settlement history\n\nPlaintiff demanded $450K. Pelham offered $1.2 million. The demand was four hundred fifty thousand dollars ($450,000).',
    },
    {
      say: 'sums that are no demand and no offer',
      header: ['negotiations:', '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: 450000 }'],
      body: '## Settlement value\n\nDamages are $90,000. She would settle for $80,000. The value is between $60,000 and $90,000. She had been offered the job at $148,000. Pelham is prepared to offer $75,000. It never offered $50,000.',
    },
    { say: 'no negotiations in the header', body: '## Settlement history\n\nPlaintiff demanded $450,000.' },
  ],
  rejected: [
    {
      say: 'a demand with another sum',
      header: ['negotiations:', '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: 350000 }'],
      body: '## Settlement history\n\nPlaintiff demanded $365,000 on August 1, 2025.',
      marks: '$365,000',
      fixed: '## Settlement history\n\nPlaintiff demanded $350,000 on August 1, 2025.',
    },
    {
      say: 'an offer in a table',
      header: ['negotiations:', '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: 350000 }'],
      body: '## Settlement history\n\n| Date | By | Kind | Sum |\n| --- | --- | --- | --- |\n| 2025-08-01 | plaintiff | demand | $350,000 |\n| 2025-08-10 | defendant | offer | $20,000 |',
      marks: '$20,000',
    },
    {
      say: 'none made, says the header',
      header: ['negotiations: []'],
      body: '## Settlement history\n\nPelham’s offer of August 10 was $20,000.',
      marks: '$20,000',
    },
  ],
};
