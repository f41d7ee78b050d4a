import { daysBetween, formatShort } from '../calendar/index.ts';
import type { CheckResult } from '../check/result.ts';
import type { Letter } from '../letter/letter.ts';
import { readDeadlines } from '../order/deadlines.ts';
import type { Matter } from '../order/matter.ts';
import type { MatterRow } from '../protocol-matters.ts';
import { inDays } from './dates.ts';

/** A letter as one of many. @param today YYYY-MM-DD */
export function matterRow(
  uri: string,
  letter: Letter,
  matter: Matter,
  result: CheckResult,
  today: string,
): MatterRow {
  const { values } = letter.header;
  const due = readDeadlines(letter, matter).get('submission');
  const left = due ? daysBetween(today, due.date) : 0;
  return {
    uri,
    matter: values.caption ?? values.case ?? null,
    case: values.case ?? null,
    judge: matter.order?.judge.surname ?? null,
    due: due ? { date: due.date, words: `${formatShort(due.date)}, ${inDays(left)}`, left } : null,
    gaps: result.findings.filter((f) => f.severity !== 'information').length,
    reasons: result.incomplete.map((i) => i.reason),
  };
}

/** A file that might be a letter and cannot be read. */
export const unreadableRow = (uri: string, problem: string): MatterRow => ({
  uri,
  matter: null,
  case: null,
  judge: null,
  due: null,
  gaps: 0,
  reasons: [`the file cannot be read: ${problem}`],
});

/** What is due next first; then what has no date; what is past last, the latest of it first. */
export const sortMatters = (rows: Iterable<MatterRow>): MatterRow[] =>
  [...rows].sort((a, b) => rank(a) - rank(b) || days(a) - days(b) || (a.uri < b.uri ? -1 : 1));

const rank = ({ due }: MatterRow): number => (due === null ? 1 : due.left >= 0 ? 0 : 2);
const days = ({ due }: MatterRow): number => Math.abs(due?.left ?? 0);
