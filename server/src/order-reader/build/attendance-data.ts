import type { OrderData } from '../../../../schemas/order.ts';
import type { OrderRead } from '../read-order.ts';
import { sentenceAt } from '../text/around.ts';
import type { Read } from '../text/reading.ts';
import { cite } from './cite.ts';

/** Who must come, with what authority, and who will not do. */
export function attendanceData(o: OrderRead): Pick<OrderData, 'attendance'> {
  const r = o.reading;
  const { authority, leadCounsel, insurer } = o.attendance;
  const { notCounselAlone, nonParty, government, naturalPerson, available } = o.who;
  if (!authority) return {};
  const cited = (x: Read<unknown> | null) => (x ? cite(r, x) : null);
  const alone = cited(notCounselAlone);
  const lead = cited(leadCounsel);
  // An insurer that may stand for the party is not one that must come besides.
  const stands =
    nonParty !== null && insurer !== null && sentenceAt(r, insurer.start) === sentenceAt(r, nonParty.start);
  return {
    attendance: {
      who: {
        authority: authority.value,
        accepts: acceptedWays(o),
        ...(available ? { available: true } : {}),
        ...(naturalPerson ? { naturalPerson: true } : {}),
        ...cite(r, authority),
      },
      ...(alone ? { notCounselAlone: alone } : {}),
      ...(nonParty
        ? {
            nonParty: {
              say: 'someone other than the party, such as a representative of its insurer, who has the authority may appear for it',
              ...cite(r, nonParty),
            },
          }
        : {}),
      ...(lead ? { leadCounsel: lead } : {}),
      ...(government ? { government: { authority: government.value, ...cite(r, government) } } : {}),
      ...(insurer && !stands
        ? {
            insured: { say: "an insured party comes with its carrier's representative", ...cite(r, insurer) },
          }
        : {}),
    },
  };
}

/** The ways of attending that count. Where the text does not say, every way does, and a question says so. */
export function acceptedWays(o: OrderRead): ('in-person' | 'video' | 'phone')[] {
  const { inPerson, ways } = o.attendance;
  if (o.who.available || (!inPerson && ways.length === 0)) return ['in-person', 'video', 'phone'];
  return ['in-person', ...ways];
}
