import { expect, test } from 'vitest';
import { isTooDeep } from '../../server/src/letter/too-deep.ts';

test.each([
  ['a paragraph of a thousand words, a third of them in italics', 'these are *plain* '.repeat(330)],
  ['a list of a thousand items that open in bold', '- **Item.** And what it is about.\n'.repeat(1_000)],
  ['a table of a thousand rows with a word in bold', '| **a** | b |\n'.repeat(1_000)],
  ['a table of five thousand rows', '| a | b |\n'.repeat(5_000)],
  ['five hundred paragraphs that open in bold', '**Words.** More of them.\n\n'.repeat(500)],
])('is read: %s', (_, text) => expect(isTooDeep(text)).toBe(false));

test.each([
  ['four thousand stars in one paragraph', '***a'.repeat(4_000)],
  ['the same over many lines', '***a\n'.repeat(4_000)],
  ['the same in a quotation', '> ***a\n'.repeat(4_000)],
  ['ten thousand lines and more without a blank one', '> \\\n'.repeat(10_001)],
  ['four thousand brackets that close', '](x)'.repeat(4_000)],
])('is not: %s', (_, text) => expect(isTooDeep(text)).toBe(true));
