import fc from 'fast-check';
import { BLOCKS } from '../support/corpus.ts';
import { header } from './headers.ts';
import { jumble, nested, strange } from './texts.ts';

/** A block of the body, from what lawyers write to what nobody does. */
export const block = fc.oneof(
  { arbitrary: fc.constantFrom(...BLOCKS), weight: 12 },
  { arbitrary: jumble, weight: 6 },
  { arbitrary: nested, weight: 1 },
);

const ending = fc.oneof(
  { arbitrary: fc.constant('\n'), weight: 6 },
  { arbitrary: fc.constantFrom('\r\n', '\r'), weight: 1 },
);

/** Strange characters, each with the place (0 to 1) where it is put. */
const spots = fc.oneof(
  { arbitrary: fc.constant([]), weight: 3 },
  {
    arbitrary: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), strange), { maxLength: 4 }),
    weight: 1,
  },
);

export const body = fc.array(block, { maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

/** A letter as it may be on a disk: mostly one with a judge, whatever its lines end with. */
export const letter = fc.tuple(header, body, ending, spots).map(([head, text, lines, put]) => {
  let whole = `${head}\n${text}\n`;
  if (lines !== '\n') whole = whole.replaceAll('\n', lines);
  for (const [at, what] of put) {
    const place = Math.floor(at * whole.length);
    whole = whole.slice(0, place) + what + whole.slice(place);
  }
  return whole;
});

/** One change, as an editor makes it: so much cut at a place (0 to 1), and something put there. */
export const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.nat(3), fc.nat(200)),
  put: fc.oneof(
    jumble,
    fc.constant(''),
    fc.constantFrom(...BLOCKS),
    fc.constantFrom('x', '\n', ' ', '`', '>', '-', '<', '[', '*'),
  ),
});

export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

export function applyEdit(text: string, { at, cut, put }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + cut);
}
