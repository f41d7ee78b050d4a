import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { daysBetween } from '../calendar/index.ts';
import { cornersOf, type Plot } from '../chart/plot.ts';

const COLOURS = { plaintiff: '9A3412', defendant: '1D4ED8' } as const;
const NAMES = { plaintiff: 'Plaintiff', defendant: 'Defendant' } as const;
/** Pixels; as wide as the text of a letter with margins of an inch. */
const SIZE = { width: 600, height: 300 } as const;
/** The day that spreadsheets count as 0, for days from March 1900 on. */
const DAY_ZERO = '1899-12-30';
const FONT = 'Times New Roman';
const DOLLARS = '"$"#,##0';

const labelKey = (of: { readonly date: string; readonly amount: number }): string =>
  `${of.date} ${of.amount}`;

/** The picture of the negotiation as a chart of Word's own, with its numbers, which a partner can edit. */
export function chartOf({ moves, held, says }: Plot): Paragraph {
  const series = (['plaintiff', 'defendant'] as const).flatMap((whose) => {
    const priced = moves.flatMap(({ date, amount, whose: by }) =>
      by === whose && amount !== undefined ? [{ date, amount }] : [],
    );
    if (priced.length === 0) return [];
    const made = new Set(priced.map(labelKey));
    const corners = cornersOf(priced, held);
    return {
      name: NAMES[whose],
      points: corners.map(([date, amount]) => ({ x: daysBetween(DAY_ZERO, date), y: amount })),
      color: COLOURS[whose],
      markers: false,
      line: { width: 1.5, dash: whose === 'defendant' ? ('dash' as const) : ('solid' as const) },
      // A sum stands where it was named, not where its line turns or ends.
      pointLabels: corners.map(([date, amount], i) => {
        if (!made.delete(labelKey({ date, amount }))) return false;
        const position = amount < (corners[i - 1]?.[1] ?? 0) ? ('below' as const) : ('above' as const);
        return { value: true, position, numberFormat: DOLLARS };
      }),
    };
  });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepLines: true,
    children:
      series.length === 0
        ? []
        : [
            new ChartRun({
              type: 'scatter',
              lines: 'straight',
              series,
              font: { name: FONT },
              transformation: SIZE,
              xAxis: { numberFormat: 'mmm d, yyyy', gridlines: false },
              yAxis: { numberFormat: DOLLARS, minimum: 0 },
              altText: { name: 'Demands and offers over time', description: says, id: '1' },
            }),
          ],
  });
}
