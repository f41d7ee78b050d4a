import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Letter, parseLetter } from '../../server/src/letter/letter.ts';
import { parseBody } from '../../server/src/letter/markdown.ts';
import { resplitBody, splitBody } from '../../server/src/letter/split.ts';
import { chunked, runsOfBody, treesOf, whole } from './trees.ts';

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
    ['a list in a footnote behind indented code', '\tword\n\n\n[^1]:2) two'],
    ['an indented run after a footnote', 'A.[^1]\n\n[^1]: N\n\n    code?\n\nB[^1]'],
  ])('%s', (_, text) => expect(chunked(text)).toEqual(whole(text)));

  test('parse as the whole text does, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        expect(chunked(text)).toEqual(whole(text));
      }),
      { numRuns: 1_500 },
    );
  });

  test('are taken over by the next version where their text did not change', () => {
    const text = 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.';
    const before = parseBody(text, 0);
    const after = parseBody(text.replace('Three.', 'Three!'), 0, { ...before, text, from: 0 });
    expect(after.pieces.map((p, i) => p.chunk === before.pieces[i]?.chunk)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  test('come out of an edit as out of the whole text', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      put: fc.constantFrom(...fragments, ''),
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...fragments), { maxLength: 20 }),
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        (parts, edits) => {
          let text = parts.join('');
          let body = parseBody(text, 0);
          for (const { at, cut, put } of edits) {
            const start = Math.floor(at * text.length);
            const next = text.slice(0, start) + put + text.slice(start + cut);
            const runs = runsOfBody(body);
            const { kept, changed, rest, by } = resplitBody(next, text, runs);
            const moved = runs.slice(rest).map((r) => ({ start: r.start + by, end: r.end + by }));
            expect([...runs.slice(0, kept), ...changed, ...moved]).toEqual(splitBody(next, 0));
            body = parseBody(next, 0, { ...body, text, from: 0 });
            text = next;
            expect(treesOf(body)).toEqual(whole(text));
          }
        },
      ),
      { numRuns: 700 },
    );
  });

  test('outlive an edit of the header', () => {
    const body = 'One.\n\nTwo[^1].\n\nThree.\n\n[^1]: Note.';
    const before = parseLetter(`---\njudge: a\n---\n\n${body}`);
    const after = parseLetter(`---\njudge: ab\ncourt: c\n---\n\n${body}`, before);
    const same = after.pieces.filter((p, i) => p.chunk === before.pieces[i]?.chunk);
    expect(same.length).toBeGreaterThanOrEqual(3);
    expect(after.pieces.map((p) => after.text.slice(p.start, p.start + p.chunk.text.length))).toEqual(
      after.pieces.map((p) => p.chunk.text),
    );
  });

  test('make the same letter step by step as at once, header and all', () => {
    const lines = [
      '---\n',
      'judge: x\n',
      'case: 1\n',
      '\n',
      'Words[^1].\n\n',
      '[^1]: note\n\n',
      '# Head\n\n',
      '- item\n',
      '**Bold.** Run-in.\n\n',
      '`',
      '>',
      '<',
      '<!-- covers: a -->\n\n',
    ];
    const shape = ({ header, pieces, sections, disables, body }: Letter) => ({
      values: header.values,
      issues: header.issues,
      pieces: pieces.map((p) => [p.start, p.chunk.text]),
      sections,
      disables,
      body,
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...lines), { maxLength: 20 }),
        fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            cut: fc.nat(8),
            put: fc.constantFrom(...lines, ''),
          }),
          { maxLength: 10 },
        ),
        (start, edits) => {
          let text = start.join('');
          let letter = parseLetter(text);
          for (const { at, cut, put } of edits) {
            const from = Math.floor(at * text.length);
            text = text.slice(0, from) + put + text.slice(from + cut);
            letter = parseLetter(text, letter);
            expect(shape(letter)).toEqual(shape(parseLetter(text)));
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
