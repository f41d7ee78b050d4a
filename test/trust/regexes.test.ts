import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { GOOD } from '../protocol/letter.ts';
import { took } from '../support/spent.ts';
import { assembled, literals, modules, type Pattern } from './patterns.ts';
import { pumps, seeds } from './pumps.ts';

/**
 * Characters of a pumped text, and milliseconds of processor time within which a search through it ends. A cubic pattern needs
 * minutes for as many and an exponential one for ever; a quadratic one, which a bound on its input makes
 * harmless, milliseconds. That the inputs are bounded is shown on whole letters, in hostile-letters.test.ts.
 */
const LENGTH = 1_500;
const LIMIT = 200;

const ORDERS = join(import.meta.dirname, '../fixtures/read-orders');

/** The longest search through pumped texts, in ms, and the text that it took. Stops at the first over the limit. */
function slowest({ source, flags }: Pattern): { ms: number; seed: string } {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  let worst = { ms: 0, seed: '' };
  for (const seed of seeds(source)) {
    for (const text of pumps(seed, LENGTH)) {
      // Anything is slow now and then, a pattern always.
      let ms = time(pattern, text);
      if (ms > LIMIT) ms = Math.min(ms, time(pattern, text), time(pattern, text));
      if (ms > worst.ms) worst = { ms, seed };
      if (ms > LIMIT) return worst;
    }
  }
  return worst;
}

const time = (pattern: RegExp, text: string): number => took(() => pattern.test(text));

test('patterns that hang are found out', () => {
  // Shorter than elsewhere: at full length it would not end.
  const [short = 0, long = 0] = [16, 22].map((n) => time(/^(a+)+$/, `${'a'.repeat(n)}\0`));
  expect(long).toBeGreaterThan(4 * short);
  // Cubic, and far over the limit at two thirds of the length already.
  expect(time(/\d+\d+x/, '0'.repeat((LENGTH * 2) / 3))).toBeGreaterThan(LIMIT);
});

describe('no regular expression hangs', () => {
  const written = literals();
  test('those written out are found', () => {
    expect(written.length).toBeGreaterThan(1_200);
    expect(written.map(({ at }) => at.split('/')[0])).toEqual(
      expect.arrayContaining(['server', 'client', 'schemas']),
    );
  });

  test('those written out', { timeout: 300_000 }, () => {
    expect(tooSlow(written)).toEqual([]);
  });

  test('those put together as the program starts', { timeout: 300_000 }, async () => {
    // An entry point would begin to work, and the client needs an editor around it.
    const loaded = modules.filter((m) => /^(?:server\/src\/(?!(?:cli|server)\.ts|host\/)|schemas\/)/.test(m));
    // Some are loaded already, by other files.
    vi.resetModules();
    const made = await assembled(() =>
      Promise.all(loaded.map((m) => import(/* @vite-ignore */ join(import.meta.dirname, '../..', m)))),
    );
    expect(made.length).toBeGreaterThan(5);
    expect(tooSlow(made)).toEqual([]);
  });
});

describe('those put together while a text is read', () => {
  test('an order’s, a letter’s and what is set of it, once for each place', {
    timeout: 300_000,
  }, async () => {
    // Loaded anew: other files may have read the same text, and what they put together is kept.
    vi.resetModules();
    const { check } = await import('../../server/src/check/check.ts');
    const { parseLetter } = await import('../../server/src/letter/letter.ts');
    const { openMatter } = await import('../../server/src/order/matter.ts');
    const { readOrder } = await import('../../server/src/order-reader/read-order.ts');
    const { encode } = await import('../../server/src/typeset/encode.ts');
    const { allOrders } = await import('../support/orders.ts');
    const orders = readdirSync(ORDERS).filter((f) => f.endsWith('.txt'));
    const made = await assembled(async () => {
      for (const name of orders) readOrder(readFileSync(join(ORDERS, name), 'utf8'));
      const letter = parseLetter(GOOD);
      const matter = openMatter(letter, allOrders);
      const pages = { state: 'known', value: { count: 1, over: null, fewest: null } } as const;
      check({ letter, matter, pages, exhibits: { state: 'known', value: [] }, today: '2024-05-01' });
      encode(letter.pieces.map((p) => p.chunk));
    });
    const places = new Map(made.map((pattern) => [pattern.at, pattern]));
    expect(places.size).toBeGreaterThan(10);
    expect(tooSlow([...places.values()])).toEqual([]);
  });
});

const tooSlow = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap((pattern) => {
    const { ms, seed } = slowest(pattern);
    return ms > LIMIT ? [`${pattern.at}: /${pattern.source}/ on ${JSON.stringify(seed)}: ${ms} ms`] : [];
  });
