import { strict as assert } from 'node:assert';
import { parse } from 'yaml';
import { orderSchema } from '../../../schemas/order.ts';
import { letterFor } from '../../../server/src/host/order-reader/letter.ts';
import { loadOrder } from '../../../server/src/order/order.ts';
import { orderPage } from '../../../server/src/order/order-page.ts';
import { factsOf } from '../../../server/src/order-reader/facts-json.ts';
import { notAnOrder, orderData, orderYaml, readOrder } from '../../../server/src/order-reader/index.ts';
import type { OrderRead } from '../../../server/src/order-reader/read-order.ts';
import { ofThread, spent } from '../../support/spent.ts';
import { orderText, repeatedOrder } from '../arbitraries/order-texts.ts';
import { property } from '../property.ts';
import { examine } from '../support/examine.ts';
import { spansHold } from '../support/spans.ts';

/** Whatever has a start and an end lies in the text that it was read from, and is so sure as can be. */
function placesHold(value: unknown, length: number, at = 'order'): void {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) {
    const { start, end } = value as Record<'start' | 'end', number>;
    const whole = Number.isInteger(start) && Number.isInteger(end);
    assert(whole && 0 <= start && start <= end && end <= length, `${at}: ${start}-${end} of ${length}`);
  }
  if ('confidence' in value) {
    const sure = value.confidence as number;
    assert(sure >= 0 && sure <= 1, `${at}: sure by ${sure}`);
  }
  for (const [key, inner] of Object.entries(value)) placesHold(inner, length, `${at}.${key}`);
}

/** The words that each datum of the file was read from lie in the text as it came. */
function citesHold(value: unknown, length: number): void {
  if (typeof value !== 'object' || value === null) return;
  if ('words' in value && 'at' in value && Array.isArray(value.at)) {
    const [start, end] = value.at as number[];
    const said = `“${String(value.words)}” at ${start}-${end} of ${length}`;
    assert(start !== undefined && end !== undefined && 0 <= start && start <= end && end <= length, said);
  }
  for (const inner of Object.values(value)) citesHold(inner, length);
}

function readHolds(text: string): OrderRead {
  const order = readOrder(text);
  const { clean, ...rest } = order.reading;
  assert.equal(clean.at.length, clean.text.length + 1);
  for (const place of clean.at)
    assert(0 <= place && place <= text.length, `place ${place} of ${text.length}`);
  assert.equal(rest.text.length, rest.lines.length, 'lines joined keep their places');
  placesHold({ ...order, reading: rest }, clean.text.length);
  return order;
}

/** Any text is read, the same each time; what is made of it is an order file that a letter can be held against. */
export function orderTextHolds(text: string): void {
  const order = readHolds(text);
  const data = orderData(order, 'order.txt');
  const facts = JSON.stringify(factsOf(order));
  const again = readOrder(text);
  assert.equal(JSON.stringify(factsOf(again)), facts, 'twice the same');
  assert.deepEqual(orderData(again, 'order.txt'), data, 'twice the same');
  const no = notAnOrder(order);
  if (no !== null) assert.match(no, /^\w.*\w$/);
  const read = orderSchema.safeParse(data);
  assert(read.success, JSON.stringify(read.error?.issues));
  citesHold(data, text.length);
  assert.deepEqual(parse(orderYaml(data)), JSON.parse(JSON.stringify(data)), 'the file says what was read');
  const loaded = loadOrder(data, { id: 'read', file: 'read.yaml', tier: 'workspace' });
  assert('order' in loaded, 'broken' in loaded ? loaded.broken.reason : '');
  assert(orderPage(loaded.order).text.length > 0);
  const letter = letterFor(loaded.order, order, 'read.yaml');
  const examined = examine(letter, { orders: { orders: [loaded.order], broken: [] } });
  assert.deepEqual(
    examined.result.incomplete.filter(({ reason }) => reason.startsWith('the rule failed')),
    [],
  );
  spansHold(examined);
}

export const orderTexts = property({
  id: 'order-texts',
  says: 'texts of orders cut, doubled, mixed and spoilt: each is read, the same each time, every place lies in it, and the order file made of it is valid and can be used',
  short: 60,
  round: 400,
  arbitrary: orderText,
  holds: orderTextHolds,
});

/** Milliseconds of processor time for so many characters begun. */
const PATIENCE = 2_000;
const SIZE = 100_000;

export async function readingTimeHolds(text: string): Promise<void> {
  const limit = PATIENCE * Math.ceil(text.length / SIZE);
  const took = Math.round(
    await spent(ofThread, limit, () => {
      const order = readOrder(text);
      orderYaml(orderData(order, 'order.txt'));
    }),
  );
  assert(took <= limit, `${took} ms for ${text.length} characters, where ${limit} are allowed`);
}

export const orderRepeats = property({
  id: 'order-repeats',
  says: 'up to 100,000 characters of a few parts of orders over and over: each is read in under two seconds of processor time for each 100 KB',
  short: 6,
  round: 60,
  arbitrary: repeatedOrder,
  asFound: true,
  holds: readingTimeHolds,
});
