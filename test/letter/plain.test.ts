import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainBlock } from '../../server/src/letter/plain.ts';
import { chunked, whole } from './trees.ts';

/** Texts that are tried; more in a long run. */
const RUNS = Number(process.env.EX_PARTE_PLAIN ?? 3_000);

describe('blocks', () => {
  test('of plain words need no parser, and are what it makes of them', () => {
    const signs = [
      ...'aZ é1234 \n\n.,;:()?!$%/@"\'“”‘’–—…§¶-',
      '\n\n',
      '\r\n',
      '  ',
      '#',
      '*',
      '1. ',
      '2)',
      '- ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom('word', ...signs), { maxLength: 16 }), (parts) => {
        const text = parts.join('');
        expect(chunked(text)).toEqual(whole(text));
      }),
      { numRuns: 2_000 },
    );
    expect(plainBlock('Dear Judge:\n')).toBeDefined();
  });

  test('of words with emphasis and footnotes need no parser, and are what it makes of them', () => {
    const parts = [
      '# ',
      '## 1. ',
      '\n\n### ',
      '\n\n',
      'word',
      'a1',
      ' ',
      '*',
      '**',
      '***',
      '\n',
      '[^1]',
      '[^Ab]',
      '[^no]',
      '[',
      ']',
      '^',
      '_',
    ];
    const marks = [
      ...'.,;:?!()“”’"—-$',
      'é',
      '*Id.*',
      '(*see*)',
      ' **Facts.** ',
      '*Doe v. Roe*, ',
      'held.[^1] ',
      '[the letter](#a-1)',
      '[Ex. A][ab]',
      '[x][Ab]',
      '[ y](#b)',
      '#',
      '(#a)',
    ];
    const notes = ['', '\n\n[^1]: One.\n\n[^Ab]: Two.', '\n\n[^1]: One.\n\n[ab]: x\n\n[word]: y'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts, ...marks), { maxLength: 12 }),
        fc.constantFrom(...notes),
        (some, note) => {
          const text = some.join('') + note;
          expect(chunked(text)).toEqual(whole(text));
        },
      ),
      { numRuns: RUNS },
    );
    const lead = '[^1]: x\n\n[a-1]: x\n\n<!---->\n\n';
    const read = plainBlock(
      'As *Doe v. Roe*, 1 F.4th 2, has it.[^1]\n**Facts.** [Few](#x), [no][a-1].\n',
      lead,
    );
    expect(read?.children.map(({ type }) => type)).toEqual([
      'text',
      'emphasis',
      'text',
      'footnoteReference',
      'text',
      'strong',
      'text',
      'link',
      'text',
      'linkReference',
      'text',
    ]);
    expect(plainBlock('## 1. The *facts*\n\n')).toMatchObject({ type: 'heading', depth: 2 });
    for (const odd of [
      '5 * 3',
      'a *b',
      '*a **b***',
      'a*b*',
      'see [^2]',
      'x![^1]',
      '[^1](x)',
      '* a',
      '***a***',
      '[a][b]',
      '[a]',
      '![a](#b)',
      '[a](x)',
      '*[a](#b)*',
    ]) {
      expect(plainBlock(odd, lead), odd).toBeUndefined();
    }
  }, 120_000);
});
