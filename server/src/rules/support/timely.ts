import { daysBetween, formatShort } from '../../calendar/index.ts';
import { lastAnswer } from '../../order/answer.ts';
import type { Deadline } from '../../order/deadlines.ts';
import { isLack } from '../../order/events.ts';
import { type Entry, firstProposal, isBy, isProposal } from '../../order/ledger.ts';
import type { Side } from '../../order/sides.ts';
import type { Found } from './rule.ts';
import { capital, entryAt, entryName, type Talks } from './talks.ts';
import { days, due, passedAtOrder } from './when.ts';

/** One step that the order asks of a side by a date. */
interface Step {
  readonly side: Side;
  /** `demand by the plaintiff`. */
  readonly what: string;
  /** The day to keep; what is cited. */
  readonly deadline: Deadline;
  /** Entries that can be the step, by date. */
  readonly entries: readonly Entry[];
  readonly written: boolean;
}

/** The demand that the order asks for: there, in time and in its form. Silent until its day is over. */
export function demandInTime(talks: Talks): Found[] {
  const { context, dates, made, on } = talks;
  const asked = context.order.exchange?.demand;
  const deadline = dates.get('demand');
  if (!asked || !deadline || deadline.date >= on) return [];
  const sides: readonly Side[] =
    asked.by === 'plaintiff' || asked.by === 'defendant' ? [asked.by] : ['plaintiff', 'defendant'];
  const missing = sides.map((side) => {
    const entries = made.filter((e) => isProposal(e) && isBy(e, side));
    return stepFaults(talks, { side, what: 'demand', deadline, entries, written: asked.written ?? false });
  });
  // Asked of all together, one side's demand is enough.
  return asked.by === 'all parties' && missing.some((found) => found.length === 0) ? [] : missing.flat();
}

/** The answer to a demand that was made. Without a demand nothing is to be answered. */
export function answerInTime(talks: Talks): Found[] {
  const { context, dates, made, on } = talks;
  const { letter, matter, order } = context;
  const { response: asked, demand } = order.exchange ?? {};
  const deadline = dates.get('response');
  const from: Side = asked?.by === 'plaintiff' ? 'defendant' : 'plaintiff';
  const opening = firstProposal(made, from, false);
  if (!asked || !deadline || !opening) return [];
  const last = deadline.source === 'order' ? lastAnswer(letter, matter) : deadline;
  // Until it is known how long an answer may take, none is late.
  if (isLack(last) || last.date >= on) return [];
  const inForm = firstProposal(made, from, demand?.written);
  // A demand that comes after the last day for an answer is the fault, not that nobody answered it.
  if (inForm && inForm.date > last.date) return [];
  const side: Side = from === 'plaintiff' ? 'defendant' : 'plaintiff';
  const entries = made.filter(
    (e) => e.date >= opening.date && e !== opening && (isProposal(e) ? isBy(e, side) : e.whose === side),
  );
  const what = `answer to ${entryName(opening)}`;
  const step = { side, what, deadline: { ...deadline, ...last }, entries, written: asked.written ?? false };
  return stepFaults(talks, step);
}

function stepFaults(talks: Talks, { side, what, deadline, entries, written }: Step): Found[] {
  const { letter, matter } = talks.context;
  const issued = passedAtOrder(deadline, letter, matter);
  const cited = deadline.paragraph === null ? {} : { paragraph: deadline.paragraph };
  const found = (message: string, entry?: Entry, ...keys: string[]): Found[] => {
    const span = entryAt(letter, entry, ...keys);
    if (issued === undefined) return [{ message, span, ...cited }];
    const excuse = ` That day had come when the order issued on ${formatShort(issued)}, so this is no fault; do it as soon as can be.`;
    return [{ message: message + excuse, span, severity: 'information', ...cited }];
  };
  const [first] = written ? entries.filter((e) => e.written !== false) : entries;
  const form = written ? 'written ' : '';
  if (first && first.date <= deadline.date) {
    if (!written || first.written) return [];
    const message = `Whether ${entryName(first)} was in writing is not said, and the order asks for that: add written: true or false.`;
    return [{ message, span: entryAt(letter, first, 'kind'), severity: 'information', ...cited }];
  }
  if (first) {
    const over = days(daysBetween(deadline.date, first.date));
    const message = `The first ${form}${what} by the ${side} is dated ${formatShort(first.date)}, ${over} after it was due: ${due(deadline)}. If the date is right, tell the Court why it came late.`;
    return found(message, first, 'date');
  }
  const oral = entries.at(-1);
  if (oral) {
    const message = `${capital(entryName(oral))} was not in writing, and a ${form}${what} by the ${side} was due ${due(deadline)}. Put it in writing now and list that; if it was in writing, say written: true.`;
    return found(message, oral, 'written', 'manner');
  }
  const mend = talks.own && talks.own !== side ? `Ask the ${side} for it` : 'Make it now';
  return found(
    `No ${form}${what} by the ${side} is listed; it was due ${due(deadline)}. ${mend}, or list it under negotiations if it was made.`,
  );
}
