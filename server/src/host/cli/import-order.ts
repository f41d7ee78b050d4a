import { factsOf } from '../../order-reader/facts-json.ts';
import { type OrderRead, readOrder } from '../../order-reader/read-order.ts';
import { notAnOrder } from '../../order-reader/verdict.ts';
import { orderText } from '../order-reader/source.ts';
import { UsageError } from './usage.ts';

/** The order in a file. Throws a UsageError where the file holds no words, or none of an order. */
export async function readOrderFile(file: string): Promise<OrderRead> {
  const source = await orderText(file);
  if ('problem' in source) throw new UsageError(`${file} ${source.problem}`);
  const order = readOrder(source.text);
  const no = notAnOrder(order);
  if (no !== null) throw new UsageError(`${file} ${no}`);
  return order;
}

/** `import-order --format facts`: what was read, as JSON. */
export async function importFacts(file: string): Promise<string> {
  return `${JSON.stringify(factsOf(await readOrderFile(file)), null, 2)}\n`;
}
