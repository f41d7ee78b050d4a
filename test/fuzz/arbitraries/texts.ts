import fc from 'fast-check';

/** What Markdown, YAML, Typst and XML read as syntax, and what programs stumble over. */
export const FRAGMENTS: readonly string[] = [
  'word',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '    ',
  '# Head',
  '## History of settlement negotiations',
  '**Bold run-in.** ',
  '- item',
  '1. one',
  '> quote',
  '```',
  '~~~',
  '`',
  '<!-- c',
  '-->',
  '<!-- covers: history, terms -->',
  '<!-- covers: -->',
  '<!-- ex-parte-disable placeholder: because -->',
  '<!-- ex-parte-disable -->',
  '<!-- ex-parte-disable nothing, header: x -->',
  ':::confidential',
  ':::',
  '[^1]',
  '[^1]: note',
  '[^2]: see [^1]',
  '[a](b)',
  '[Amount]',
  '[Name](x',
  'TODO',
  '____',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a snippet leaves over
  '${1:Name}',
  '| a | b |\n| - | - |\n| $5 | c |',
  '|',
  '---',
  '===',
  '***',
  '*',
  '_',
  '\\',
  '$100,000',
  '$1.5 million',
  '$',
  '#read("x")',
  '@ref',
  '<div>',
  '</div>',
  '&amp;',
  '&#0;',
  '123-45-6789',
  'May 28, 2024',
  '24 Civ. 6182',
  'No. 7:24-cv-00361',
  'Dear Judge Reznik:',
  'Judge Percy',
  'Exhibit A',
  'Ex. 1',
  'via ECF',
  'CERTIFICATE OF SERVICE',
  'a.b@c.example',
  'judge: reznik',
];

/** Characters that count as two, as none, or as something else than they look like. */
export const STRANGE: readonly string[] = [
  '😀',
  '𝒜',
  '🏛️',
  'e\u0301',
  '\u200b',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200f',
  'שלום',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\u0085',
  '\0',
  '\u0001',
  '\u001b[31m',
  '\u007f',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\ud800',
  '\udc00',
  '\r',
  '\v',
  '\f',
];

export const fragment = fc.constantFrom(...FRAGMENTS);
export const strange = fc.constantFrom(...STRANGE);

/** A line of anything. */
export const jumble = fc
  .array(
    fc.oneof(
      { arbitrary: fragment, weight: 6 },
      { arbitrary: strange, weight: 1 },
      {
        arbitrary: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
        weight: 1,
      },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Something opened and opened again: `[[[[`, `> > >`. */
export const nested = fc
  .tuple(
    fc.constantFrom('[', '(', '> ', '- ', '*', '**', '<div>', '![', '{', '`', '_(', ':::'),
    fc.integer({ min: 2, max: 200 }),
  )
  .map(([mark, times]) => mark.repeat(times));
