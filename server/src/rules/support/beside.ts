import type { Letter } from '../../letter/letter.ts';
import { cite } from '../../order/cite.ts';
import {
  type Answer,
  type Attendee,
  attends,
  authorised,
  both,
  HOW,
  listAt,
  personAt,
  type Standard,
  ways,
} from './roster.ts';
import type { Found } from './rule.ts';

/** Lead counsel: those who are marked so; where nobody is, any counsel. */
export function leadCounsel(letter: Letter, standard: Standard, roster: readonly Attendee[]): Found[] {
  const asked = standard.leadCounsel;
  if (!asked) return [];
  const { paragraph } = asked;
  const counsel = roster.filter((a) => a.capacity === 'attorney');
  const marked = counsel.filter((a) => a.lead === true);
  const leads = marked.length > 0 ? marked : counsel.filter((a) => a.lead === undefined);
  if (leads.some((a) => attends(a, standard) !== 'no')) return [];
  const [lead] = leads;
  const rule = `the order asks that lead trial counsel attend, ${ways(standard)} (${cite(paragraph)})`;
  if (!lead) {
    const message = `No lead counsel is listed for your party: ${rule}. Add counsel, with lead: true.`;
    return [{ message, span: listAt(letter), paragraph }];
  }
  const way = lead.attends ? HOW[lead.attends] : 'otherwise';
  const message = `Lead counsel, ${lead.name}, attends ${way}: ${rule}.`;
  return [{ message, span: personAt(letter, lead, 'attends') ?? listAt(letter), paragraph }];
}

/** An insured party's carrier, with authority of its own. */
export function carrier(letter: Letter, standard: Standard, roster: readonly Attendee[]): Found[] {
  const insured = roster.find((a) => a.insured);
  if (!standard.insured || !insured) return [];
  const { say, paragraph } = standard.insured;
  const carriers = roster.filter((a) => a.capacity === 'insurer');
  const answers = carriers.map((person): { person: Attendee; answer: Answer } => ({
    person,
    answer: both(attends(person, standard), authorised(person, standard)),
  }));
  if (answers.some((a) => a.answer === 'yes')) return [];
  const rule = `${say}, ${ways(standard)} (${cite(paragraph)})`;
  const unsure = answers.find((a) => a.answer === 'unsaid');
  if (unsure) {
    const message = `The order asks for ${rule}: add to ${unsure.person.name} authority and attends.`;
    return [
      {
        message,
        span: personAt(letter, unsure.person) ?? listAt(letter),
        severity: 'information',
        paragraph,
      },
    ];
  }
  const [weak] = carriers;
  const message = weak
    ? `${weak.name} does not do for the carrier: the order asks an insured party for ${rule}.`
    : `Your party is insured, and nobody is listed for its carrier: the order asks for ${rule}. Add one with role: insurer and authority: full.`;
  const span = weak ? personAt(letter, weak, 'authority') : personAt(letter, insured, 'insured');
  return [{ message, span: span ?? listAt(letter), paragraph }];
}
