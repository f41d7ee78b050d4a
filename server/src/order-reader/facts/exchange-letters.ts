import { goesToParty } from '../text/addressees.ts';
import type { Clause } from '../text/clauses.ts';
import { type Read, read } from '../text/reading.ts';
import { type Anchors, timesIn } from './due.ts';
import type { Exchange, Step } from './exchange.ts';
import type { Paper } from './papers.ts';

/** Where the sides' own letters carry demand and offer, the days on which they go to the other side are the steps'. */
export function withLetters(
  exchange: Exchange,
  clauses: readonly Clause[],
  about: readonly (readonly number[])[],
  papers: readonly Paper[],
  anchors: Anchors,
): Exchange {
  const both = papers.some((p) => p.by === 'plaintiff') && papers.some((p) => p.by === 'defendant');
  if (!both) return exchange;
  const step = (by: 'plaintiff' | 'defendant'): Read<Step> | null => {
    for (const [n, c] of clauses.entries()) {
      const own =
        (about[n] ?? []).some((i) => papers[i]?.by === by) && (about[n]?.length === 1 || c.actor === by);
      if (!own || !goesToParty(c.words)) continue;
      const time = timesIn(c.text, c.start, anchors)[0];
      if (time) return read({ due: time.due, by, written: true }, time.start, time.end, 0.8);
    }
    return null;
  };
  return {
    ...exchange,
    demand: exchange.demand ?? step('plaintiff'),
    response: exchange.response ?? step('defendant'),
  };
}
