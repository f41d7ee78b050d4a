import { choicesAt, type SchemaPath } from '../../../schemas/describe.ts';
import { formatLong } from '../calendar/index.ts';
import type { Letter } from '../letter/letter.ts';
import { cite } from '../order/cite.ts';
import { readDeadlines } from '../order/deadlines.ts';
import type { Matter } from '../order/matter.ts';
import type { OrderSet } from '../order/resolve.ts';
import { daysGiven } from '../rules/support/conference-date.ts';
import { daysNamedIn, isoOf } from '../rules/support/dates-in-text.ts';
import { headOf } from '../rules/support/regions.ts';

/** A value that a key can take, and why it is offered. */
export interface Offer {
  readonly value: string;
  readonly why?: string | undefined;
}

/** From what values are offered. */
export interface HeaderFacts {
  readonly letter: Letter;
  readonly matter: Matter;
  readonly set: OrderSet;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Paths from the letter of PDFs and of YAML files beside it. */
  readonly files: readonly string[];
}

type Offers = (facts: HeaderFacts, path: SchemaPath) => readonly Offer[];

/** By the value's path, `*` for an entry of a list. What is not here has choices of its own in the schema, or none. */
const OFFERS: Readonly<Record<string, Offers>> = {
  judge: ({ set }) => set.orders.map((o) => ({ value: o.id, why: `${o.judge.name}, ${o.court}` })),
  submission: ({ matter }) => (matter.order?.submissions ?? []).map((s) => ({ value: s.id, why: s.name })),
  court: ({ set }) => unique(set.orders.map((o) => ({ value: o.court }))),
  to: ({ matter }) => {
    const { recipient } = matter.submission ?? {};
    const why = `given by the order, ${cite(recipient?.paragraph)}`;
    return (recipient?.addresses ?? []).map((value) => ({ value, why }));
  },
  case: ({ matter }) => (matter.order?.cases ?? []).map((c) => ({ value: c.number, why: c.caption })),
  caption: ({ matter }) => (matter.ownCase?.caption ? [{ value: matter.ownCase.caption }] : []),
  party: (facts) => partiesOf(facts),
  dated: (facts) => dates([...datesInHead(facts), ...day(facts.today, 'today'), ...dueDates(facts)]),
  conference: (facts) =>
    dates([
      ...day(facts.matter.ownCase?.conference, "as this case's order has it"),
      ...conferencesNamed(facts),
    ]),
  due: (facts) => dates(dueDates(facts)),
  ordered: ({ matter, today }) =>
    dates([...day(matter.ownCase?.ordered, 'the order in this very case'), ...day(today, 'today')]),
  since: ({ matter }) => dates([...day(matter.ownCase?.since, 'the earlier order in this very case')]),
  order: ({ files }) => files.filter((f) => /\.ya?ml$/i.test(f)).map((value) => ({ value })),
  'negotiations.*.date': ({ today }) => dates([...day(today, 'today')]),
  'negotiations.*.by': (facts) => [...SIDES, ...partiesOf(facts)],
  'negotiations.*.to': (facts) => [...SIDES, ...partiesOf(facts)],
  'attendees.*.party': (facts) => [...SIDES, ...partiesOf(facts)],
  'exhibits.*.label': ({ letter }, [, index]) => [
    { value: nextLabel(letter, Number(index)), why: 'the next' },
  ],
  'exhibits.*.file': ({ files, letter }) => {
    const listed = new Set(letter.header.values.exhibits?.map((e) => e.file));
    return files.filter((f) => /\.pdf$/i.test(f) && !listed.has(f)).map((value) => ({ value }));
  },
};

const SIDES: readonly Offer[] = [{ value: 'plaintiff' }, { value: 'defendant' }];

export function offersAt(path: SchemaPath, facts: HeaderFacts): readonly Offer[] {
  const name = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
  const offers = OFFERS[name] ?? OFFERS[name.replace(/\.\*$/, '')];
  return offers ? unique(offers(facts, path)) : choicesAt(path).map((value) => ({ value }));
}

const unique = (offers: readonly Offer[]): Offer[] =>
  [...new Map([...offers].reverse().map((o) => [o.value, o])).values()].reverse();

const day = (value: string | undefined, why: string): Offer[] => (value ? [{ value, why }] : []);

/** With the weekday, by which one knows whether it is the right day. */
const dates = (offers: readonly Offer[]): Offer[] =>
  offers.map(({ value, why }) => ({
    value,
    why: [formatLong(value.slice(0, 10)), why].filter(Boolean).join(': '),
  }));

function dueDates({ letter, matter }: HeaderFacts): Offer[] {
  const due = readDeadlines(letter, matter).get('submission');
  if (!due || due.source === 'header') return [];
  const value = due.time ? `${due.date} ${due.time}` : due.date;
  return [{ value, why: `the last day, ${due.words} (${cite(due.paragraph)})` }];
}

/** The date that stands above the salutation. */
function datesInHead({ letter, matter, today }: HeaderFacts): Offer[] {
  if (!matter.submission) return [];
  return headOf(letter, matter.submission).flatMap(({ prose }) =>
    daysNamedIn(prose.text)
      .filter((d) => d.year !== null && prose.text.trim().length === d.end - d.start)
      .map((d) => ({ value: isoOf(d, today), why: 'as the letter is dated' })),
  );
}

/** Days that the text gives for the settlement conference. */
const conferencesNamed = ({ letter, today }: HeaderFacts): Offer[] =>
  letter.proses.flatMap(({ prose }) =>
    daysGiven(prose)
      .filter((d) => d.year !== null)
      .map((d) => ({ value: isoOf(d, today), why: 'as the letter says' })),
  );

/** The party whose letter it is, and the two sides of the caption. */
function partiesOf({ letter }: HeaderFacts): Offer[] {
  const { party, caption } = letter.header.values;
  const sides = caption?.split(/\s+vs?\.?\s+/i) ?? [];
  return [...(party ? [party] : []), ...(sides.length === 2 ? sides : [])].map((value) => ({ value }));
}

/** A after none, C after A and B, 4 after 3; from the words, since an entry that is being written does not parse. */
function nextLabel({ header, text }: Letter, index: number): string {
  const before = header.valueSpan(['exhibits', index - 1, 'label']);
  const last = before ? text.slice(before.start, before.end).trim() : '';
  if (/^\d+$/.test(last)) return String(Number(last) + 1);
  return /^[A-Y]$/.test(last) ? String.fromCharCode(last.charCodeAt(0) + 1) : 'A';
}
