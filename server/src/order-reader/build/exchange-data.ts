import type { OrderData } from '../../../../schemas/order.ts';
import type { Step } from '../facts/exchange.ts';
import type { OrderRead } from '../read-order.ts';
import type { Read } from '../text/reading.ts';
import { cite } from './cite.ts';
import { dueData } from './due-data.ts';
import { SURE, sure } from './sure.ts';

type CaseExchange = NonNullable<NonNullable<OrderData['cases']>[number]['exchange']>;

/** Dates on which demand and response are due in this case; they stand under its number, not for every case. */
export function datedExchange(o: OrderRead): { exchange?: CaseExchange } {
  if (sure(o.exchange.minimum)) return {};
  const on = (x: Read<Step> | null) =>
    x && x.confidence >= SURE && 'date' in x.value.due
      ? { when: dueData(x.value.due), ...cite(o.reading, x) }
      : undefined;
  const demand = on(o.exchange.demand);
  const response = on(o.exchange.response);
  return demand || response
    ? { exchange: { ...(demand ? { demand } : {}), ...(response ? { response } : {}) } }
    : {};
}

/** What the sides must have said to each other before. `inCase`: dates stand under the case's number. */
export function exchangeData(o: OrderRead, inCase: boolean): Pick<OrderData, 'exchange'> {
  const r = o.reading;
  const step = (x: Read<Step> | null) =>
    x && x.confidence >= SURE
      ? {
          by: x.value.by,
          ...(inCase && 'date' in x.value.due ? {} : { when: dueData(x.value.due) }),
          ...(x.value.written ? { written: true } : {}),
          ...cite(r, x),
        }
      : undefined;
  const min = sure(o.exchange.minimum);
  const demand = min ? undefined : step(o.exchange.demand);
  const response = min ? undefined : step(o.exchange.response);
  const fresh = sure(o.fresh);
  if (!demand && !response && !min && !fresh) return {};
  return {
    exchange: {
      ...(demand ? { demand } : {}),
      ...(response ? { response } : {}),
      ...(min
        ? {
            minimum: {
              demands: min.value.demands,
              offers: min.value.offers,
              ...(min.value.written ? { written: true } : {}),
              ...(min.value.due ? { when: dueData(min.value.due) } : {}),
              ...cite(r, min),
            },
          }
        : {}),
      ...(fresh
        ? {
            fresh: {
              discussion: [...fresh.value.discussion],
              proposals: fresh.value.proposals,
              ...cite(r, fresh),
            },
          }
        : {}),
    },
  };
}
