import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type OrderData, orderSchema } from '../../schemas/order.ts';
import { orderData } from '../../server/src/order-reader/build/order-data.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';

/** The real orders are the courts', not part of this repository; they lie beside it where they are at hand. */
const ORDERS = join(import.meta.dirname, '../../../shared/orders');

const texts: [string, string][] = existsSync(ORDERS)
  ? readdirSync(ORDERS)
      .filter((f) => f.endsWith('.md'))
      .map((f) => [f, readFileSync(join(ORDERS, f), 'utf8')])
  : [];

const builtIn = (name: string): OrderData =>
  orderSchema.parse(
    parse(
      readFileSync(
        join(import.meta.dirname, `../../schemas/orders/${/^[a-z]+/.exec(name)?.[0] ?? ''}.yaml`),
        'utf8',
      ),
    ),
  );

const lower = (list: readonly string[] | undefined): string[] => (list ?? []).map((a) => a.toLowerCase());

// The judges' own texts are not in this repository: without them this is counted as skipped.
describe.skipIf(texts.length === 0)('the orders of the built-in judges are read as their files say', () => {
  it.each(texts)('%s: the judge and every document', (name, text) => {
    const known = builtIn(name);
    const got = orderData(readOrder(text), name);
    expect(got.judge.name).toBe(known.judge.name);
    expect(got.court).toBe(known.court);
    expect(got.submissions.map((s) => s.id)).toEqual(known.submissions.map((s) => s.id));
    for (const [i, wanted] of known.submissions.entries()) {
      const read = got.submissions[i];
      expect(read?.kind).toBe(wanted.kind);
      expect(read?.onlyIf).toBe(wanted.onlyIf);
      expect(read?.pages?.max).toBe(wanted.pages?.max);
      expect(read?.pages?.soft).toBe(wanted.pages?.soft);
      expect(read?.exhibitPages?.max).toBe(wanted.exhibitPages?.max);
      expect(read?.marking?.words).toBe(wanted.marking?.words);
      expect(read?.hardCopy?.over).toBe(wanted.hardCopy?.over);
      // A date that the order fixes stands in its case; the period is the judge's standing one.
      if (read?.due) expect(read.due.when).toEqual(wanted.due?.when);
    }
    const [first] = got.submissions;
    const [wanted] = known.submissions;
    expect(first?.filing?.rule).toBe(wanted?.filing?.rule);
    expect(first?.service?.rule).toBe(wanted?.service?.rule);
    expect(first?.contents).toHaveLength(wanted?.contents.length ?? -1);
    expect(lower(first?.recipient?.addresses)).toEqual(lower(wanted?.recipient?.addresses));
    expect(first?.fileFormat?.pdf).toBe(wanted?.fileFormat?.pdf);
    expect(first?.fileFormat?.paper).toBe(wanted?.fileFormat?.paper);
  });

  it.each(texts)('%s: demand, response and talks', (name, text) => {
    const known = builtIn(name).exchange;
    const got = orderData(readOrder(text), name).exchange;
    for (const step of ['demand', 'response', 'minimum'] as const) {
      expect(got?.[step]?.when).toEqual(known?.[step]?.when);
      expect(got?.[step]?.written).toBe(known?.[step]?.written);
    }
    expect(got?.minimum?.demands).toBe(known?.minimum?.demands);
    expect(got?.minimum?.offers).toBe(known?.minimum?.offers);
    expect(got?.fresh?.discussion).toEqual(known?.fresh?.discussion);
    expect(got?.fresh?.proposals).toBe(known?.fresh?.proposals);
  });

  it.each(texts)('%s: who attends', (name, text) => {
    const known = builtIn(name).attendance;
    const got = orderData(readOrder(text), name).attendance;
    expect(got?.who.authority).toBe(known?.who.authority);
    expect(got?.who.accepts).toEqual(known?.who.accepts);
    expect(got?.who.available).toBe(known?.who.available);
    expect(got?.who.naturalPerson).toBe(known?.who.naturalPerson);
    expect(Object.keys(got ?? {}).sort()).toEqual(Object.keys(known ?? {}).sort());
    expect(got?.government?.authority).toBe(known?.government?.authority);
  });

  it.each(texts)('%s: the other steps, the dates of the case and what is only told', (name, text) => {
    const known = builtIn(name);
    const got = orderData(readOrder(text), name);
    const steps = (o: OrderData) =>
      (o.deadlines ?? []).map((d) => [d.id, d.when]).sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    expect(steps(got)).toEqual(steps(known));
    const [own] = got.cases ?? [];
    const theirs = known.cases?.find((c) => own?.number.toLowerCase().startsWith(c.number.toLowerCase()));
    expect(own?.ordered).toBe(theirs?.ordered);
    expect(own?.conference).toBe(theirs?.conference);
    expect(own?.since).toBe(theirs?.since);
    expect(own?.dates?.map((d) => d.date)).toEqual(theirs?.dates?.map((d) => d.date));
    expect(Object.values(own?.submissions ?? {}).map((s) => s.due)).toEqual(
      Object.values(theirs?.submissions ?? {}).map((s) => s.due),
    );
    expect(got.shown?.length ?? 0).toBeGreaterThanOrEqual((known.shown?.length ?? 0) - 1);
    expect(Object.keys(own?.evidence ?? {})).toEqual(
      expect.arrayContaining(['number', 'caption', 'ordered']),
    );
  });
});
