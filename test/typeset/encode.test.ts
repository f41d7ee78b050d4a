import { expect, test } from 'vitest';
import { encode } from '../../server/src/typeset/encode.ts';
import { chunksOf } from './support.ts';

/** What the template gets for a Markdown text. */
const encoded = (markdown: string): unknown[] =>
  encode(chunksOf(markdown)).pieces.flatMap((piece) => JSON.parse(piece.json) as unknown[]);

const paragraph = (...items: unknown[]) => ['p', items, false];

test.each<[string, string, unknown[]]>([
  ['a paragraph, its lines joined', 'one\n  two   three', [paragraph('one two three')]],
  ['prose', 'word '.repeat(30), [['p', ['word '.repeat(30).trim()], true]]],
  ['emphasis', '*a* __b__ ***c***', [paragraph(['e', ['a']], ' ', ['s', ['b']], ' ', ['e', [['s', ['c']]]])]],
  ['code, kept as it is', '`#read("x")`  and', [paragraph('#read("x") and')]],
  [
    'hard breaks of all kinds',
    'a\\\nb  \nc<br>d<br/>e',
    [paragraph('a', ['br'], 'b', ['br'], 'c', ['br'], 'd', ['br'], 'e')],
  ],
  [
    'headings',
    '# A\n\n###### F #',
    [
      ['h', 1, ['A']],
      ['h', 6, ['F']],
    ],
  ],
  [
    'a link: its text alone',
    '[text](https://a.example) [x][y] <b@c.example>\n\n[y]: z',
    [paragraph('text x b@c.example')],
  ],
  ['an image: its description', '![the *map*](m.png) ![](n.png)', [paragraph('the map')]],
  ['an image without any', '![](n.png)', []],
  ['a comment', 'a <!-- secret --> b\n\n<!-- more\nsecret -->', [paragraph('a b')]],
  ['a comment that is never closed', '<!-- open', [paragraph('<!-- open')]],
  [
    'raw HTML, as written',
    '<div class="x">\nhi\n</div>',
    [paragraph('<div class="x">', ['br'], 'hi', ['br'], '</div>')],
  ],
  ['raw HTML in a line', 'H<sub>2</sub>O', [paragraph('H<sub>2</sub>O')]],
  ['a rule', '---', [['x']]],
  ['a code block', '    a\n      b\n\n    c', [['k', ['a', ['br'], '  b', ['br'], ['br'], 'c']]]],
  ['a quotation', '> a\n>\n> b', [['q', [paragraph('a'), paragraph('b')]]]],
  ['a tight list', '- a\n- b', [['u', true, [[['i', ['a']]], [['i', ['b']]]]]]],
  ['a loose list', '- a\n\n- b', [['u', false, [[paragraph('a')], [paragraph('b')]]]]],
  ['a numbered list from 3', '3. a\n4. b', [['o', true, [[['i', ['a']]], [['i', ['b']]]], 3, '.']]],
  ['a numbered list with )', '1) a', [['o', true, [[['i', ['a']]]], 1, ')']]],
  [
    'a nested list',
    '- a\n  - b',
    [
      [
        'u',
        true,
        [
          [
            ['i', ['a']],
            ['u', true, [[['i', ['b']]]]],
          ],
        ],
      ],
    ],
  ],
  [
    'a table, its short row filled',
    '| a | b | c |\n|--|:-:|--:|\n| 1 | 2 |',
    [['t', ['l', 'c', 'r'], [['a'], ['b'], ['c']], [[['1'], ['2'], []]], true]],
  ],
  [
    'footnotes, numbered by their first mark',
    'a[^z] b[^y] c[^z]\n\n[^y]: Y\n[^z]: Z',
    [paragraph('a', ['n', 1, [['i', ['Z']]]], ' b', ['n', 2, [['i', ['Y']]]], ' c', ['r', 1])],
  ],
  ['a footnote that nothing names', 'a\n\n[^y]: Y', [paragraph('a')]],
  [
    'a footnote that names itself',
    'a[^y]\n\n[^y]: Y[^y]',
    [paragraph('a', ['n', 1, [['i', ['Y', ['r', 1]]]]])],
  ],
  ['half a surrogate pair', 'a\ud800b', [paragraph('a\ufffdb')]],
  ['other line separators', 'a\u2028b\u000bc', [paragraph('a b c')]],
])('%s', (_, markdown, expected) => {
  expect(encoded(markdown)).toEqual(expected);
});

test('a head with a footnote does not come again on the next page', () => {
  expect(encoded('| a[^1] |\n|--|\n| b |\n\n[^1]: N')[0]).toMatchObject({ 4: false });
});

test('a run too long for a line can break', () => {
  const [block] = encoded(`see ${'x'.repeat(100)} and ${'W'.repeat(30)} here`);
  expect(block).toEqual([
    'p',
    ['see ', ['l', Array(100).fill('x')], ' and ', ['w', Array(30).fill('W')], ' here'],
    true,
  ]);
});

test('a piece that did not change is the same object, and a changed number of a footnote makes another', () => {
  const before = chunksOf('one[^a]\n\ntwo\n\n[^a]: note');
  const first = encode(before);
  expect(encode(before).pieces).toEqual(first.pieces);
  encode(before).pieces.forEach((piece, i) => {
    expect(piece).toBe(first.pieces[i]);
  });
  const [one, ...rest] = before;
  if (!one) throw new Error('no chunk');
  const ahead = chunksOf('zero[^b]\n\n[^b]: other');
  const later = encode([...ahead, one, ...rest]);
  expect(later.pieces[1]).not.toBe(first.pieces[0]);
  expect(later.pieces[1]?.json).toContain('["n",2,');
  expect(later.pieces[2]).toBe(first.pieces[1]);
});

test.each([
  ['quotations', '>'.repeat(10_000)],
  ['brackets', '['.repeat(10_000)],
  ['list levels', '- '.repeat(10_000)],
  ['emphasis', '*a '.repeat(10_000)],
  ['lists by indent', Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- x${i}`).join('\n')],
])('thousands of nested %s stay shallow and lose no text', (_, bomb) => {
  const { pieces } = encode(chunksOf(`${bomb} word`));
  const depth = Math.max(...pieces.map(({ json }) => nesting(json)));
  expect(depth).toBeLessThan(60);
  expect(pieces.map(({ json }) => json).join()).toContain('word');
});

function nesting(json: string): number {
  let deepest = 0;
  let depth = 0;
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    depth++;
    deepest = Math.max(deepest, depth);
    value.forEach(walk);
    depth--;
  };
  walk(JSON.parse(json));
  return deepest;
}
