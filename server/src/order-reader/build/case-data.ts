import type { OrderData } from '../../../../schemas/order.ts';
import type { StepRead } from '../facts/steps.ts';
import type { OrderRead } from '../read-order.ts';
import type { Read } from '../text/reading.ts';
import { cite, evidenceOf } from './cite.ts';
import { dueData } from './due-data.ts';
import { datedExchange } from './exchange-data.ts';
import { named } from './submission-data.ts';
import { sure } from './sure.ts';

type CaseDates = NonNullable<NonNullable<OrderData['cases']>[number]['dates']>;

/** The id of a step of the case, by which periods count from it. */
export const stepId = (step: StepRead): string =>
  step.kind === 'meeting'
    ? step.title.toLowerCase().replace(/[^a-z]+/g, '-')
    : `${step.by.replace(' ', '-')}-answer`;

/** The case's own dates, under its number, each with the words that it was read from. */
export function casesData(o: OrderRead): Pick<OrderData, 'cases'> {
  const r = o.reading;
  const number = sure(o.caseNumber);
  if (!number) return {};
  const conference = sure(o.conference);
  const at = conference?.value;
  const caption = sure(o.caption);
  const ordered = sure(o.ordered);
  const fixed = named(o.papers).flatMap(({ paper, id }) => {
    const due = sure(paper.due);
    if (!due || !('date' in due.value)) return [];
    return [[id, { due: dueData(due.value), ...cite(r, due) }] as const];
  });
  const dates = datesOf(o);
  const since = sure(o.fresh)?.value.since;
  return {
    cases: [
      {
        number: number.value,
        ...(caption ? { caption: caption.value } : {}),
        ...(ordered ? { ordered: ordered.value } : {}),
        ...(since ? { since } : {}),
        ...(at ? { conference: at.time ? `${at.date} ${at.time}` : at.date } : {}),
        ...(fixed.length > 0 ? { submissions: Object.fromEntries(fixed) } : {}),
        ...datedExchange(o),
        ...(dates.length > 0 ? { dates } : {}),
        ...evidenceOf(r, { number, caption, ordered, conference }),
      },
    ],
  };
}

function datesOf(o: OrderRead): CaseDates {
  return o.steps
    .filter((s) => sure(s))
    .map((s: Read<StepRead>) => ({
      id: stepId(s.value),
      title: s.value.title,
      date: s.value.date,
      by: s.value.by,
      ...cite(o.reading, s),
    }));
}
