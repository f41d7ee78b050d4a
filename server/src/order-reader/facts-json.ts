import { addDays } from '../calendar/dates.ts';
import type { DueRead } from './facts/due.ts';
import type { OrderRead, PaperRead } from './read-order.ts';

/** The facts as `import-order --format facts` prints them; null where the order is silent. */
export function factsOf(o: OrderRead): Record<string, unknown> {
  const at = o.conference?.value;
  return {
    judge: o.judge?.value ?? null,
    court: o.court?.value ?? null,
    case: o.caseNumber?.value ?? null,
    caption: o.caption?.value ?? null,
    conference: at ? at.date + (at.time ? `T${at.time}` : '') : null,
    order_date: o.ordered?.value ?? null,
    submissions: o.papers.map(paperFacts),
    demand: dueFacts(dated(o.exchange.demand?.value.due, o)),
    response: dueFacts(dated(o.exchange.response?.value.due, o)),
    authority: o.attendance.authority ? 'full' : null,
  };
}

function paperFacts(p: PaperRead): Record<string, unknown> {
  const channels = p.delivery.channels.map((c) => c.value);
  const served = p.circulation.served?.value;
  return {
    kind: p.kind,
    by: p.by,
    max_pages: p.pages.text?.value.max ?? null,
    max_exhibit_pages: p.pages.exhibits?.value ?? null,
    due: dueFacts(p.due?.value),
    contents: p.contents.map((t) => t.words),
    filed: p.circulation.filed?.value ?? null,
    served: served === 'required' ? true : served === 'forbidden' || served === 'promised' ? false : null,
    channel: channels.length > 1 ? channels : (channels[0] ?? null),
    email: p.delivery.email?.value ?? null,
    marking: p.marking?.value ?? null,
    hard_copy_over_pages: p.pages.hardCopy?.value ?? null,
  };
}

/** Days counted from the order's own date are a date. */
function dated(due: DueRead | undefined, o: OrderRead): DueRead | undefined {
  const day = o.ordered?.value;
  if (due === undefined || !('after' in due) || due.after !== 'order' || !day) return due;
  const days = due.unit === 'days' ? due.count : due.unit === 'weeks' ? due.count * 7 : undefined;
  return days === undefined ? due : { date: addDays(day, days), time: due.time };
}

function dueFacts(due: DueRead | undefined): Record<string, unknown> | null {
  if (due === undefined) return null;
  if ('date' in due) return { date: due.date };
  const { count, unit } = due;
  return 'before' in due ? { count, unit, before: due.before } : { count, unit, after: due.after };
}
