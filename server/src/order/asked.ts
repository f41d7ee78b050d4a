import type { Moment } from '../../../schemas/dates.ts';
import type { Letter } from '../letter/letter.ts';
import { caseDates, type Lack } from './events.ts';
import type { Matter } from './matter.ts';
import type { Due, Order, Submission } from './order.ts';

/** A date by itself, a period, or the day of another document. */
export type AskedWhen = Due | { readonly with: string } | { readonly at: Moment; readonly by: string };

/** Something that is asked for by a date, before the date is counted. */
export interface Asked {
  readonly id: string;
  readonly title: string;
  readonly when: AskedWhen | Lack;
  readonly paragraph: string | null;
  readonly by?: string;
  readonly source: 'order' | 'header' | 'case';
}

/**
 * All that the order, the case and the header ask for by a date. Of one id the header's beats the case's, and
 * that the standing order's.
 */
export function askedDates(letter: Letter, matter: Matter): readonly Asked[] {
  const { order } = matter;
  const found = new Map<string, Asked>();
  const add = (asked: Asked | undefined): void => {
    if (asked) found.set(asked.id, asked);
  };
  for (const submission of order?.submissions ?? []) add(documentDue(submission, letter, matter));
  for (const asked of exchangeDates(order?.exchange)) add(asked);
  for (const { id, title, when, by, paragraph } of order?.deadlines ?? []) {
    add({ id, title, when, paragraph, source: 'order', ...named(by) });
  }
  for (const { id, title, at, paragraph, by, source } of caseDates(letter, matter)) {
    const fixed = { at, by: source === 'header' ? 'the header' : 'the order' };
    add({ id, title, when: fixed, paragraph, source, ...named(by) });
  }
  add(headerDue(letter, matter));
  return [...found.values()];
}

/** When one of the order's documents is due: this letter by the id `submission`, others by their own. */
function documentDue(submission: Submission, letter: Letter, { ownCase, ...matter }: Matter) {
  const chosen = submission === matter.submission;
  // Not asked of anyone who has not exchanged statements.
  if (!chosen && submission.onlyIf === 'exchanged' && letter.header.values.exchanged !== true)
    return undefined;
  const own = ownCase?.submissions?.[submission.id];
  const source: Asked['source'] = own?.due ? 'case' : 'order';
  const when = own?.due ?? submission.due?.when;
  if (!when) return undefined;
  return {
    id: chosen ? 'submission' : submission.id,
    title: titleOf(submission),
    when,
    paragraph: (own?.due ? own.paragraph : submission.due?.paragraph) ?? null,
    source,
    ...side(own?.by ?? submission.by),
  };
}

/** The header's `due`, which is this letter's alone. */
function headerDue({ header }: Letter, { submission }: Matter): Asked | undefined {
  const { due } = header.values;
  const unreadable = header.unreadable.has('due');
  if (!submission || (!due && !unreadable)) return undefined;
  return {
    id: 'submission',
    title: titleOf(submission),
    when: due
      ? { at: due, by: "the header's due" }
      : { key: 'due', reason: "the header's due cannot be read" },
    paragraph: submission.due?.paragraph ?? null,
    source: 'header',
  };
}

function* exchangeDates(exchange: Order['exchange']): Generator<Asked> {
  const { demand, response, minimum } = exchange ?? {};
  const source = 'order';
  const form = (asked: { written?: boolean | undefined }): string => (asked.written ? ', in writing' : '');
  if (demand?.when) {
    const { when, paragraph, by } = demand;
    yield { id: 'demand', title: `Demand${form(demand)}`, when, paragraph, source, ...side(by) };
  }
  if (response?.when) {
    const { when, paragraph, by } = response;
    yield {
      id: 'response',
      title: `Answer to the demand${form(response)}`,
      when,
      paragraph,
      source,
      ...side(by),
    };
  }
  if (minimum?.when) {
    const { demands, offers, when, paragraph } = minimum;
    const title = `${demands} demands and ${offers} offers exchanged${form(minimum)}`;
    yield { id: 'exchange', title, when, paragraph, source };
  }
}

function titleOf({ kind, name, recipient }: Submission): string {
  const what = kind === 'other' ? name : kind;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} to ${recipient?.name ?? 'chambers'}`;
}

const named = (by: string | undefined): { by?: string } => (by === undefined ? {} : { by });
const side = (by: string): { by?: string } => (by === 'each party' ? {} : { by });
