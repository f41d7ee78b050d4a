import builtIn from 'ex-parte:orders';
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { loadOrder } from '../../../server/src/order/order.ts';
import type { OrderSet } from '../../../server/src/order/resolve.ts';
import { letter } from '../arbitraries/letters.ts';
import { orderData } from '../arbitraries/orders.ts';
import { property } from '../property.ts';
import { examine } from '../support/examine.ts';
import { spansHold } from '../support/spans.ts';

/** An order made of any data is broken and says why, or one that a letter can be held against. */
export function orderHolds(data: unknown, text: string): void {
  const base: Readonly<Record<string, unknown>> = builtIn;
  const loaded = loadOrder(data, { id: 'fuzzed', file: 'fuzzed.yaml', tier: 'workspace' }, (id) => base[id]);
  if ('broken' in loaded) {
    assert(loaded.broken.reason.length > 0);
    return;
  }
  const orders: OrderSet = { orders: [loaded.order], broken: [] };
  const named = text.replace(/^judge: .*$/m, `judge: ${JSON.stringify(loaded.order.id)}`);
  const examined = examine(named, { orders });
  assert.deepEqual(
    examined.result.incomplete.filter(({ reason }) => reason.startsWith('the rule failed')),
    [],
  );
  spansHold(examined);
}

export const orders = property({
  id: 'orders',
  says: 'order files with data dropped, replaced or invented: each is broken and says why, or holds for any letter',
  short: 150,
  round: 4_000,
  arbitrary: fc.tuple(orderData, letter),
  holds: ([data, text]) => orderHolds(data, text),
});
