import type { HeaderValues } from '../../../schemas/header.ts';
import { isBy, isProposal, ledgerOf } from '../order/ledger.ts';

/** Whose a demand or an offer is; `other` is a mediator's proposal, or of somebody whom the header does not know. */
export type Whose = 'plaintiff' | 'defendant' | 'other';

/** One demand or offer. */
export interface Move {
  /** ISO date. */
  readonly date: string;
  readonly whose: Whose;
  readonly by: string;
  readonly kind: string;
  /** Dollars; undefined where there were terms alone. */
  readonly amount: number | undefined;
  readonly terms: string | undefined;
}

/** The header's demands and offers in the order of their dates; talks are none. */
export function movesOf(values: HeaderValues): Move[] {
  return (ledgerOf(values) ?? []).filter(isProposal).map((entry): Move => {
    const { amount, terms } = values.negotiations?.[entry.index] ?? {};
    const known = entry.whose !== 'both' && entry.whose !== 'neither';
    const whose = !known ? 'other' : isBy(entry, 'plaintiff') ? 'plaintiff' : 'defendant';
    return { date: entry.date, whose, by: entry.by, kind: entry.kind, amount, terms };
  });
}

/** Where the sides stand, as a sentence. */
export function summarize(moves: readonly Move[]): string {
  const last = (whose: Whose): number | undefined =>
    moves.filter((m) => m.whose === whose && m.amount !== undefined).at(-1)?.amount;
  const [demand, offer] = [last('plaintiff'), last('defendant')];
  const parts = [
    demand === undefined ? 'The plaintiff has named no sum' : `The plaintiff stands at ${dollars(demand)}`,
    offer === undefined ? 'the defendant has named none' : `the defendant at ${dollars(offer)}`,
  ];
  if (demand === undefined || offer === undefined) return `${parts.join('; ')}.`;
  const apart = demand - offer;
  if (apart > 0) return `${parts.join(', ')}: ${dollars(apart)} apart.`;
  return `${parts.join(', ')}: ${apart === 0 ? 'they have met' : 'they have crossed'}.`;
}

export const dollars = (n: number): string => `$${n.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
