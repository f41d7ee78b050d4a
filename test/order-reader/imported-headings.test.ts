import { describe, expect, it } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { compileCue } from '../../server/src/order/cues.ts';
import type { Order, Submission } from '../../server/src/order/order.ts';
import { chooseSubmission } from '../../server/src/order/resolve.ts';
import { contentsData } from '../../server/src/order-reader/build/contents.ts';
import { reading } from '../../server/src/order-reader/text/reading.ts';
import { coverage, isCovered } from '../../server/src/rules/support/coverage.ts';
import { headingRows } from '../support/headings.ts';
import { builtInOrders } from '../support/orders.ts';

/** The document with the cues that an import would give it: from what it asks, in the order file's own words. */
function asImported(order: Order): Submission {
  const submission = chooseSubmission(order, undefined);
  if (!submission) throw new Error(`${order.id} asks for nothing`);
  const text = submission.contents.map((c) => c.asks).join('\n\n');
  const topics = submission.contents.map((c) => {
    const start = text.indexOf(c.asks);
    return { words: c.asks, start, end: start + c.asks.length, mark: '', confidence: 0.9 };
  });
  const read = contentsData(reading(text), topics);
  return {
    ...submission,
    contents: submission.contents.map((c, i) => ({
      ...c,
      parts: [],
      cues: (read[i]?.cues ?? []).map(compileCue),
    })),
  };
}

/** Headings known and invented, over all contents. */
function measure(order: Order): { known: number; missed: string[]; invented: string[] } {
  const submission = asImported(order);
  const found = { known: 0, missed: [] as string[], invented: [] as string[] };
  for (const row of headingRows.filter((r) => r.order === order.id && !r.submission)) {
    const letter = parseLetter(
      `---\njudge: ${order.id}\n---\n\n${row.heading}\n\nOn May 3 he offered $50,000.\n`,
    );
    const covered = new Set(
      coverage(letter, submission)
        .filter(isCovered)
        .map((c) => c.content.id),
    );
    for (const id of row.covers) {
      if (covered.has(id)) found.known++;
      else found.missed.push(`${id}: ${row.heading}`);
    }
    for (const id of covered) if (!row.covers.includes(id)) found.invented.push(`${id}: ${row.heading}`);
  }
  return found;
}

/** Judges' own files know more, since they were written for those very paragraphs. */
const LEAST = 0.9;

describe('headings of letters before a judge whose order was only imported', () => {
  it.each(builtInOrders.map((order) => ({ id: order.id, order })))(
    '$id: most are understood',
    ({ order }) => {
      const { known, missed, invented } = measure(order);
      expect(known / (known + missed.length), missed.slice(0, 40).join('\n')).toBeGreaterThan(LEAST);
      expect(known / (known + invented.length), invented.slice(0, 40).join('\n')).toBeGreaterThan(LEAST);
    },
  );
});
