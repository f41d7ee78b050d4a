import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { precision, recall, scoreFolder } from './score.ts';

/** Each folder was written without sight of the reader; the figures are those that it must keep. */
const FOLDERS: readonly [folder: string, right: number, precise: number, complete: number][] = [
  ['read-orders-districts', 800, 0.99, 0.985],
  ['read-orders-chambers', 950, 0.985, 0.98],
];

describe('orders that were written without sight of the reader', () => {
  it.each(FOLDERS)('%s: few misses and fewer inventions', (folder, right, precise, complete) => {
    const score = scoreFolder(join(import.meta.dirname, '../fixtures', folder));
    console.log(`${folder}: precision ${precision(score).toFixed(3)}, recall ${recall(score).toFixed(3)}`);
    expect(score.right).toBeGreaterThan(right);
    expect(precision(score), score.wrong.join('\n')).toBeGreaterThan(precise);
    expect(recall(score), score.missed.join('\n')).toBeGreaterThan(complete);
  });
});
