import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldPlace } from '../../server/src/order/field-place.ts';
import { orderPage } from '../../server/src/order/order-page.ts';
import { allOrders } from '../support/orders.ts';

const fileOf = (id: string): string => join(import.meta.dirname, `../../schemas/orders/${id}.yaml`);

const ours = allOrders.orders.filter((o) => existsSync(fileOf(o.id)));

test.each(ours.map((o) => [o.id, o] as const))(
  'every line of the page of %s that tells of a field has its place in the file',
  (id, order) => {
    const { text, lines } = orderPage(order);
    const told = text.split('\n');
    const file = readFileSync(fileOf(id), 'utf8');
    expect(lines.size).toBeGreaterThan(5);
    for (const [field, line] of lines) {
      expect(told[line], field).not.toBe('');
      if (field.startsWith('shown')) continue;
      const place = fieldPlace(file, field);
      const last = field.split(' ').at(-1) ?? '';
      expect(place && file.slice(place.start, place.end), field).toBe(last);
    }
    for (const { id: document, contents } of order.submissions) {
      for (const c of contents)
        expect(told[lines.get(`${document} contents ${c.id}`) ?? 0]).toContain(c.title);
    }
  },
);

test('what a file leaves to the order that it extends has no place in it, and neither has nonsense', () => {
  const file = 'extends: reznik\nsubmissions:\n  - id: letter\n    pages: { max: 5 }\n';
  expect(fieldPlace(file, 'letter pages')).toBeDefined();
  expect(fieldPlace(file, 'letter contents history')).toBeUndefined();
  expect(fieldPlace(file, 'judge')).toBeUndefined();
  expect(fieldPlace('- [', 'judge')).toBeUndefined();
});
