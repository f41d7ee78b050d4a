import fc from 'fast-check';
import type { Nodes, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { nodeSpan } from '../../server/src/letter/chunk.ts';
import { parseBody, parseMarkdown } from '../../server/src/letter/markdown.ts';

/** A tree without positions, but for each node's own span, so that both ways of parsing can be compared. */
function bare(node: Nodes, span: (n: Nodes) => { start: number; end: number }): unknown {
  const { position: _, ...rest } = node;
  const children = 'children' in node ? node.children.map((c) => bare(c, span)) : undefined;
  return { ...rest, data: undefined, children, ...span(node) };
}

const whole = (text: string) =>
  parseMarkdown(text).children.map((n) =>
    bare(n, (x) => ({ start: x.position?.start.offset ?? 0, end: x.position?.end.offset ?? 0 })),
  );

const chunked = (text: string) =>
  parseBody(text, 0).pieces.flatMap(({ chunk, start }) =>
    chunk.nodes.map((n: RootContent) =>
      bare(n, (x) => {
        const s = nodeSpan(chunk, x);
        return { start: s.start + start, end: s.end + start };
      }),
    ),
  );

const fragments = [
  'word',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\n\n\n',
  '# Head',
  '- item',
  '1. one',
  '2) two',
  '> quote',
  '    code',
  '```',
  '~~~',
  '<!-- c',
  '-->',
  '<div>',
  '<!-- whole -->',
  '[a]: http://x',
  '[^1]: note',
  '[^1]',
  '[a]',
  '[b][a]',
  '| a | b |\n| - | - |\n| c | d |',
  '**bold**',
  '*em*',
  '\\',
  '---',
  '===',
  '***',
  '\t',
  '  \n',
  '`code`',
  '\r\n',
  '![x](y)',
  '<script>',
  '</script>',
  '    [^1]: in',
  '   ',
  '> - x',
  '+ ',
  '[A]:',
  '[^1]:',
  '<?',
  '?>',
  '&amp;',
];

describe('chunks', () => {
  test.each([
    ['a list goes on after a blank line', '- a\n\n- b\n\npara\n\n- c'],
    ['a fence holds blank lines', '```\na\n\nb\n```\n\nafter'],
    ['a comment holds blank lines', '<!-- a\n\nb -->\n\nafter'],
    ['a link is defined further down', 'See [the letter][l].\n\nMore.\n\n[l]: http://x'],
    [
      'a footnote is defined further down',
      'A claim.[^1]\n\nMore.\n\n[^1]: The note.\n\n    Its second paragraph.',
    ],
    ['an indented run after a footnote', 'A.[^1]\n\n[^1]: N\n\n    code?\n\nB[^1]'],
  ])('%s', (_, text) => expect(chunked(text)).toEqual(whole(text)));

  test('parse as the whole text does, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        expect(chunked(text)).toEqual(whole(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('are taken over by the next version where their text did not change', () => {
    const before = parseBody('One.\n\nTwo.\n\nThree.', 0);
    const after = parseBody('One.\n\nTwo!\n\nThree.', 0, before.table);
    expect(after.pieces.map((p, i) => p.chunk === before.pieces[i]?.chunk)).toEqual([true, false, true]);
  });
});
