import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import type { Chunk } from '../../server/src/letter/chunk.ts';
import { hasGlyph } from '../../server/src/typeset/coverage.ts';
import type { Typesetter } from '../../server/src/typeset/typesetter.ts';
import { dist, hasPoppler, poppler, prepareAssets, sourceOf } from './support.ts';

/** The words of a Markdown text in order, without blanks. Code of its own, so that it errs in its own ways. */
function words(chunks: readonly Chunk[]): string {
  const of = (node: Nodes): string => {
    if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->|<br\s*\/?>/gi, '');
    if ('value' in node) return node.value;
    if ('alt' in node) return node.alt ?? '';
    return 'children' in node ? node.children.map(of).join('') : '';
  };
  return bare(chunks.flatMap((chunk) => chunk.nodes.map(of)).join(''));
}

/** Without blanks and invisible characters. Poppler composes accents, and so must the other side. */
const bare = (text: string): string =>
  text.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '').normalize('NFC');

/** What Typst, Markdown and JSON read as syntax, and what typographers like to replace. */
const snippets = fc.constantFrom(
  '#read("x")',
  '#{',
  '$x^2$',
  '*',
  '_',
  '@ref',
  '<label>',
  '\\',
  '\\u{41}',
  '`',
  '```',
  '//',
  '/*',
  '~',
  '--',
  '---',
  '...',
  "'",
  '"',
  '“q”',
  '’',
  '= ',
  '- ',
  '+ ',
  '1. ',
  '> ',
  '| ',
  '[^1]',
  '[a](b)',
  '&amp;',
  '&#35;',
  '<br>',
  '#import "@preview/x:1.0.0"',
  'https://a.example/b?c=d&e',
  'é',
  'e\u0301',
  'ñ',
  'ﬁ',
  'fi',
  'ffl',
  '§',
  '½',
  '€',
  'Ωμέγα',
  'Привет',
  '😀',
  '✔',
  '½',
  '\u00a0',
  'word',
  'A',
  '7',
);
const line = fc
  .array(fc.oneof(snippets, fc.constant(' '), fc.string({ unit: 'grapheme-ascii', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

describe.skipIf(!hasPoppler)('text in equals text out', () => {
  let typesetter: Typesetter;
  beforeAll(() => {
    prepareAssets();
    typesetter = createTypesetter({ dist, mode: 'in-process' });
  });
  afterAll(() => typesetter.dispose());

  /** What stands on the pages, the number at each foot taken off. */
  async function printed(markdown: string): Promise<{ text: string; chunks: readonly Chunk[] }> {
    const source = sourceOf(markdown);
    const pdf = await typesetter.pdf('a', source, { title: 'Letter', date: '2025-01-02' });
    const pages = poppler('pdftotext', pdf, '-raw').split('\f').slice(0, -1);
    return {
      chunks: source.chunks,
      text: bare(pages.map((page, i) => page.trimEnd().replace(new RegExp(`${i + 1}$`), '')).join('')),
    };
  }

  test('of paragraphs of any characters that print', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        // Lists and footnotes print marks of their own, and a rule or a heading's marks print nothing.
        const markdown = lines.map((l) => `x${[...l].filter(hasGlyph).join('')}x`).join('\n\n');
        const { text, chunks } = await printed(markdown);
        expect(text).toBe(words(chunks));
      }),
      { numRuns: 100 },
    );
  });

  test('of every plane that the fonts cover, character by character', async () => {
    const all: string[] = [];
    for (let code = 0x20; code < 0x20000; code++) {
      const c = code >= 0xd800 && code < 0xe000 ? '' : String.fromCodePoint(code);
      // Marks combine with what stands before; scripts from right to left come out in another order.
      if (c && hasGlyph(c) && /[\p{L}\p{N}\p{S}\p{P}]/u.test(c) && !RIGHT_TO_LEFT.test(c)) all.push(c);
    }
    expect(all.length).toBeGreaterThan(3_000);
    const escaped = all.map((c) => (/[!-/:-@[-`{-~]/.test(c) ? `\\${c}` : c));
    const { text } = await printed(`x ${escaped.join(' ')} x`);
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
    const { text, chunks } = await printed(markdown);
    expect(text.replace(/[•‣–◦]/g, '')).toBe(words(chunks).replace(/[•‣–◦]/g, ''));
  });
});
