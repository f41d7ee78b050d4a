import { formatShort } from '../../calendar/index.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Span } from '../../letter/span.ts';
import { type Deadlines, readDeadlines } from '../../order/deadlines.ts';
import { type Entry, isProposal, ledgerOf } from '../../order/ledger.ts';
import { ownSide, type Side } from '../../order/sides.ts';
import { anchor } from './regions.ts';
import type { Found, OrderContext } from './rule.ts';

/** The negotiations as they stood on the day of which the letter speaks. */
export interface Talks {
  readonly context: OrderContext;
  /** The letter's date, else today: what falls due later is still to come. YYYY-MM-DD. */
  readonly on: string;
  /** By date. */
  readonly made: readonly Entry[];
  /** Listed under a later date. */
  readonly later: readonly Entry[];
  readonly dates: Deadlines;
  /** The writer's side; undefined where the header does not tell. */
  readonly own: Side | undefined;
}

/** Undefined where the header has no list of negotiations. */
export function readTalks(context: OrderContext): Talks | undefined {
  const { letter, matter, today } = context;
  const { values } = letter.header;
  const entries = ledgerOf(values);
  if (!entries) return undefined;
  const on = values.dated ?? today;
  return {
    context,
    on,
    made: entries.filter((e) => e.date <= on),
    later: entries.filter((e) => e.date > on),
    dates: readDeadlines(letter, matter),
    own: ownSide(values),
  };
}

/** Where an entry's fault stands: the first of `keys` that it has, else the entry, else the list's key. */
export function entryAt(letter: Letter, entry: Entry | undefined, ...keys: readonly string[]): Span {
  const { header } = letter;
  if (entry) {
    for (const key of keys) {
      const at = header.valueSpan(['negotiations', entry.index, key]);
      if (at && at.end > at.start) return at;
    }
    const whole = header.valueSpan(['negotiations', entry.index]);
    if (whole) return whole;
  }
  return header.keySpan(['negotiations']) ?? anchor(letter);
}

/** `the offer of Tue, Aug 27, 2024`. */
export const entryName = ({ kind, date }: Entry): string => `the ${kind} of ${formatShort(date)}`;

/** What keeps the list from being read for certain, told as information. */
export function doubts({ context, on, made, later, own }: Talks): Found[] {
  const { letter } = context;
  const found = later.map(
    (entry): Found => ({
      message: `The list has ${entryName(entry)}, which is after the letter's date (${formatShort(on)}): it does not count yet. Correct one of the dates if this is a slip.`,
      span: entryAt(letter, entry, 'date'),
      severity: 'information',
    }),
  );
  const stranger = made.find((entry) => isProposal(entry) && entry.whose === undefined);
  if (stranger) {
    const us = own ? ` (yours is the ${own})` : '';
    found.push({
      message: `Whose side “${stranger.by}” is on cannot be told from the header: write plaintiff or defendant${us}, or a name as the caption has it.`,
      span: entryAt(letter, stranger, 'by'),
      severity: 'information',
    });
  }
  return found;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
