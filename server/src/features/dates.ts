import type { Hover, InlayHint } from 'vscode-languageserver-types';
import { daysBetween, formatLong, formatTime, weekday } from '../calendar/index.ts';
import type { HeaderPath } from '../letter/header.ts';
import type { Letter } from '../letter/letter.ts';
import type { Span } from '../letter/span.ts';
import { cite } from '../order/cite.ts';
import { readDeadlines } from '../order/deadlines.ts';
import type { Matter } from '../order/matter.ts';
import { toRange } from './convert.ts';

/** A date in the header, with its place. `due`: something is to happen by it, so the days left matter. */
interface HeaderDate {
  readonly path: HeaderPath;
  readonly date: string;
  readonly span: Span;
  readonly due: boolean;
}

/** The weekday beside each date in the header, and the days left beside those that lie ahead. */
export function inlayHints(letter: Letter, today: string): InlayHint[] {
  return headerDates(letter).map(({ date, span, due }) => {
    const left = daysBetween(today, date);
    const days = weekday(date).slice(0, 3);
    return {
      position: toRange(letter, span).end,
      // Long past, the number of days tells nobody anything.
      label: due && left >= -14 ? `${days}, ${inDays(left)}` : days,
      paddingLeft: true,
      tooltip: formatLong(date),
    };
  });
}

/** On a date in the header: the day in full, and every deadline that counts from it, with its arithmetic. */
export function dateHover(letter: Letter, matter: Matter, offset: number, today: string): Hover | null {
  const at = headerDates(letter).find((d) => {
    const key = letter.header.keySpan(d.path);
    return offset >= (key?.start ?? d.span.start) && offset <= d.span.end;
  });
  if (!at) return null;
  const lines = [`**${formatLong(at.date)}**, ${inDays(daysBetween(today, at.date))}`];
  const [key] = at.path;
  const { known, absent } = readDeadlines(letter, matter);
  const shown =
    key === 'conference' || key === 'ordered'
      ? known
      : known.filter((d) => d.date === at.date || (key === 'due' && d.id === 'submission'));
  for (const d of shown) {
    const where = d.paragraph === null ? '' : ` (${cite(d.paragraph)})`;
    const time = d.time ? `, ${formatTime(d.time)}` : '';
    lines.push(
      `- **${d.title}**${where}: ${formatLong(d.date)}${time}, ${inDays(daysBetween(today, d.date))}  \n  ${d.words}`,
    );
    for (const note of d.notes) lines.push(`  - ${note}`);
  }
  if (key === 'conference') for (const a of absent) lines.push(`- ${a.id}: not known, because ${a.reason}`);
  return { contents: { kind: 'markdown', value: lines.join('\n') }, range: toRange(letter, at.span) };
}

/** `in 3 days`, `today`, `2 days ago`. */
export function inDays(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function headerDates({ header }: Letter): HeaderDate[] {
  const { values } = header;
  const found: HeaderDate[] = [];
  const add = (path: HeaderPath, date: string | undefined, due: boolean): void => {
    const span = header.valueSpan(path);
    if (date !== undefined && span && span.end > span.start) found.push({ path, date, span, due });
  };
  add(['dated'], values.dated, false);
  add(['ordered'], values.ordered, false);
  add(['since'], values.since, false);
  add(['conference'], values.conference?.date, true);
  add(['due'], values.due?.date, true);
  values.dates?.forEach((d, i) => {
    add(['dates', i, 'date'], d.date.date, true);
  });
  values.negotiations?.forEach((n, i) => {
    add(['negotiations', i, 'date'], n.date, false);
  });
  return found;
}
