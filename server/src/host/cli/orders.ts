import pc from 'picocolors';
import { cite } from '../../order/cite.ts';
import { describeDue } from '../../order/due-words.ts';
import type { BrokenOrder, Order } from '../../order/order.ts';
import { attendanceOf, exchangeOf, formOf } from '../../order/requirements.ts';
import { resolveJudge } from '../../order/resolve.ts';
import { OrderStore } from '../orders.ts';
import { workspaceOf } from '../workspace.ts';
import { UsageError } from './usage.ts';

export interface OrdersOptions {
  readonly judge: string | undefined;
  readonly format: 'pretty' | 'json';
  readonly orders: readonly string[];
  readonly colour: boolean;
  readonly out: (text: string) => void;
}

/** The orders that are known, or one of them as the checks see it. Exit code 2: an order file is broken. */
export function ordersCommand(options: OrdersOptions): 0 | 2 {
  const store = new OrderStore({
    workspaces: [workspaceOf(process.cwd())],
    given: options.orders,
    trusted: true,
  });
  const { orders, broken } = store.set();
  const chosen = options.judge === undefined ? orders : [named(store, options.judge)];
  if (options.format === 'json') {
    options.out(`${JSON.stringify({ version: 1, orders: chosen.map(plain), broken }, null, 2)}\n`);
  } else {
    for (const order of chosen) options.out(describe(order, options.judge !== undefined, options.colour));
    for (const b of broken) options.out(`${placeOf(b)}: cannot be used: ${b.reason}\n`);
  }
  return broken.length > 0 && options.judge === undefined ? 2 : 0;
}

/** The file with the line and column of its first fault, as editors and terminals understand it. */
const placeOf = ({ file, line, column }: BrokenOrder): string =>
  line === undefined ? file : `${file}:${line}:${column}`;

/** The one order by that judge. Throws a UsageError that says what there is instead. */
export function named(store: OrderStore, judge: string): Order {
  const set = store.set();
  const found = resolveJudge(set, judge);
  if (found.kind === 'found') return found.order;
  if (found.kind === 'ambiguous') {
    throw new UsageError(
      `${judge} is the name of more than one judge: write ${found.orders.map((o) => o.id).join(' or ')}`,
    );
  }
  if (found.kind === 'broken')
    throw new UsageError(`${placeOf(found.broken)} cannot be used: ${found.broken.reason}`);
  const likely = found.kind === 'unknown' && found.likely ? `; did you mean ${found.likely.id}?` : '';
  throw new UsageError(
    `no order by a judge named ${judge}${likely || `; known: ${set.orders.map((o) => o.id).join(', ')}`}`,
  );
}

/** The order's data without what the check makes of them. */
function plain(order: Order): unknown {
  const words = (cues: Order['submissions'][number]['contents'][number]['cues']) => cues.map((c) => c.source);
  return {
    ...order,
    submissions: order.submissions.map((s) => ({
      ...s,
      contents: s.contents.map((c) => ({
        ...c,
        cues: words(c.cues),
        parts: c.parts.map((p) => ({ ...p, cues: words(p.cues) })),
      })),
    })),
  };
}

function describe(order: Order, whole: boolean, colour: boolean): string {
  const c = pc.createColors(colour);
  const head = `${c.bold(order.id)}  ${order.judge.name}, ${order.court}  ${c.dim(order.title)}\n`;
  if (!whole) return head + order.submissions.map((s) => `  ${s.id}: ${brief(s)}\n`).join('');
  const lines = [head, c.dim(`  ${order.source}\n`)];
  for (const s of order.submissions) {
    lines.push(`\n  ${c.bold(s.id)}: ${s.name}, by ${s.by}\n`);
    const say = (what: string, paragraph: string): void =>
      void lines.push(`    ${what} ${c.dim(`(${cite(paragraph)})`)}\n`);
    for (const form of formOf(s)) say(form.say, form.paragraph);
    for (const content of s.contents) say(`${c.cyan(content.id)}: ${content.asks}`, content.paragraph);
  }
  for (const { say, paragraph } of [...exchangeOf(order), ...attendanceOf(order), ...(order.shown ?? [])])
    lines.push(`  ${say} ${c.dim(`(${cite(paragraph)})`)}\n`);
  return lines.join('');
}

function brief(s: Order['submissions'][number]): string {
  const parts = [s.name];
  if (s.pages) parts.push(`${s.pages.max} pages`);
  if (s.due) parts.push(`due ${describeDue(s.due.when)}`);
  if (s.contents.length > 0) parts.push(`${s.contents.length} contents`);
  return parts.join(', ');
}
