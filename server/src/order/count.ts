import { type Moment, readMoment } from '../../../schemas/dates.ts';
import { type Deadline as Counted, deadline, fixedDate } from '../calendar/index.ts';
import type { Letter } from '../letter/letter.ts';
import { caseDates, conferenceOf, demandMade, isLack, type Lack, orderedOf } from './events.ts';
import type { Matter } from './matter.ts';
import type { Due } from './order.ts';

/**
 * When something is due. A fixed date stays where it is; a period is counted from its event by Rule 6(a),
 * unless the order says otherwise. A Lack where the event is not known, or the period is none.
 */
export function countDue(due: Due, letter: Letter, matter: Matter): Counted | Lack {
  if ('date' in due) {
    const at = readMoment(due.date);
    return typeof at === 'object' ? fixedDate(at) : { key: null, reason: `the order's date ${at}` };
  }
  const anchor = eventOf(due.after ?? due.before ?? 'conference', letter, matter);
  return isLack(anchor) ? anchor : countFrom(due, anchor, matter);
}

/** Counts an order's period from any day. */
export function countFrom(due: Due, anchor: Moment, { order }: Matter): Counted | Lack {
  if ('date' in due) return { key: null, reason: 'a fixed date is not counted' };
  const { count, unit, time, roll } = due;
  const direction = due.after === undefined ? 'before' : 'after';
  try {
    const options = { state: order?.state, zone: order?.timeZone, roll };
    return deadline({ count, unit, direction, time }, anchor, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { key: null, reason: `the order's period cannot be counted: ${error.message}` };
  }
}

function eventOf(name: string, letter: Letter, matter: Matter): Moment | Lack {
  if (name === 'conference') return conferenceOf(letter, matter);
  if (name === 'order') return orderedOf(letter, matter);
  if (name === 'demand') {
    const made = demandMade(letter, matter);
    if (made) return { date: made.date, time: null };
    const due = matter.order?.exchange?.demand?.when;
    // The order's own demand cannot be counted from itself.
    if (!due || (!('date' in due) && (due.after ?? due.before) === 'demand')) {
      return { key: 'negotiations', reason: 'no demand is listed from which to count' };
    }
    return countDue(due, letter, matter);
  }
  const known = caseDates(letter, matter).find((d) => d.id === name);
  return known?.at ?? { key: null, reason: `no date with the id ${name} is known` };
}
