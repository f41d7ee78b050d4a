import { readMoment } from '../../../../schemas/dates.ts';
import { closest } from '../../letter/header-issues.ts';
import { draftLetter, type Given, SETTABLE } from '../../order/draft.ts';
import { chooseSubmission } from '../../order/resolve.ts';
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
    if (['dated', 'conference', 'due', 'ordered', 'since'].includes(key)) {
      const read = readMoment(value);
      if (typeof read === 'string') throw new UsageError(`--set ${pair}: ${key} ${read}`);
      given[key] = read.time ? `${read.date} ${read.time}` : read.date;
    } else given[key] = value;
  }
  const wanted = submissionName ?? given.submission;
  const submission = chooseSubmission(order, wanted);
  if (!submission) {
    throw new UsageError(
      `Judge ${order.judge.surname} asks for no ${wanted}; known: ${order.submissions.map((s) => s.id).join(', ')}`,
    );
  }
  if (submission.default) delete given.submission;
  return draftLetter(order, submission, given as Given);
}
