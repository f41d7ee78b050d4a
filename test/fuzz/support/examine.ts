import { check } from '../../../server/src/check/check.ts';
import type { CheckResult } from '../../../server/src/check/result.ts';
import { type Letter, parseLetter } from '../../../server/src/letter/letter.ts';
import { type Matter, openMatter } from '../../../server/src/order/matter.ts';
import type { OrderSet } from '../../../server/src/order/resolve.ts';
import type { Facts } from '../../../server/src/rules/support/rule.ts';
import { allOrders } from '../../support/orders.ts';

export interface Examined {
  readonly letter: Letter;
  readonly matter: Matter;
  readonly result: CheckResult;
}

export const TODAY = '2024-05-01';

/**
 * Checks a letter without typesetting it: its pages are taken to be `pages`, and its exhibits to have so many
 * as their entries say, else one.
 */
export function examine(
  text: string,
  { previous, pages = 12, orders = allOrders }: { previous?: Letter; pages?: number; orders?: OrderSet } = {},
): Examined {
  const letter = parseLetter(text, previous);
  const matter = openMatter(letter, orders);
  return { letter, matter, result: check(factsOf(letter, matter, pages)) };
}

function factsOf(letter: Letter, matter: Matter, pages: number): Facts {
  const last = letter.pieces.length - 1;
  const over =
    matter.pageLimit && pages > matter.pageLimit.max && last >= 0 ? { chunk: last >> 1, offset: 0 } : null;
  const { exhibits = [] } = letter.header.values;
  return {
    letter,
    matter,
    today: TODAY,
    pages: { state: 'known', value: { count: pages, over, fewest: null } },
    exhibits: {
      state: 'known',
      value: exhibits.map((e, index) => ({ index, pages: e.pages ?? 1, problem: null })),
    },
  };
}

/** A result as data that can be compared; the letter's own parts left out. */
export const comparable = (result: CheckResult): unknown => JSON.parse(JSON.stringify(result));
