import { distance } from 'fastest-levenshtein';
import type { HeaderValues } from '../../letter/header.ts';
import { sumsIn } from './money.ts';
import type { SaidSum } from './said-sums.ts';

type Ledger = NonNullable<HeaderValues['negotiations']>;

/** Every sum that the header's demands and offers name, in `amount` or in `terms`. */
export function ledgerSums(negotiations: Ledger): ReadonlySet<number> {
  return new Set(
    negotiations.flatMap(({ amount, terms }) => [
      ...(amount === undefined ? [] : [amount]),
      ...(terms === undefined ? [] : sumsIn(terms).map((s) => s.value)),
    ]),
  );
}

/** The said sum where the ledger lacks it. Parts that together are a sum of the ledger's are not lacking. */
export function sumsNotIn(ledger: ReadonlySet<number>, { value, about, beside }: SaidSum): number[] {
  if (ledger.has(value)) return [];
  if (about && [...ledger].some((known) => roundsTo(known, value))) return [];
  let total = value;
  for (const part of beside) {
    total += part;
    if (ledger.has(total)) return [];
  }
  return [value];
}

/** "About $1.2 million" may be 1,210,000: the same in two figures. */
function roundsTo(known: number, said: number): boolean {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(said, 1))) - 1);
  return Math.abs(known - said) <= unit / 2;
}

/** The sum that was probably meant: of the same day, else with as many figures and at most two of them off. */
export function likeliest(negotiations: Ledger, said: SaidSum): number | undefined {
  const sums = negotiations.flatMap(({ amount, date }) => (amount === undefined ? [] : [{ amount, date }]));
  const sameDay = sums.filter((n) => said.days.some((d) => matchesDay(n.date, d)));
  const [only] = sameDay;
  if (sameDay.length === 1 && only) return only.amount;
  const figures = String(said.value);
  const [near] = sums
    .map(({ amount }) => ({ amount, off: distance(String(amount), figures) }))
    .filter(({ amount, off }) => off <= 2 && String(amount).length === figures.length)
    .sort((a, b) => a.off - b.off || Math.abs(a.amount - said.value) - Math.abs(b.amount - said.value));
  return near?.amount;
}

const matchesDay = (date: string, day: SaidSum['days'][number]): boolean => {
  const [y, m, d] = date.split('-').map(Number);
  return m === day.month && d === day.day && (day.year === null || day.year === y);
};
