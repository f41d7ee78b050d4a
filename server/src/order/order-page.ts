import { describeDue } from './due-words.ts';
import type { Order, Submission } from './order.ts';
import { attendanceOf, cited, exchangeOf, formOf, type Requirement } from './requirements.ts';

/** An order told in plain words, as Markdown, and where in it each of its fields stands. */
export interface OrderPage {
  readonly text: string;
  /** Zero-based line by field: `judge`, `statement`, `statement pages`, `statement contents history`. */
  readonly lines: ReadonlyMap<string, number>;
}

const written = new WeakMap<Order, OrderPage>();

/** What a letter is held against. For reading only: the order itself is what governs. */
export function orderPage(order: Order): OrderPage {
  let page = written.get(order);
  if (!page) {
    page = write(order);
    written.set(order, page);
  }
  return page;
}

function write(order: Order): OrderPage {
  const text: string[] = [];
  const lines = new Map<string, number>();
  const say = (line: string, field?: string): void => {
    if (field !== undefined) lines.set(field, text.length);
    text.push(line);
  };
  const list = (title: string, asked: readonly Requirement[]): void => {
    if (asked.length === 0) return;
    say(title);
    say('');
    for (const a of asked) say(`- ${cited(a)}`, a.field);
    say('');
  };
  say(`# Judge ${order.judge.name}, ${order.court}`, 'judge');
  say('');
  say(`${order.title}. ${order.source}`);
  say('');
  say('This is what a letter is held against, in plain words. The order itself governs.');
  say('');
  for (const submission of order.submissions) document(submission, order.submissions.length > 1, say);
  list('## Demands and offers', exchangeOf(order));
  list('## Who attends', attendanceOf(order));
  const other = (order.deadlines ?? []).map(({ id, title, when, by, paragraph }) => {
    const day = 'with' in when ? `when the ${when.with} is due` : describeDue(when);
    return { field: `deadlines ${id}`, say: `${title}${by ? `, by ${by}` : ''}: ${day}`, paragraph };
  });
  list('## Other dates', other);
  list(
    '## What no letter can show',
    (order.shown ?? []).map((s, i) => ({ ...s, field: `shown ${i}` })),
  );
  return { text: `${text.join('\n').trimEnd()}\n`, lines };
}

function document(
  submission: Submission,
  several: boolean,
  say: (line: string, field?: string) => void,
): void {
  const { id, name, contents } = submission;
  const header = several ? `, in the header \`submission: ${id}\`` : '';
  say(`## The ${name}${header}`, id);
  say('');
  for (const a of formOf(submission)) say(`- ${cited(a)}`, `${id} ${a.field}`);
  say('');
  if (contents.length === 0) return;
  say('It must cover:');
  say('');
  contents.forEach((content, i) => {
    const { title, asks, paragraph, ifAny } = content;
    const none = ifAny && !/\bif\b|\bany\b/.test(asks) ? ', if there is any' : '';
    const asked = cited({ field: '', say: `**${title}**: ${asks}${none}`, paragraph });
    say(`${i + 1}. ${asked}, \`${content.id}\``, `${id} contents ${content.id}`);
  });
  say('');
}
