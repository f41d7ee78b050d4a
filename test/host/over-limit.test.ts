import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Checker } from '../../server/src/host/checker.ts';
import { OrderStore } from '../../server/src/host/orders.ts';
import { closePages, gatherPages } from '../../server/src/host/pages.ts';
import type { Typesetter } from '../../server/src/typeset/typesetter.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/samples/percy-good.md'), 'utf8');

/** Counts as it is told, and lists what it was asked for of which document. */
function typesetter(pages: { now: number }): Typesetter & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    count: async (id) => {
      asked.push(`count ${id}`);
      return pages.now;
    },
    pageStart: async () => ({ chunk: 0, offset: 0 }),
    close: (id) => void asked.push(`close ${id}`),
    layout: () => Promise.reject(new Error('not asked')),
    pdf: () => Promise.reject(new Error('not asked')),
    dispose: async () => {},
  };
}

test('a letter over its limit stays open in the tighter format from key to key, and until it is closed', async () => {
  const pages = { now: 9 };
  const fake = typesetter(pages);
  const checker = new Checker(new OrderStore({ workspaces: [], given: [], trusted: true }), fake);
  const { letter, matter } = checker.open(text, { id: 'a' });
  for (let key = 0; key < 2; key++) {
    const fact = await gatherPages(fake, 'a', letter, matter);
    expect(fact).toMatchObject({ state: 'known', value: { count: 9, fewest: { pages: 9 } } });
  }
  expect(fake.asked.splice(0)).toEqual(['count a', 'count a tight', 'count a', 'count a tight']);
  closePages(fake, 'a');
  expect(fake.asked.splice(0)).toEqual(['close a', 'close a tight']);
  pages.now = 2;
  await gatherPages(fake, 'a', letter, matter);
  expect(fake.asked).toEqual(['count a', 'close a tight']);
});
