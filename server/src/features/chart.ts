import type { HeaderValues } from '../../../schemas/header.ts';
import { formatShort } from '../calendar/index.ts';
import { dollars } from '../chart/moves.ts';
import { plotOf } from '../chart/plot.ts';
import { svgOf } from '../chart/svg.ts';
import type { ChartView } from '../protocol.ts';

/** Demands and offers over time for the page view, and the same as a table; undefined without any of them. */
export function chartOf(values: HeaderValues): ChartView | undefined {
  const plot = plotOf(values);
  if (!plot) return undefined;
  return {
    svg: svgOf(plot),
    summary: plot.summary,
    head: ['Date', 'By', 'What', 'Amount', 'Terms'],
    rows: plot.moves.map((m) => [
      formatShort(m.date),
      m.by,
      capital(m.kind),
      m.amount === undefined ? 'none stated' : dollars(m.amount),
      m.terms ?? '',
    ]),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
