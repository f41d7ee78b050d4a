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

/** What a document of the file asks, but for its topics and the words of its name. */
const form = (s: OrderData['submissions'][number] | undefined) => ({
  kind: s?.kind,
  onlyIf: s?.onlyIf,
  format: s?.format,
  pages: s?.pages?.max,
  soft: s?.pages?.soft,
  leave: s?.pages?.leave,
  exhibits: s?.exhibitPages?.max,
  marking: s?.marking?.words,
  hardCopy: s?.hardCopy?.over,
  service: s?.service?.rule,
  filing: s?.filing?.rule,
  addresses: s?.recipient?.addresses.map((a) => a.toLowerCase()) ?? [],
  channel: s?.recipient?.channel,
  pdf: s?.fileFormat?.pdf,
  paper: s?.fileFormat?.paper,
  topics: s?.contents.length,
});

/**
 * Where the built-in file says more than the order's words about that document: whoever wrote it drew on what the order
 * says of another one. The reader leaves it out; `asks` is what it asks instead.
 */
const INFERRED: Readonly<Record<string, { read: Partial<ReturnType<typeof form>>; asks?: RegExp }>> = {
  // The further letter goes "to the Court"; where to, and that it is not filed, is said of the statement.
  'spero confidential-letter': {
    read: { addresses: [], channel: undefined, filing: undefined, pdf: undefined, service: 'promised' },
    asks: /^Where does the additional confidential settlement letter go/,
  },
  // It is a paper of all parties: nothing is said of service.
  'spero joint-agenda': {
    read: { service: undefined, paper: 'forbidden', topics: 3 },
    asks: /^Does the joint proposed agenda go to the other side/,
  },
};

/** The judge's remark that each of the file's is told by, where the reader words it its own way. */
const SAID: readonly (readonly [built: RegExp, read: RegExp])[] = [
  [/off the record/, /confidential and cannot be used as evidence/],
  [/Negotiation should begin before/, /Negotiate before the conference/],
  [/may have to pay|may be sanctioned/, /may have to pay the costs of the others, or be sanctioned/],
  [/non-party insurance company/, /Insurers and others .* must be told/],
  [/stay until/, /free to stay/],
  [/destroyed after/, /does not stay in the court file/],
  [/ex parte teleconference/, /speak with either side alone before/],
  [/ten minutes/, /short presentation/],
  [/told to the judge in confidence/, /told in confidence reaches neither/],
  [/discovery is needed/, /Complete the discovery/],
  [/encouraged to exchange/, /encouraged to exchange/],
  [/Extreme positions/, /extreme ones hinder settlement/],
  [/Be ready to discuss/, /Be ready to discuss/],
  [/Telephone chambers/, /Tell chambers at once/],
  [/copy of the order/, /copy of the order/],
  [/Talks that came before/, /Talks that came before/],
  [/binds both sides/, /binds both sides/],
];

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
      const inferred = INFERRED[`${/^[a-z]+/.exec(name)?.[0]} ${wanted.id}`];
      expect(form(read)).toEqual({ ...form(wanted), ...inferred?.read });
      if (inferred?.asks)
        expect(got.questions?.map((q) => q.ask)).toContainEqual(expect.stringMatching(inferred.asks));
      // A date that the order fixes stands in its case; the period is the judge's standing one.
      if (read?.due) expect(read.due.when).toEqual(wanted.due?.when);
    }
  });

  it.each(texts)(
    '%s: each topic is optional where the file says so, and has the sums, dates or names asked of it',
    (name, text) => {
      const known = builtIn(name).submissions[0]?.contents ?? [];
      const got = orderData(readOrder(text), name).submissions[0]?.contents ?? [];
      expect(got.map((c) => c.ifAny)).toEqual(known.map((c) => c.ifAny));
      for (const [i, content] of known.entries()) {
        const sums = content.detail?.find((d) => d.kind === 'amounts');
        if (sums)
          expect(
            got[i]?.detail?.map((d) => d.kind),
            content.id,
          ).toContain('amounts');
      }
    },
  );

  it.each(texts)('%s: what is only told', (name, text) => {
    const said = (orderData(readOrder(text), name).shown ?? []).map((s) => s.say);
    for (const { say } of builtIn(name).shown ?? []) {
      const pair = SAID.find(([built]) => built.test(say));
      expect(pair, say).toBeDefined();
      expect(said, say).toContainEqual(expect.stringMatching(pair?.[1] ?? /^$/));
    }
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

  it.each(texts)('%s: the other steps, and the dates of the case', (name, text) => {
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
    expect(own?.caption?.toLowerCase()).toContain(theirs?.caption?.split(' v. ')[0]?.toLowerCase() ?? '?');
    expect(Object.keys(own?.evidence ?? {})).toEqual(
      expect.arrayContaining(['number', 'caption', 'ordered']),
    );
  });
});
