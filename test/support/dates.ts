import { parseLetter } from '../../server/src/letter/letter.ts';
import { readDeadlines } from '../../server/src/order/deadlines.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { allOrders } from './orders.ts';

/** The dates that a header of these lines comes to: all of them, and in brief by their ids. */
export function dates(lines: readonly string[], orders = allOrders) {
  const letter = parseLetter(`---\n${lines.join('\n')}\n---\n`);
  const all = readDeadlines(letter, openMatter(letter, orders));
  const brief = Object.fromEntries(all.known.map((d) => [d.id, d.time ? `${d.date} ${d.time}` : d.date]));
  return { ...all, brief };
}
