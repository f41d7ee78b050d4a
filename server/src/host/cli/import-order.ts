import { basename, dirname, extname, relative, resolve } from 'node:path';
import { orderSchema } from '../../../../schemas/order.ts';
import { loadOrder } from '../../order/order.ts';
import { orderData } from '../../order-reader/build/order-data.ts';
import { orderYaml } from '../../order-reader/build/order-yaml.ts';
import { factsOf } from '../../order-reader/facts-json.ts';
import { type OrderRead, readOrder } from '../../order-reader/read-order.ts';
import { notAnOrder } from '../../order-reader/verdict.ts';
import { letterFor } from '../order-reader/letter.ts';
import { orderText } from '../order-reader/source.ts';
import { UsageError } from './usage.ts';

export interface ImportOptions {
  readonly file: string;
  readonly format: 'yaml' | 'facts';
  /** Where the order file will be; undefined where it is printed. */
  readonly out: string | undefined;
  /** Where a letter with its header filled is wanted. */
  readonly letter: string | undefined;
}

export interface Imported {
  readonly text: string;
  readonly letter: string | undefined;
  /** How many questions were left open. */
  readonly questions: number;
}

/** Reads an order. Throws a UsageError where the file holds no words, or none of an order. */
export async function importOrder(options: ImportOptions): Promise<Imported> {
  const order = await readOrderFile(options.file);
  if (options.format === 'facts') {
    return { text: `${JSON.stringify(factsOf(order), null, 2)}\n`, letter: undefined, questions: 0 };
  }
  const from =
    options.out === undefined
      ? basename(options.file)
      : relative(dirname(resolve(options.out)), resolve(options.file));
  const data = orderData(order, from.replaceAll('\\', '/'));
  const checked = orderSchema.safeParse(data);
  if (!checked.success)
    throw new Error(
      `${options.file} was read into an order file that is not valid: ${checked.error.issues[0]?.message}`,
    );
  return {
    text: orderYaml(data),
    letter: options.letter === undefined ? undefined : letterOf(data, order, options),
    questions: data.questions?.length ?? 0,
  };
}

async function readOrderFile(file: string): Promise<OrderRead> {
  const source = await orderText(file);
  if ('problem' in source) throw new UsageError(`${file} ${source.problem}`);
  const order = readOrder(source.text);
  const no = notAnOrder(order);
  if (no !== null) throw new UsageError(`${file} ${no}`);
  return order;
}

/** A letter for the order: its header holds what the order says of the case, and names the order file. */
function letterOf(data: unknown, o: OrderRead, { out, letter }: ImportOptions): string {
  const id = out === undefined ? 'order' : basename(out, extname(out));
  const loaded = loadOrder(data, { id, file: out ?? '', tier: 'case' });
  if (!('order' in loaded)) throw new UsageError(loaded.broken.reason);
  const file =
    out === undefined || letter === undefined
      ? undefined
      : relative(dirname(resolve(letter)), resolve(out)).replaceAll('\\', '/');
  return letterFor(loaded.order, o, file);
}
