import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { precision, recall, scoreFolder } from './score.ts';

describe('orders that were written without sight of the reader', () => {
  it('are read with few misses and fewer inventions', () => {
    const score = scoreFolder(join(import.meta.dirname, '../fixtures/read-orders-districts'));
    expect(score.right).toBeGreaterThan(760);
    expect(precision(score), score.wrong.join('\n')).toBeGreaterThan(0.985);
    expect(recall(score), score.missed.join('\n')).toBeGreaterThan(0.97);
  });
});
