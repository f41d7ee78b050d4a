import type { OrderData } from '../../../../schemas/order.ts';
import { DEADLINE_KINDS } from '../facts/deadlines.ts';
import type { OrderRead } from '../read-order.ts';
import { stepId } from './case-data.ts';
import { cite } from './cite.ts';
import { dueData } from './due-data.ts';
import { named } from './submission-data.ts';
import { sure } from './sure.ts';

type Deadline = NonNullable<OrderData['deadlines']>[number];

/** The other steps that must be taken by a day; and what is only told to the writer. */
export function deadlinesData(o: OrderRead): Pick<OrderData, 'deadlines' | 'shown'> {
  const deadlines = o.deadlines.flatMap((d): Deadline[] => {
    const { kind, beforeMeeting } = d.value;
    const when = sure(d) ? whenOf(o, d.value) : undefined;
    const { title, by } = DEADLINE_KINDS[kind];
    if (!when) return [];
    return [
      {
        id: beforeMeeting ? `${kind}-meeting` : kind,
        title: beforeMeeting ? `${title} for the meeting` : title,
        when,
        by,
        ...cite(o.reading, d),
      },
    ];
  });
  const shown = o.remarks.filter((x) => sure(x)).map((x) => ({ say: x.value, ...cite(o.reading, x) }));
  return {
    ...(deadlines.length > 0 ? { deadlines } : {}),
    ...(shown.length > 0 ? { shown } : {}),
  };
}

/** Nothing where it would count from a meeting whose day is not known, or with a paper that is not asked for. */
function whenOf(
  o: OrderRead,
  { when, beforeMeeting }: OrderRead['deadlines'][number]['value'],
): Deadline['when'] | undefined {
  if ('with' in when) {
    const paper = named(o.papers).find(({ paper: p }) => p.head === when.with);
    return paper ? { with: paper.id } : undefined;
  }
  // A day of one case is no standing period.
  if ('date' in when) return undefined;
  const due = dueData(when);
  if (!beforeMeeting || !('before' in due)) return due;
  const meeting = o.steps.find((s) => s.value.kind === 'meeting');
  return meeting && o.caseNumber ? { ...due, before: stepId(meeting.value) } : undefined;
}
