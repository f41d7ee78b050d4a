import fc from 'fast-check';
import { hasGlyph } from '../../../server/src/typeset/coverage.ts';

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
  '\u00a0',
  'word',
  'A',
  '7',
);

/** A line of any characters that print. Marks of Markdown in its midst are letters or emphasis, never a list. */
export const line = fc
  .array(fc.oneof(snippets, fc.constant(' '), fc.string({ unit: 'grapheme-ascii', maxLength: 8 })), {
    maxLength: 12,
  })
  .map((parts) => `x${[...parts.join('')].filter(hasGlyph).join('')}x`);

/** Words that Markdown leaves as they are, however they stand: no digits, which notes and lists print too. */
const plain = fc
  .array(
    fc.constantFrom(
      'the',
      'demand',
      'offer,',
      '“counsel”',
      '§',
      'plaintiff’s',
      'e\u0301',
      'ﬁ',
      'Ωμέγα',
      'Привет',
      '#read("x")',
      '@ref',
      '$x^y$',
      '//',
      'incomprehensibilitiesandmoreofthesame',
      'abcdefghij'.repeat(20),
      '😀',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.join(' '));

/** A block of a letter. Notes are named by the block's place, so that each is named once. */
const structured = fc.oneof(
  plain,
  plain.map((p) => `## ${p}`),
  fc.array(plain, { minLength: 1, maxLength: 4 }).map((items) => items.map((i) => `- ${i}`).join('\n')),
  fc.array(plain, { minLength: 1, maxLength: 4 }).map((items) => items.map((i) => `1. ${i}`).join('\n')),
  fc.tuple(plain, plain).map(([a, b]) => `- ${a}\n  - ${b}\n\n    ${a}`),
  fc.tuple(plain, plain).map(([a, b]) => `> ${a}\n>\n> > ${b}`),
  fc
    .array(fc.tuple(plain, plain, plain), { minLength: 1, maxLength: 5 })
    // A head without words, since it is printed again on each page.
    .map((rows) => `| | | |\n|---|:-:|--:|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`),
  fc.tuple(plain, plain).map(([a, b]) => `${a}[^NOTE] ${b}\n\n[^NOTE]: ${b}\n\n    ${a}`),
  fc.tuple(plain, plain).map(([a, b]) => `**${a}**\\\n_${b}_`),
  fc.tuple(plain, plain).map(([a, b]) => `${a} <!-- ${b} -->`),
);

/** Lists, notes, tables, quotations and headings. */
export const structure = fc
  .array(structured, { minLength: 1, maxLength: 8 })
  .map((blocks) => blocks.map((b, i) => b.replaceAll('NOTE', `n${i}`)).join('\n\n<!-- -->\n\n'));
