import type { HeaderValues } from '../../../schemas/header.ts';
import { opposite, type Side, sideOf, type Whose } from './sides.ts';

export type Manner = 'in person' | 'telephone' | 'video' | 'writing';

/** One of the header's `negotiations`, as the orders ask about it. */
export interface Entry {
  /** Index into the header's list. */
  readonly index: number;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly kind: 'demand' | 'offer' | 'discussion';
  /** As written. */
  readonly by: string;
  /** Undefined where the name is of nobody that the header knows. */
  readonly whose: Whose | undefined;
  /** How the parties dealt; undefined where the header does not tell. */
  readonly manner: Manner | undefined;
  /** Undefined where neither `written` nor `manner` tells. */
  readonly written: boolean | undefined;
}

const MANNERS: readonly (readonly [Manner, readonly string[]])[] = [
  ['video', ['zoom', 'video', 'videoconference', 'teams', 'webex', 'virtual', 'virtually', 'remote']],
  [
    'telephone',
    ['telephone', 'phone', 'call', 'telephonic', 'telephonically', 'teleconference', 'voicemail'],
  ],
  ['in person', ['person', 'face', 'meeting', 'met', 'orally', 'oral']],
  ['writing', ['letter', 'email', 'mail', 'e', 'fax', 'writing', 'written', 'text', 'courier', 'served']],
];

/** The negotiations in the order of their dates; undefined where the header has no readable list. */
export function ledgerOf(values: HeaderValues): readonly Entry[] | undefined {
  return values.negotiations
    ?.map((n, index): Entry => {
      const manner = mannerOf(n.manner);
      return {
        index,
        date: n.date,
        kind: n.kind,
        by: n.by,
        whose: sideOf(values, n.by) ?? otherThan(values, n.to),
        manner,
        written: n.written ?? (manner === undefined ? undefined : manner === 'writing'),
      };
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index));
}

/** Whoever deals with one side is of the other. */
function otherThan(values: HeaderValues, to: string | undefined): Side | undefined {
  const side = to === undefined ? undefined : sideOf(values, to);
  return side === 'plaintiff' || side === 'defendant' ? opposite(side) : undefined;
}

function mannerOf(text: string | undefined): Manner | undefined {
  const words = new Set(text?.toLowerCase().match(/[a-z]+/g) ?? []);
  return MANNERS.find(([, known]) => known.some((word) => words.has(word)))?.[0];
}

export const isProposal = (entry: Entry): boolean => entry.kind !== 'discussion';

/**
 * Whether an entry is of a side. A name that nobody knows is given the benefit of the doubt: demands are
 * plaintiffs' as a rule, and offers defendants'.
 */
export function isBy(entry: Entry, side: Side): boolean {
  const { whose, kind } = entry;
  if (whose === undefined) return kind === (side === 'plaintiff' ? 'demand' : 'offer');
  return whose === side || whose === 'both';
}

/** The first demand or offer of a side: in writing, where there is one and that is asked for. */
export function firstProposal(
  entries: readonly Entry[],
  side: Side,
  written: boolean | undefined,
): Entry | undefined {
  const made = entries.filter((entry) => isProposal(entry) && isBy(entry, side));
  return (written ? made.find((entry) => entry.written !== false) : undefined) ?? made[0];
}
