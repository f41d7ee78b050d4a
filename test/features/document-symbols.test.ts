import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { type Letter, parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { letter } from '../fuzz/arbitraries/letters.ts';
import { allOrders } from '../support/orders.ts';

/** What an editor refuses: it drops the whole outline for one such symbol, and writes so into its log. */
function refused(text: string): string[] {
  const read = parseLetter(text);
  return documentSymbols(read, openMatter(read, allOrders)).flatMap((s) => faults(read, s));
}

function faults(letter: Letter, symbol: DocumentSymbol): string[] {
  const { name, range, selectionRange, children = [] } = symbol;
  const isIn = (inner: Range, outer: Range): boolean =>
    letter.lines.offset(outer.start) <= letter.lines.offset(inner.start) &&
    letter.lines.offset(inner.end) <= letter.lines.offset(outer.end);
  return [
    ...(name.trim() === '' ? ['no name'] : []),
    ...(isIn(selectionRange, range) ? [] : [`${name}: its name stands outside of it`]),
    ...children.filter((c) => !isIn(c.range, range)).map((c) => `${c.name} stands outside of ${name}`),
    ...children.flatMap((c) => faults(letter, c)),
  ];
}

test('each symbol holds its name and what is below it, whatever the letter and however far it is typed', () => {
  const typed = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(letter, typed, (text, part) => {
      expect(refused(text)).toEqual([]);
      expect(refused(text.slice(0, Math.floor(part * text.length)))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['a heading without words, at the end', '---\njudge: reznik\n---\n\n## \n'],
  ['a heading with blanks behind it', '---\njudge: reznik\n---\n\n## Value  \n'],
])('%s', (_, text) => {
  expect(refused(text)).toEqual([]);
});
