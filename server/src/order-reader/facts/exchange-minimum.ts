import type { Clause } from '../text/clauses.ts';
import { read } from '../text/reading.ts';
import { type Anchors, timesIn } from './due.ts';
import type { Exchange } from './exchange.ts';

/** "at least two written settlement demands and two written settlement offers". */
export function fewest(c: Clause, anchors: Anchors): Exchange['minimum'] {
  const m =
    /\bat least (one|two|three|four|\d)(?: \(\d\))? (?:(?:good[- ]faith|written|settlement) ){0,3}demands?(?: and|,) (?:at least )?(one|two|three|four|\d)(?: \(\d\))? (?:(?:good[- ]faith|written|settlement) ){0,3}offers?\b/i.exec(
      c.text.replace(/\s/g, ' '),
    );
  if (!m) return null;
  const count = (w: string | undefined): number =>
    Math.max(1, ['one', 'two', 'three', 'four'].indexOf((w ?? '').toLowerCase()) + 1 || Number(w) || 1);
  const due = timesIn(c.text, c.start, anchors)[0]?.due ?? null;
  return read(
    { demands: count(m[1]), offers: count(m[2]), written: /written/i.test(m[0]), due },
    c.start + m.index,
    c.start + m.index + m[0].length,
    0.92,
  );
}
