import fc from 'fast-check';
import { ORDER_CLAUSES, ORDER_LINES, ORDER_TEXTS } from '../support/order-texts.ts';
import { fragment, jumble, strange } from './texts.ts';

/** What readers of orders stumble over: marks of lists, dates, numbers, addresses and names, whole and broken. */
const ODD: readonly string[] = [
  '(a)',
  '(b)',
  '(i)',
  '1.',
  '2)',
  'A.',
  '§ 3.',
  '- ',
  'first,',
  'second,',
  '[X]',
  '[ ]',
  'ten (10) pages',
  'five (5) business days before the conference',
  '0 pages',
  '-3 days',
  '99999999999999999999 days',
  'one hundred and eleven pages',
  'February 30, 2025',
  'March 6, 2025 at 25:00 p.m.',
  '12/31/1999',
  '2/29/2023',
  '0000-00-00',
  'at noon',
  'midnight',
  'twenty-four (24) hours before',
  'the Monday before the conference',
  'chambers@',
  'a_b@nysd.uscourts.gov',
  'a@b.c@d',
  'No. 1:24-cv-05512 (RPK) (DLS)',
  '24 Civ. 1',
  '-against-',
  'v.',
  'JANE Q. DOE, United States Magistrate Judge:',
  'Hon.',
  'Judge',
  'UNITED STATES DISTRICT COURT',
  'SO ORDERED.',
  'Case 1:24-cv-05512 Document 12 Filed 01/15/25 Page 1 of 3',
  '\f',
  'Page 2 of 3',
  'settlement',
  'confidential letter of no more than',
  'shall not be filed on ECF',
  'shall be marked "',
  '”',
  '*The Parties must bring',
  'who have full authority',
  '1 See Fed. R. Evid. 408.',
];

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** One change to a text: so much of it cut out, put twice or moved to another place, or something put in. */
const change = fc.oneof(
  {
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      at: place,
      what: fc.oneof(fc.constantFrom(...ODD), fragment, strange, jumble, fc.constantFrom(...ORDER_LINES)),
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      do: fc.constantFrom('cut' as const, 'twice' as const, 'move' as const),
      at: place,
      to: place,
      length: fc.oneof(fc.nat(8), fc.nat(400)),
    }),
    weight: 4,
  },
  { arbitrary: fc.record({ do: fc.constant('join' as const), at: place }), weight: 1 },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, c: Change): string {
  const at = Math.floor(c.at * text.length);
  if (c.do === 'put') return text.slice(0, at) + c.what + text.slice(at);
  if (c.do === 'join') {
    const end = text.indexOf('\n', at);
    return end < 0 ? text : `${text.slice(0, end)} ${text.slice(end + 1)}`;
  }
  const part = text.slice(at, at + c.length);
  if (c.do === 'twice') return text.slice(0, at) + part + text.slice(at);
  const rest = text.slice(0, at) + text.slice(at + c.length);
  if (c.do === 'cut') return rest;
  const to = Math.floor(c.to * rest.length);
  return rest.slice(0, to) + part + rest.slice(to);
}

/** An order that somebody wrote, as it comes out of a copier. */
const spoilt = fc
  .tuple(fc.constantFrom(...ORDER_TEXTS), fc.array(change, { maxLength: 12 }))
  .map(([text, changes]) => changes.reduce(changed, text));

/** Lines and clauses of many orders in any sequence. */
const mixed = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...ORDER_CLAUSES), weight: 8 },
      { arbitrary: fc.constantFrom(...ORDER_LINES), weight: 4 },
      { arbitrary: fc.constantFrom(...ODD), weight: 3 },
      { arbitrary: jumble, weight: 1 },
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom('\n', ' ', '\n\n').map((join) => parts.join(join)));

/** The text of an order: mostly one that could be one. */
export const orderText = fc.oneof({ arbitrary: spoilt, weight: 3 }, { arbitrary: mixed, weight: 2 });

/** A few parts of orders over and over. */
export const repeatedOrder = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.constantFrom(...ODD),
        fc.constantFrom(...ORDER_CLAUSES),
        fc.constantFrom(...ORDER_LINES),
        fragment,
        strange,
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.constantFrom('', ' ', '\n', '\n\n'),
    fc.constantFrom(...ORDER_TEXTS, ''),
    fc.constantFrom(2_000, 20_000, 100_000),
  )
  .map(([unit, join, before, size]) => {
    const one = unit.join(join) + join;
    return `${before}\n${one.repeat(Math.ceil(size / Math.max(1, one.length)))}`;
  });
