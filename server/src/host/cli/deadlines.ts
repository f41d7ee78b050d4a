import { dirname, resolve } from 'node:path';
import pc from 'picocolors';
import { daysBetween, formatShort, formatTime } from '../../calendar/index.ts';
import { parseLetter } from '../../letter/letter.ts';
import { cite } from '../../order/cite.ts';
import { type Deadlines, readDeadlines } from '../../order/deadlines.ts';
import { calendarOf } from '../../order/ics.ts';
import { openMatter } from '../../order/matter.ts';
import { LONGEST } from '../checker.ts';
import { today as clock } from '../clock.ts';
import { inFile } from '../letter-files.ts';
import { OrderStore } from '../orders.ts';
import { workspaceOf } from '../workspace.ts';
import { UsageError } from './usage.ts';

export interface DeadlinesOptions {
  readonly file: string;
  readonly format: 'pretty' | 'json' | 'ics';
  readonly today: string | undefined;
  readonly orders: readonly string[];
  readonly colour: boolean;
  readonly out: (text: string) => void;
}

/** The dates that hold for a letter. Exit code 1: its header names no order; 2: it cannot be read. */
export async function deadlinesCommand(options: DeadlinesOptions): Promise<0 | 1> {
  const { out, format } = options;
  const day = options.today ?? clock();
  const file = resolve(options.file);
  const input = await inFile(options.file);
  if ('problem' in input) throw new UsageError(`${options.file}: ${input.problem}`);
  const { text } = input;
  if (text.length > LONGEST) throw new UsageError(`${options.file}: it is too long for a letter`);
  const root = workspaceOf(dirname(file));
  const store = new OrderStore({ workspaces: [root], given: options.orders, trusted: true });
  const letter = parseLetter(text);
  const { order: named, judge } = letter.header.values;
  const own = named === undefined ? undefined : store.caseOrder(named, file, root);
  const matter = openMatter(letter, store.set(), own);
  if (!matter.order) {
    process.stderr.write(
      `ex-parte: ${options.file}: no order is known for ${judge ?? 'this file'}; ex-parte check tells more\n`,
    );
    return 1;
  }
  const deadlines = readDeadlines(letter, matter);
  if (format === 'json') {
    out(
      `${JSON.stringify({ version: 1, file: options.file, judge: matter.order.id, today: day, deadlines: deadlines.known.map((d) => ({ ...d, daysLeft: daysBetween(day, d.date) })), absent: deadlines.absent.map(({ id, reason }) => ({ id, reason })) }, null, 2)}\n`,
    );
  } else if (format === 'ics') out(calendarOf(letter, matter, deadlines.known));
  else out(table(deadlines, day, options.colour));
  return 0;
}

function table({ known, absent }: Deadlines, today: string, colour: boolean): string {
  const c = pc.createColors(colour);
  const rows = known.map((d) => {
    const left = daysBetween(today, d.date);
    const tint = left < 0 ? c.dim : left <= 3 ? c.red : left <= 7 ? c.yellow : (s: string) => s;
    const when = `${formatShort(d.date)}${d.time ? `, ${formatTime(d.time)}` : ''}`;
    return { when, left: daysLeft(left), tint, d };
  });
  if (rows.length === 0 && absent.length === 0) return 'The order sets no dates for this letter.\n';
  const wide = (pick: (r: (typeof rows)[number]) => string): number =>
    Math.max(0, ...rows.map((r) => pick(r).length));
  const [a, b] = [wide((r) => r.when), wide((r) => r.left)];
  const lines = rows.map(({ when, left, tint, d }) => {
    const where = d.paragraph === null ? '' : ` (${cite(d.paragraph)})`;
    const more = [d.words, ...d.notes].map((w) => `${' '.repeat(a + b + 4)}${c.dim(w)}\n`).join('');
    return `${tint(when.padEnd(a))}  ${tint(left.padEnd(b))}  ${c.bold(d.title)}${c.dim(where)}\n${more}`;
  });
  const unknown = absent.map(({ id, reason }) => `${'?'.padEnd(a)}  ${' '.repeat(b)}  ${id}: ${reason}\n`);
  return [...lines, ...unknown].join('');
}

/** `in 3 days`, `today`, `2 days ago`. */
export function daysLeft(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
