import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { chooseSubmission } from '../../server/src/order/resolve.ts';
import { emptySection } from '../../server/src/rules/empty-section.ts';
import { sectionDetail } from '../../server/src/rules/section-detail.ts';
import { coverage, isCovered } from '../../server/src/rules/support/coverage.ts';
import { headingRows } from '../support/headings.ts';
import { builtInOrders } from '../support/orders.ts';
import { runRule } from '../support/run-rule.ts';

/** Words that give whatever a paragraph may ask for: a sum, a day, a name, evidence, a candid view. */
const TELLING =
  'On May 3, 2024 Ms. Jane Oakes, Vice President, offered $50,000; her testimony on damages is likely to be believed.';

describe.each(builtInOrders.map((order) => ({ id: order.id, order })))(
  'headings before $id',
  ({ id, order }) => {
    const rows = headingRows.filter((row) => row.order === id);
    test('the matrix is large enough', () => expect(rows.length).toBeGreaterThanOrEqual(200));
    test.each(rows)('$heading', ({ heading, covers, submission }) => {
      const chosen = chooseSubmission(order, submission);
      if (!chosen) throw new Error('no submission');
      const named = submission ? `\nsubmission: ${submission}` : '';
      const letter = parseLetter(`---\njudge: ${id}${named}\n---\n\n${heading}\n\n${TELLING}\n`);
      const found = coverage(letter, chosen).filter(isCovered);
      expect(found.map((c) => c.content.id).sort()).toEqual([...covers].sort());
      expect(runRule(emptySection, letter)).toEqual([]);
      if (chosen.contents.some((c) => c.detail)) expect(runRule(sectionDetail, letter)).toEqual([]);
    });
  },
);
