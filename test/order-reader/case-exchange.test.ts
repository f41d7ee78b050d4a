import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { readDeadlines } from '../../server/src/order/deadlines.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { loadOrder, type Order } from '../../server/src/order/order.ts';
import { orderData } from '../../server/src/order-reader/build/order-data.ts';
import { orderYaml } from '../../server/src/order-reader/build/order-yaml.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';
import { exchange } from '../../server/src/rules/exchange.ts';
import { rules } from '../../server/src/rules/index.ts';

const TEXT = `UNITED STATES DISTRICT COURT
DISTRICT OF MINNESOTA

Halloran v. Brisk Freight Co.

Case No. 24-cv-01234 (ABC/IQ)

ORDER FOR SETTLEMENT CONFERENCE

A settlement conference will be held on March 4, 2025, at 10:00 a.m. before Magistrate Judge Ida Quenby.

Plaintiff shall make a written demand by February 4, 2025, and Defendant shall make a written offer by February 11, 2025.

Each party shall submit a confidential letter of no more than 5 pages to chambers by e-mail no later than February 25, 2025. It shall not be served on the other side. A person with full authority to settle must attend in person.

Dated: January 6, 2025
`;

const data = orderData(readOrder(TEXT), 'order.txt');

function order(): Order {
  const loaded = loadOrder(parse(orderYaml(data)) as unknown, { id: 'quenby', file: '', tier: 'given' });
  if (!('order' in loaded)) throw new Error('no order');
  return loaded.order;
}

const letter = (number: string, conference = '2025-03-04 10:00') =>
  parseLetter(
    `---\njudge: Quenby\ncase: ${number}\nrole: plaintiff\ndated: 2025-02-20\nconference: ${conference}\nnegotiations: []\n---\n`,
  );

const matterOf = (number: string, conference?: string) =>
  openMatter(letter(number, conference), { orders: [order()], broken: [] });

it('days on which demand and offer are due in one case stand under its number', () => {
  expect(data.cases?.[0]?.exchange?.demand?.when).toEqual({ date: '2025-02-04' });
  expect(data.cases?.[0]?.exchange?.response?.when).toEqual({ date: '2025-02-11' });
  expect(data.exchange?.demand).toMatchObject({ by: 'plaintiff', written: true });
  expect(data.exchange?.demand).not.toHaveProperty('when');
  expect(data.questions?.filter((q) => q.about === 'exchange')).toEqual([]);
});

it('they hold for that case and its conference, and for no other', () => {
  const ids = (matter: ReturnType<typeof matterOf>, number: string) =>
    readDeadlines(letter(number), matter).known.flatMap((d) => (d.id === 'demand' ? [d.date] : []));
  const own = matterOf('24-cv-1234');
  expect(own.order?.exchange?.demand?.when).toEqual({ date: '2025-02-04' });
  expect(ids(own, '24-cv-1234')).toEqual(['2025-02-04']);
  expect(matterOf('24-cv-9999').order?.exchange?.demand?.when).toBeUndefined();
  expect(matterOf('24-cv-1234', '2025-06-03').order?.exchange?.demand?.when).toBeUndefined();
});

it('the rule holds the negotiations against them', () => {
  const matter = matterOf('24-cv-1234');
  if (!matter.order || !matter.submission) throw new Error('no order');
  const { order: held, submission } = matter;
  const context = {
    letter: letter('24-cv-1234'),
    matter,
    today: '2025-02-20',
    ruleIds: new Set(rules.map((r) => r.id)),
    order: held,
    submission,
  };
  const outcome = exchange.needs === 'order' ? exchange.check(context) : [];
  expect('map' in outcome ? outcome.map((f) => f.message) : outcome).toEqual([
    expect.stringMatching(/demand/),
  ]);
});
