import type { HeaderValues } from '../../../../schemas/header.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Span } from '../../letter/span.ts';
import type { Order } from '../../order/order.ts';
import { opposite, ownSide, sideOf } from '../../order/sides.ts';
import { anchor } from './regions.ts';

type Listed = NonNullable<HeaderValues['attendees']>[number];
export type Standard = NonNullable<Order['attendance']>;

/** Someone who is listed as attending for the writer's own party. */
export interface Attendee {
  /** Index into the header's list. */
  readonly index: number;
  readonly name: string;
  /** `attorney` appears for the party; `insurer` pays for it; `party` is the party or one of its people. */
  readonly capacity: 'party' | 'insurer' | 'attorney';
  /** The party in the flesh, rather than somebody who speaks for it. */
  readonly natural: boolean;
  readonly government: boolean;
  readonly insured: boolean;
  readonly lead: boolean | undefined;
  readonly authority: Listed['authority'];
  readonly attends: Listed['attends'];
}

/**
 * Those who attend for the letter's own party. A person without a party, or of one that the header does not
 * know, is taken for the writer's; the other side's people are its own concern.
 */
export function ownRoster({ header }: Letter): readonly Attendee[] | undefined {
  const { values } = header;
  const own = ownSide(values);
  return values.attendees?.flatMap((listed, index) => {
    const whose = listed.party === undefined ? undefined : sideOf(values, listed.party);
    return own !== undefined && whose === opposite(own) ? [] : [attendee(values, listed, index)];
  });
}

function attendee(values: HeaderValues, listed: Listed, index: number): Attendee {
  const capacity = capacityOf(values, listed);
  const isParty = listed.role === 'party' || (listed.role === undefined && isTheParty(values, listed));
  return {
    index,
    name: listed.name,
    capacity,
    natural: isParty && (listed.kind === undefined || listed.kind === 'person'),
    government: listed.kind === 'government',
    insured: listed.insured === true,
    lead: listed.lead,
    authority: listed.authority,
    attends: listed.attends,
  };
}

const ATTORNEYS =
  /^(?:(?:lead|trial|senior|outside|litigation)\s+)*(?:counsel|attorney|lawyer|partner|associate)\b|\besq\b|\bcounsel of record\b|\b(?:counsel|attorney) for\b|\bassistant united states attorney\b/i;

function capacityOf(values: HeaderValues, listed: Listed): Attendee['capacity'] {
  if (listed.role === 'counsel') return 'attorney';
  if (listed.role === 'insurer') return 'insurer';
  if (listed.role !== undefined || isTheParty(values, listed)) return 'party';
  if (listed.lead !== undefined) return 'attorney';
  return ATTORNEYS.test(listed.title?.trim() ?? '') ? 'attorney' : 'party';
}

const isTheParty = (values: HeaderValues, { name, party }: Listed): boolean =>
  [values.party, party].some((p) => p?.trim().toLowerCase() === name.trim().toLowerCase());

/** Where a person's fault stands: the first of `keys` that is written, else the person's name, else the list. */
export function personAt({ header }: Letter, person: Attendee, ...keys: readonly string[]): Span | undefined {
  for (const key of [...keys, 'name']) {
    const at = header.valueSpan(['attendees', person.index, key]);
    if (at && at.end > at.start) return at;
  }
  return header.keySpan(['attendees']);
}

export const listAt = (letter: Letter): Span => letter.header.keySpan(['attendees']) ?? anchor(letter);

/** What a thing about a person comes to; `unsaid` where the header does not tell. */
export type Answer = 'yes' | 'no' | 'unsaid';

export const both = (a: Answer, b: Answer): Answer =>
  a === 'no' || b === 'no' ? 'no' : a === 'unsaid' || b === 'unsaid' ? 'unsaid' : 'yes';

/** Whether the order accepts the way in which someone attends. */
export const attends = ({ attends }: Attendee, { who }: Standard): Answer =>
  attends === undefined
    ? 'unsaid'
    : who.accepts.includes(attends) || (who.available === true && attends === 'phone')
      ? 'yes'
      : 'no';

/** Whether someone holds the authority that the order asks for. */
export function authorised({ authority, natural, government }: Attendee, standard: Standard): Answer {
  if (natural && standard.who.naturalPerson) return 'yes';
  // Nobody stands above a natural person who settles his own case.
  if (authority === undefined) return natural ? 'yes' : 'unsaid';
  if (authority === 'full') return 'yes';
  return authority === 'recommend' && government && standard.government?.authority === 'recommend'
    ? 'yes'
    : 'no';
}

/** Whether someone in this capacity can be the one who settles for the party. */
export function canSettle({ capacity }: Attendee, standard: Standard): boolean {
  if (capacity === 'attorney') return standard.notCounselAlone === undefined;
  // A carrier that must come beside its insured does not stand for it.
  return capacity !== 'insurer' || standard.nonParty !== undefined || standard.insured === undefined;
}

/** Ways of attending, as they are said. */
export const HOW = { 'in-person': 'in person', video: 'by video', phone: 'by telephone' } as const;

/** `in person or by video`: the ways that the order accepts. */
export function ways({ who }: Standard): string {
  const accepted: string[] = who.accepts.map((way) => HOW[way]);
  if (who.available && !who.accepts.includes('phone')) accepted.push('within reach by telephone');
  return accepted.length > 1
    ? `${accepted.slice(0, -1).join(', ')} or ${accepted.at(-1)}`
    : accepted.join('');
}
