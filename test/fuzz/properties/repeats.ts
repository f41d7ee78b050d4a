import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { ofThread, spent } from '../../support/spent.ts';
import { FRAGMENTS, STRANGE } from '../arbitraries/texts.ts';
import { property } from '../property.ts';
import { BLOCKS, HEADER_LINES } from '../support/corpus.ts';
import { examine } from '../support/examine.ts';

/** Milliseconds of processor time that a check may take for so many characters begun. */
const PATIENCE = 1_000;
const SIZE = 100_000;

const part = fc.oneof(
  fc.constantFrom(...FRAGMENTS),
  fc.constantFrom(...STRANGE),
  fc.constantFrom(...BLOCKS),
  fc.constantFrom(
    ' ',
    'a',
    '1',
    '.',
    ',',
    '$',
    '-',
    '(',
    ')',
    '"',
    '“',
    '@',
    ':',
    ';',
    '/',
    '0',
    'A',
    ' and ',
    '\n> ',
    '\n- ',
    '\n\n# ',
  ),
);

/** A few parts over and over, between a beginning and an end that may make all of it match, or not. */
const body = fc
  .tuple(part, fc.array(part, { minLength: 1, maxLength: 3 }), part, fc.constantFrom(2_000, 20_000, 100_000))
  .map(([begin, unit, end, size]) => {
    const one = unit.join('');
    return `---\njudge: reznik\n---\n\n${begin}${one.repeat(Math.ceil(size / one.length))}${end}\n`;
  });

const head = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...HEADER_LINES), part), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '\n'),
    fc.constantFrom(2_000, 20_000),
  )
  .map(([unit, join, size]) => {
    const one = unit.join(join) + join;
    return `---\njudge: reznik\n${one.repeat(Math.ceil(size / Math.max(1, one.length)))}\n---\n\nDear Judge:\n`;
  });

export async function timeHolds(text: string): Promise<void> {
  const limit = PATIENCE * Math.ceil(text.length / SIZE);
  const took = Math.round(await spent(ofThread, limit, () => examine(text)));
  assert(took <= limit, `${took} ms for ${text.length} characters, where ${limit} are allowed`);
}

/** Mostly bodies, some headers. */
export const repeatsText = fc.oneof({ arbitrary: body, weight: 3 }, { arbitrary: head, weight: 1 });

export const repeats = property({
  id: 'repeats',
  says: 'up to 100,000 characters of a few parts over and over: a check takes under a second of processor time for each 100 KB',
  short: 8,
  round: 90,
  arbitrary: repeatsText,
  asFound: true,
  holds: timeHolds,
});
