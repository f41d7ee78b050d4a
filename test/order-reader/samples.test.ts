import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { orderSchema } from '../../schemas/order.ts';
import { loadOrder } from '../../server/src/order/order.ts';
import { orderData } from '../../server/src/order-reader/build/order-data.ts';
import { orderYaml } from '../../server/src/order-reader/build/order-yaml.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';
import { scoreFolder } from './score.ts';

const SAMPLES = join(import.meta.dirname, '../fixtures/read-orders');

const texts = (dir: string): [string, string][] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((f) => /\.(?:txt|md)$/.test(f) && f !== 'README.md')
        .map((f) => [f, readFileSync(join(dir, f), 'utf8')])
    : [];

describe('orders of many styles', () => {
  it('are read whole', () => {
    const score = scoreFolder(SAMPLES);
    expect(score.wrong).toEqual([]);
    expect(score.missed).toEqual([]);
    expect(score.right).toBeGreaterThan(200);
  });

  it.each(texts(SAMPLES))('%s becomes an order file that can be used', (name, text) => {
    const written = parse(orderYaml(orderData(readOrder(text), name))) as unknown;
    expect(orderSchema.safeParse(written).error).toBeUndefined();
    expect(loadOrder(written, { id: 'x', file: '', tier: 'given' })).toHaveProperty('order');
  });

  it.each(texts(SAMPLES))('%s: every datum is linked to its words', (name, text) => {
    const seen: string[] = [];
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) for (const x of node) walk(x);
      else if (typeof node === 'object' && node !== null) {
        if ('words' in node && 'at' in node && Array.isArray(node.at)) {
          const [start = -1, end = -1] = node.at as number[];
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const first = /[A-Za-z]{4,}/.exec(String(node.words))?.[0];
          if (first && !/slips/.test(name)) expect(text.slice(start, end)).toContain(first);
          seen.push(String(node.words));
        }
        for (const x of Object.values(node)) walk(x);
      }
    };
    walk(orderData(readOrder(text), name));
    expect(seen.length).toBeGreaterThan(6);
  });
});
