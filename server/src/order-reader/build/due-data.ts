import type { Due } from '../../../../schemas/order/parts.ts';
import type { DueRead } from '../facts/due.ts';

/** As an order file says it. */
export function dueData(due: DueRead): Due {
  const time = due.time ? { time: due.time } : {};
  if ('date' in due) return { date: due.time ? `${due.date} ${due.time}` : due.date };
  return 'before' in due
    ? { count: due.count, unit: due.unit, before: due.before, ...time }
    : { count: due.count, unit: due.unit, after: due.after, ...time };
}
