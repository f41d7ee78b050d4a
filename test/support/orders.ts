import builtIn from 'ex-parte:orders';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadOrder, type Order } from '../../server/src/order/order.ts';
import type { OrderSet } from '../../server/src/order/resolve.ts';

const folder = join(import.meta.dirname, '../fixtures/orders');

function must(data: unknown, id: string, tier: Order['tier']): Order {
  const loaded = loadOrder(data, { id, file: '', tier });
  if ('broken' in loaded) throw new Error(`${id}: ${loaded.broken.reason}`);
  return loaded.order;
}

/** The built-in orders. */
export const builtInOrders: readonly Order[] = Object.entries(builtIn).map(([id, data]) =>
  must(data, id, 'built-in'),
);

/** The invented judge of the rules' examples. */
export const hartwell = must(parse(readFileSync(join(folder, 'hartwell.yaml'), 'utf8')), 'hartwell', 'given');

export const allOrders: OrderSet = { orders: [...builtInOrders, hartwell], broken: [] };
