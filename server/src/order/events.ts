import { type Moment, readClock, readMoment } from '../../../schemas/dates.ts';
import type { HeaderValues } from '../../../schemas/header.ts';
import type { Letter } from '../letter/letter.ts';
import { type Entry, firstProposal, ledgerOf } from './ledger.ts';
import type { CaseData, Matter } from './matter.ts';

/** Why something is not known: no date is guessed. */
export interface Lack {
  /** The header's key that would tell; null where no key would. */
  readonly key: string | null;
  /** A clause: "the header has no conference". */
  readonly reason: string;
}
export const isLack = (value: object): value is Lack => 'reason' in value;

type HeaderKey = keyof HeaderValues & ('conference' | 'ordered' | 'since');

/** The conference: the header's, else that of this very case. */
export const conferenceOf = (letter: Letter, matter: Matter): Moment | Lack =>
  fromHeader(letter, matter.ownCase, 'conference');
/** The day of the order. */
export const orderedOf = (letter: Letter, matter: Matter): Moment | Lack =>
  fromHeader(letter, matter.ownCase, 'ordered');
/** The day of the earlier order after which talks count. */
export const sinceOf = (letter: Letter, matter: Matter): Moment | Lack =>
  fromHeader(letter, matter.ownCase, 'since');

function fromHeader(letter: Letter, ownCase: CaseData | undefined, key: HeaderKey): Moment | Lack {
  const { values, unreadable } = letter.header;
  // A date that was mistyped is not to be replaced by another that the writer does not see.
  if (unreadable.has(key)) return { key, reason: `the header's ${key} cannot be read` };
  const written = values[key];
  if (written !== undefined) return typeof written === 'string' ? { date: written, time: null } : written;
  const known = ownCase?.[key];
  const read = known === undefined ? undefined : readMoment(known);
  return typeof read === 'object' ? read : { key, reason: `the header has no ${key}` };
}

/** A date that a header or a case fixes, by its id. */
export interface CaseDate {
  readonly id: string;
  readonly title: string;
  readonly at: Moment;
  readonly by?: string;
  readonly paragraph: string | null;
  readonly source: 'header' | 'case';
}

/** The dates of the case that the order has, and those of the header; of one id the header's holds. */
export function caseDates(letter: Letter, matter: Matter): readonly CaseDate[] {
  const found = new Map<string, CaseDate>();
  for (const { id, title, date, by, paragraph } of matter.ownCase?.dates ?? []) {
    const at = readMoment(date);
    if (typeof at === 'object') {
      found.set(id, { id, title, at, paragraph, source: 'case', ...(by === undefined ? {} : { by }) });
    }
  }
  const own = new Set<string>();
  for (const { id, title, date, time, by } of letter.header.values.dates ?? []) {
    const base = slug(id ?? title);
    let unique = base;
    for (let n = 2; own.has(unique); n++) unique = `${base}-${n}`;
    own.add(unique);
    const at = { date: date.date, time: date.time ?? (time === undefined ? null : readClock(time)) };
    const shared = { id: unique, title, at, paragraph: null, source: 'header' as const };
    found.set(unique, { ...shared, ...(by === undefined ? {} : { by }) });
  }
  return [...found.values()];
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * The plaintiff's first demand (by whomever the order asks it of) that the header lists, in the form that the
 * order asks for where there is one. What is dated after the letter had not been made yet.
 */
export function demandMade(letter: Letter, matter: Matter): Entry | undefined {
  const { dated } = letter.header.values;
  const asked = matter.order?.exchange?.demand;
  const side = asked?.by === 'defendant' ? 'defendant' : 'plaintiff';
  const made = ledgerOf(letter.header.values)?.filter((e) => dated === undefined || e.date <= dated) ?? [];
  return firstProposal(made, side, asked?.written);
}
