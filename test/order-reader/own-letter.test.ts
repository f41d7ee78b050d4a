import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { loadOrder } from '../../server/src/order/order.ts';
import { orderData } from '../../server/src/order-reader/build/order-data.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../fixtures/read-orders-chambers/48-dnm.txt'), 'utf8');

it.each([
  ['', 'plaintiff-letter'],
  ['role: plaintiff\n', 'plaintiff-letter'],
  ['role: defendant\n', 'defendant-letter'],
  ['role: defendant\nsubmission: confidential-letter\n', 'confidential-letter'],
])(
  'where each side sends a letter of its own, the writer\'s is held against the order: "%s"',
  (header, id) => {
    const loaded = loadOrder(orderData(readOrder(TEXT), 'order.txt'), {
      id: 'wardlaw',
      file: '',
      tier: 'given',
    });
    if (!('order' in loaded)) throw new Error('no order');
    const letter = parseLetter(`---\njudge: Wardlaw\n${header}---\n`);
    expect(openMatter(letter, { orders: [loaded.order], broken: [] }).submission?.id).toBe(id);
  },
);
