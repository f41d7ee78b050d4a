import type { Deadline as Counted } from '../calendar/index.ts';
import type { Letter } from '../letter/letter.ts';
import { countDue, countFrom } from './count.ts';
import { demandMade, isLack, type Lack, orderedOf } from './events.ts';
import type { Matter } from './matter.ts';

const counted = new WeakMap<Matter, { readonly header: Letter['header']; readonly last: Counted | Lack }>();

/**
 * The last day on which an answer to the demand is in time. Where the order counts it from the demand, a demand
 * that came early or before the order does not shorten it: the answer is not late before as many days have
 * passed since the demand, since the last day for one, and since the order. A Lack where that cannot be told.
 */
export function lastAnswer(letter: Letter, matter: Matter): Counted | Lack {
  // Of the letter only its header tells, and counting days is dear.
  const before = counted.get(matter);
  if (before?.header === letter.header) return before.last;
  const last = count(letter, matter);
  counted.set(matter, { header: letter.header, last });
  return last;
}

function count(letter: Letter, matter: Matter): Counted | Lack {
  const { demand, response } = matter.order?.exchange ?? {};
  const due = response?.when;
  if (!due) return { key: null, reason: 'the order sets no date for an answer' };
  if ('date' in due || due.after !== 'demand') return countDue(due, letter, matter);
  const found: Counted[] = [];
  const made = demandMade(letter, matter);
  const latest = demand?.when && countDue(demand.when, letter, matter);
  if (latest && isLack(latest)) return latest;
  const ordered = orderedOf(letter, matter);
  const events = [
    { from: made, say: 'the day of the demand' },
    { from: latest, say: 'the last day for a demand' },
    { from: isLack(ordered) ? undefined : ordered, say: 'the day of the order' },
  ];
  for (const { from, say } of events) {
    if (!from) continue;
    const counted = countFrom(due, { date: from.date, time: null }, matter);
    if (isLack(counted)) return counted;
    found.push({ ...counted, words: `${counted.words}, ${say}` });
  }
  const [first, ...others] = found;
  if (!first) return { key: 'negotiations', reason: 'no demand is listed from which to count' };
  return others.reduce((last, next) => (next.date > last.date ? next : last), first);
}
