import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { chooseSubmission } from '../../server/src/order/resolve.ts';
import { coverage, isCovered } from '../../server/src/rules/support/coverage.ts';
import { builtInOrders } from '../support/orders.ts';

/** Headings with the contents that a careful lawyer would say they cover; written without sight of the cues. */
interface Row {
  readonly heading: string;
  readonly covers: readonly string[];
  readonly why: string;
}

/** The second set was written after the cues, to measure them on phrasing that they had not seen. */
const sets = ['headings', 'headings-holdout'].map((name) => join(import.meta.dirname, '../fixtures', name));

describe.each(builtInOrders.map((order) => ({ id: order.id, order })))(
  'headings before $id',
  ({ id, order }) => {
    const rows = sets.flatMap((set): Row[] => JSON.parse(readFileSync(join(set, `${id}.json`), 'utf8')));
    const submission = chooseSubmission(order, undefined);
    test('the matrix is large enough', () => expect(rows.length).toBeGreaterThanOrEqual(150));
    test.each(rows)('$heading', ({ heading, covers }) => {
      if (!submission) throw new Error('no submission');
      const letter = parseLetter(`---\njudge: ${id}\n---\n\n${heading}\n\nWords.\n`);
      const found = coverage(letter, submission).filter(isCovered);
      expect(found.map((c) => c.content.id).sort()).toEqual([...covers].sort());
    });
  },
);
