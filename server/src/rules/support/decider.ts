import type { Letter } from '../../letter/letter.ts';
import { cite } from '../../order/cite.ts';
import {
  type Attendee,
  attends,
  authorised,
  both,
  canSettle,
  HOW,
  listAt,
  personAt,
  type Standard,
  ways,
} from './roster.ts';
import type { Found } from './rule.ts';

/** Someone who can say yes for the party. */
export function decider(letter: Letter, standard: Standard, roster: readonly Attendee[]): Found[] {
  const { who } = standard;
  const able = roster.filter((a) => canSettle(a, standard));
  const judged = able.map((person) => ({
    person,
    there: attends(person, standard),
    authority: authorised(person, standard),
  }));
  const paragraph = who.paragraph;
  const wanted = `a person with ${who.authority} authority to settle, ${ways(standard)} (${cite(paragraph)})`;
  if (judged.some((j) => both(j.there, j.authority) === 'yes')) return [];
  const unsure = judged.find((j) => both(j.there, j.authority) === 'unsaid');
  if (unsure) {
    const keys = [
      ...(unsure.authority === 'unsaid' ? ['authority (full, limited, recommend or none)'] : []),
      ...(unsure.there === 'unsaid' ? ['attends (in-person, video or phone)'] : []),
    ];
    const message = `The order asks for ${wanted}: add to ${unsure.person.name}: ${keys.join(' and ')}.`;
    const span = personAt(letter, unsure.person) ?? listAt(letter);
    return [{ message, span, severity: 'information', paragraph }];
  }
  const absent = judged.find((j) => j.authority !== 'no');
  const weak = judged[0];
  if (absent) {
    const { name, attends: way } = absent.person;
    const message = `${name} attends ${way ? HOW[way] : 'otherwise'}, which does not count here: the order asks for ${wanted}.`;
    return [{ message, span: personAt(letter, absent.person, 'attends') ?? listAt(letter), paragraph }];
  }
  if (weak) {
    const government = standard.government?.authority === 'recommend' && weak.person.government;
    const least = government
      ? ', or, for a government body, one who may at least recommend a settlement'
      : '';
    const message = `${weak.person.name} has ${HELD[weak.person.authority ?? 'none']}, and nobody else for your party is listed with more: the order asks for ${wanted}${least}.`;
    return [{ message, span: personAt(letter, weak.person, 'authority') ?? listAt(letter), paragraph }];
  }
  return [{ message: nobody(standard, roster, wanted), span: listAt(letter), paragraph }];
}

/** How much a person may say, as the sentence goes on after "has". */
const HELD = {
  full: 'full authority',
  limited: 'limited authority',
  recommend: 'authority to recommend only',
  none: 'no authority',
} as const satisfies Record<NonNullable<Attendee['authority']>, string>;

function nobody(standard: Standard, roster: readonly Attendee[], wanted: string): string {
  const carriers = roster.some((a) => a.capacity === 'insurer');
  const instead = standard.nonParty
    ? ` ${standard.nonParty.say} (${cite(standard.nonParty.paragraph)}).`
    : '';
  if (roster.length === 0) return `Nobody is listed for your party: the order asks for ${wanted}.`;
  const who = carriers ? 'counsel and the carrier' : 'counsel';
  return `Only ${who} would attend for your party, and counsel alone is not enough: the order asks for ${wanted}.${
    instead === '' ? '' : ` Otherwise:${instead}`
  }`;
}
