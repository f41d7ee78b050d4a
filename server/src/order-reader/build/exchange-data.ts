import type { OrderData } from '../../../../schemas/order.ts';
import type { Step } from '../facts/exchange.ts';
import type { OrderRead } from '../read-order.ts';
import type { Read } from '../text/reading.ts';
import { cite } from './cite.ts';
import { dueData } from './due-data.ts';
import { SURE, sure } from './sure.ts';

/** What the sides must have said to each other before. */
export function exchangeData(o: OrderRead): Pick<OrderData, 'exchange'> {
  const r = o.reading;
  const step = (x: Read<Step> | null) =>
    x && x.confidence >= SURE
      ? {
          by: x.value.by,
          when: dueData(x.value.due),
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
