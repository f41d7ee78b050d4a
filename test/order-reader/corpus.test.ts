import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { precision, recall, scoreFolder } from './score.ts';

/** A corpus of orders with their facts beside the checkout; where it is not there the test is skipped and says so. */
const CORPUS = join(import.meta.dirname, '../../../shared/orders-corpus');

describe('the reader on a corpus of orders', () => {
  it.skipIf(!existsSync(CORPUS))('reads what they say, and invents next to nothing', () => {
    const score = scoreFolder(CORPUS);
    console.log(`precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)}`);
    expect(precision(score), score.wrong.join('\n')).toBeGreaterThanOrEqual(0.965);
    expect(recall(score), score.missed.join('\n')).toBeGreaterThanOrEqual(0.92);
  });
});
