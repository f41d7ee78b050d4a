import { closest } from '../../letter/header-issues.ts';
import { SETTABLE } from '../../order/draft.ts';
import { composeLetter, readGiven } from '../../order/new-letter.ts';
import { OrderStore } from '../orders.ts';
import { workspaceOf } from '../workspace.ts';
import { named } from './orders.ts';
import { UsageError } from './usage.ts';

/** A new letter's text. Throws a UsageError on a judge, a key or a date that does not exist. */
export function newLetter(
  judge: string,
  set: readonly string[],
  submissionName: string | undefined,
  orders: readonly string[],
): string {
  const store = new OrderStore({ workspaces: [workspaceOf(process.cwd())], given: orders, trusted: true });
  const order = named(store, judge);
  const given: Record<string, string> = {};
  for (const pair of set) {
    const [, key, value] = /^([\w]+)=(.*)$/s.exec(pair) ?? [];
    if (key === undefined || value === undefined) throw new UsageError(`--set ${pair}: write key=value`);
    if (!SETTABLE.includes(key)) {
      const likely = closest(key, SETTABLE);
      throw new UsageError(
        `--set ${pair}: ${key} is not a key that can be set${likely ? `; did you mean ${likely}?` : `; known: ${SETTABLE.join(', ')}`}`,
      );
    }
    const read = readGiven(key, value);
    if ('reason' in read) throw new UsageError(`--set ${pair}: ${key} ${read.reason}`);
    given[key] = read.value;
  }
  const wanted = submissionName ?? given.submission;
  const made = composeLetter(order, given, wanted);
  if (made) return made.text;
  throw new UsageError(
    `Judge ${order.judge.surname} asks for no ${wanted}; known: ${order.submissions.map((s) => s.id).join(', ')}`,
  );
}
