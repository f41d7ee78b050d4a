import { movesOf } from '../chart/moves.ts';
import { blockMarks, CHART, CONFIDENTIAL } from '../letter/block-marks.ts';
import { closest } from '../letter/header-issues.ts';
import type { Found, Rule } from './support/rule.ts';

export const blockMark: Rule = {
  id: 'block-mark',
  severity: 'warning',
  title: 'A ::: line that does nothing',
  what: 'A line begins with ::: and is neither :::confidential, nor the ::: that ends it, nor :::negotiation-chart, so that it is printed as it stands; or it asks for the chart of the negotiation while the header lists no demand and no offer.',
  why: 'A passage that was meant to be kept from the other side is not kept from it by a mark that is misspelt.',
  mend: 'The light bulb offers the mark that was probably meant. For a chart, list the demands and offers under `negotiations:`.',
  needs: 'letter',
  check({ letter }) {
    const hasMoves = movesOf(letter.header.values).length > 0;
    return blockMarks(letter).flatMap(({ name, span }): Found[] => {
      if (name === '' || name === CONFIDENTIAL) return [];
      if (name === CHART) {
        if (hasMoves || letter.header.unreadable.has('negotiations')) return [];
        const message =
          "The chart has nothing to show: the header's `negotiations` lists no demand and no offer.";
        return [{ message, span }];
      }
      const likely = closest(name, [CONFIDENTIAL, CHART]);
      const known = `:::${CONFIDENTIAL}, :::${CHART}, or ::: alone`;
      return [
        {
          message: `This line does nothing and is printed as it stands. ${likely ? `Did you mean :::${likely}?` : `Known are ${known}.`}`,
          span,
          fixes: likely ? [{ title: `Change to :::${likely}`, edits: [{ span, text: `:::${likely}` }] }] : [],
        },
      ];
    });
  },
  accepted: [
    { say: 'a passage for the judge alone', body: ':::confidential\n\nOur bottom line.\n\n:::\n' },
    {
      say: 'the chart of a negotiation',
      header: ['negotiations:', '  - { date: 2025-08-01, by: plaintiff, kind: demand, amount: 90000 }'],
      body: 'Plaintiff demanded $90,000.\n\n:::negotiation-chart\n',
    },
  ],
  rejected: [
    {
      say: 'a mark misspelt',
      body: ':::confidental\n\nOur bottom line.\n\n:::\n',
      marks: ':::confidental',
      fixed: ':::confidential\n\nOur bottom line.\n\n:::\n',
    },
    {
      say: 'a chart of nothing',
      body: ':::negotiation-chart\n',
      marks: ':::negotiation-chart',
    },
  ],
};
