import { daysBetween, formatShort } from '../calendar/index.ts';
import { type Deadline, readDeadlines } from '../order/deadlines.ts';
import { conferenceOf, isLack, orderedOf } from '../order/events.ts';
import { ownSide } from '../order/sides.ts';
import { lacking } from './support/lacking.ts';
import { anchor } from './support/regions.ts';
import { type Found, type OrderContext, type Rule, skip } from './support/rule.ts';
import { days, due, notes, passedAtOrder } from './support/when.ts';

/** The writer is reminded from so many days before. */
const SOON = 3;

export const dueDate: Rule = {
  id: 'due-date',
  severity: 'error',
  title: 'The day on which the letter is due',
  what: 'The letter is dated after its due date, or it bears no date and the due date is past. In the last three days before, the writer is reminded. A date that the header (due) or the case fixes goes before the judge’s standing period.',
  why: 'Court days are miscounted around holidays, and a late letter may go unread or cost the client the conference.',
  mend: 'Send it in time, or ask the Court for more. Where the Court fixed another day, write it into the header: `due: 2024-05-22`. Hovering over a date in the header shows how it was counted.',
  holds: ['due'],
  needs: 'order',
  check(context) {
    const { letter, matter, submission } = context;
    const { values, unreadable } = letter.header;
    const slips = outOfOrder(context);
    const dates = readDeadlines(letter, matter);
    const deadline = dates.get('submission');
    if (!deadline) {
      if (slips.length > 0) return slips;
      const lack = dates.lack('submission');
      if (lack) return lacking(letter, lack);
      return skip(
        `the order sets no date for the ${submission.name}; where the case has one, write it as due`,
      );
    }
    const side = ownSide(values);
    if (side && (deadline.by === 'plaintiff' || deadline.by === 'defendant') && deadline.by !== side) {
      return skip(`the order asks this letter of the ${deadline.by}`);
    }
    if (unreadable.has('dated')) return skip("the header's dated cannot be read");
    return [...slips, ...timing(context, deadline)];
  },
  accepted: [
    { say: 'dated in time', header: ['dated: 2025-09-04'], body: '' },
    { say: 'dated on the day', header: ['dated: 2025-09-09'], body: '' },
    { say: 'dated in time, read again later', header: ['dated: 2025-09-04'], body: '', today: '2025-10-01' },
    { say: 'not dated yet', header: ['-dated'], body: '' },
    {
      say: 'later than the standing period, by the header’s own date',
      header: ['dated: 2025-09-11', 'due: 2025-09-12'],
      body: '',
    },
  ],
  rejected: [
    { say: 'a day late', header: ['dated: 2025-09-10'], body: '', marks: '2025-09-10' },
    {
      say: 'after a date that the case fixes, which is the earlier one',
      header: ['dated: 2025-09-05', 'due: 2025-09-04 17:00'],
      body: '',
      marks: '2025-09-05',
    },
    {
      say: 'no date, and the due date past',
      header: ['-dated'],
      body: '',
      today: '2025-09-10',
      marks: 'hartwell',
    },
    {
      say: 'two days left',
      header: ['dated: 2025-09-05'],
      body: '',
      today: '2025-09-07',
      marks: '2025-09-16 10:00',
    },
    { say: 'nothing from which to count', header: ['-conference'], body: '', marks: 'hartwell' },
    {
      say: 'a conference before the order that sets it',
      header: ['ordered: 2025-09-30'],
      body: '',
      marks: '2025-09-16 10:00',
    },
  ],
};

function timing({ letter, matter, today, submission }: OrderContext, deadline: Deadline): Found[] {
  const { dated } = letter.header.values;
  const paper = submission.kind === 'other' ? submission.name : submission.kind;
  const cited = deadline.paragraph === null ? {} : { paragraph: deadline.paragraph };
  const late = (message: string, key: 'dated' | 'judge'): Found[] => {
    const issued = passedAtOrder(deadline, letter, matter);
    const span = letter.header.valueSpan([key]) ?? anchor(letter);
    if (issued === undefined) return [{ message: message + notes(deadline), span, ...cited }];
    const why = `the ${submission.name} was due ${due(deadline)}, which had come when the order issued on ${formatShort(issued)}. Ask chambers by when it is wanted, and write that as due`;
    return [{ message: `Nobody could keep the date: ${why}.`, span, severity: 'information', ...cited }];
  };
  if (dated !== undefined) {
    const over = daysBetween(deadline.date, dated);
    if (over > 0) {
      const mend = deadline.date >= today ? 'Send and date it by then' : 'Correct the date, or ask for leave';
      return late(
        `The ${paper} is dated ${formatShort(dated)}, ${days(over)} after it is due: ${due(deadline)}. ${mend}.`,
        'dated',
      );
    }
  }
  const left = daysBetween(today, deadline.date);
  if (left < 0 && dated === undefined) {
    return late(
      `The ${paper} was due ${due(deadline)}, ${days(-left)} ago, and bears no date. Ask for leave, or, if it went in time, add dated: with the day on which it was sent.`,
      'judge',
    );
  }
  if (left < 0 || left > SOON) return [];
  const when = left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${days(left)}`;
  const span =
    letter.header.valueSpan([deadline.source === 'header' ? 'due' : 'conference']) ?? anchor(letter);
  return [
    {
      message: `The ${paper} is due ${when}: ${due(deadline)}.${notes(deadline)}`,
      span,
      severity: 'information',
      ...cited,
    },
  ];
}

/** Dates that cannot all be right. Nothing else in the header would show that one of them is a slip. */
function outOfOrder({ letter, matter }: OrderContext): Found[] {
  const { values, valueSpan } = letter.header;
  const conference = conferenceOf(letter, matter);
  if (isLack(conference)) return [];
  const on = formatShort(conference.date);
  const ordered = orderedOf(letter, matter);
  const found: Found[] = [];
  if (!isLack(ordered) && conference.date < ordered.date) {
    const message = `The conference (${on}) lies before the order that sets it (${formatShort(ordered.date)}): one of the two dates is wrong.`;
    found.push({ message, span: valueSpan(['conference']) ?? anchor(letter), severity: 'warning' });
  }
  if (values.due && values.due.date > conference.date) {
    const message = `The letter would be due (${formatShort(values.due.date)}) after the conference (${on}): one of the two dates is wrong.`;
    found.push({ message, span: valueSpan(['due']) ?? anchor(letter), severity: 'warning' });
  }
  return found;
}
