import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { hasGlyph } from '../../server/src/typeset/coverage.ts';
import type { Typesetter } from '../../server/src/typeset/typesetter.ts';
import { bare, printed, words } from './printed.ts';
import { dist, hasPoppler, prepareAssets } from './support.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

// Of paragraphs of any characters at random, and of lists, notes and tables: `test/fuzz/properties/prints.ts`.
describe.skipIf(!hasPoppler)('text in equals text out', () => {
  let typesetter: Typesetter;
  beforeAll(() => {
    prepareAssets();
    typesetter = createTypesetter({ dist, mode: 'in-process' });
  });
  afterAll(() => typesetter.dispose());

  test('of every plane that the fonts cover, character by character', async () => {
    const all: string[] = [];
    for (let code = 0x20; code < 0x20000; code++) {
      const c = code >= 0xd800 && code < 0xe000 ? '' : String.fromCodePoint(code);
      // Marks combine with what stands before; scripts from right to left come out in another order.
      if (c && hasGlyph(c) && /[\p{L}\p{N}\p{S}\p{P}]/u.test(c) && !RIGHT_TO_LEFT.test(c)) all.push(c);
    }
    expect(all.length).toBeGreaterThan(3_000);
    const escaped = all.map((c) => (/[!-/:-@[-`{-~]/.test(c) ? `\\${c}` : c));
    const { text } = await printed(typesetter, `x ${escaped.join(' ')} x`);
    expect([...text].length).toBe([...bare(`x${all.join('')}x`)].length);
    expect(text).toBe(bare(`x${all.join('')}x`));
  });

  test.each([
    ['Hebrew', 'Counsel wrote שלום to the client, and again שלום there.'],
    ['a letter with marks above', 'Ms. Nguyễn and Mr. Ångström'],
    ['one long line without a blank', `see ${'abcdefghij'.repeat(2_000)}`],
    ['one long line', 'lorem ipsum '.repeat(2_000)],
    [
      'lists, quotations, a table',
      '> quoted\n\n- item\n\n| a | b |\n|---|---|\n| c | incomprehensibilitiesandmore |',
    ],
    ['quotations in quotations', `${'>'.repeat(50)} deep`],
    ['list levels', `${'- '.repeat(40)}deep`],
    ['brackets', `${'['.repeat(10_000)} deep`],
    ['marks of quotations', `${'>'.repeat(10_000)} deep`],
  ])('of %s', async (_, markdown) => {
    const { text, chunks } = await printed(typesetter, markdown);
    expect(text.replace(/[•‣–◦]/g, '')).toBe(words(chunks).replace(/[•‣–◦]/g, ''));
  });
});
