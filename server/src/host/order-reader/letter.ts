import { draftLetter } from '../../order/draft.ts';
import type { Order } from '../../order/order.ts';
import { chooseSubmission } from '../../order/resolve.ts';
import { dueData } from '../../order-reader/build/due-data.ts';
import { sure } from '../../order-reader/build/sure.ts';
import type { OrderRead } from '../../order-reader/read-order.ts';

/** A letter for an order that was read: its header holds what the order says of the case. */
export function letterFor(order: Order, o: OrderRead, file: string | undefined): string {
  const submission = chooseSubmission(order, undefined);
  if (!submission) return '';
  const at = sure(o.conference)?.value;
  const read = sure(o.papers[0]?.due ?? null);
  const due = read && dueData(read.value);
  return draftLetter(order, submission, {
    judge: order.judge.surname,
    ...(file === undefined ? {} : { order: file }),
    ...(o.caseNumber ? { case: o.caseNumber.value } : {}),
    ...(o.caption ? { caption: o.caption.value } : {}),
    ...(at ? { conference: at.time ? `${at.date} ${at.time}` : at.date } : {}),
    ...(sure(o.ordered) ? { ordered: o.ordered?.value ?? '' } : {}),
    // With its hour: the header's day beats the order's.
    ...(due && 'date' in due ? { due: due.date } : {}),
  });
}
