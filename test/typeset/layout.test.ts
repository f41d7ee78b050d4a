import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { STATEMENT } from '../../server/src/typeset/formats.ts';
import type { Typesetter } from '../../server/src/typeset/typesetter.ts';
import { dist, prepareAssets, sourceOf } from './support.ts';

describe.each(['native', 'wasm'] as const)('%s', (engine) => {
  let typesetter: Typesetter;
  beforeAll(() => {
    prepareAssets();
    typesetter = createTypesetter({ dist, mode: 'in-process', engine });
  });
  afterAll(() => typesetter.dispose());

  test('an empty letter is one page', async () => {
    expect(await typesetter.layout('a', sourceOf(''))).toEqual({ pages: 1, starts: [] });
  });

  test('a letter of short lines fills 46 lines single-spaced and 23 double-spaced', async () => {
    const lines = (n: number) => sourceOf(Array.from({ length: n }, (_, i) => `line ${i}`).join('\\\n'));
    expect(await typesetter.count('a', lines(46))).toBe(1);
    expect(await typesetter.count('a', lines(47))).toBe(2);
    expect(await typesetter.count('a', { ...lines(23), format: STATEMENT })).toBe(1);
    expect(await typesetter.count('a', { ...lines(24), format: STATEMENT })).toBe(2);
  });
});
