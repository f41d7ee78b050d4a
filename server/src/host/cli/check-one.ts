import { dirname, resolve } from 'node:path';
import type { CheckResult } from '../../check/result.ts';
import type { Typesetter } from '../../typeset/typesetter.ts';
import { Checker, LONGEST, type Opened } from '../checker.ts';
import type { Input } from '../letter-files.ts';
import { OrderStore } from '../orders.ts';
import { closePages } from '../pages.ts';
import { workspaceOf } from '../workspace.ts';

export interface CheckOneOptions {
  readonly orders: readonly string[];
  readonly typesetter: Typesetter;
}

/** One letter's outcome. `opened` is absent where the file could not be read. */
export interface Outcome {
  readonly name: string;
  readonly opened?: Opened;
  readonly result: CheckResult;
}

/** Checks one letter; `turn` tells letters of the same name apart. */
export async function checkOne(
  input: Input,
  today: string,
  { typesetter, orders }: CheckOneOptions,
  stores: Map<string, OrderStore>,
  turn: number,
): Promise<Outcome> {
  const { name } = input;
  if ('problem' in input) return { name, result: unreadable(input.problem) };
  const file = input.file === undefined ? undefined : resolve(input.file);
  const root = workspaceOf(file ? dirname(file) : process.cwd());
  let store = stores.get(root);
  if (!store) {
    store = new OrderStore({ workspaces: [root], given: orders, trusted: true });
    stores.set(root, store);
  }
  const checker = new Checker(store, typesetter);
  const place = { id: `${turn} ${file ?? name}`, ...(file ? { file } : {}), root };
  const opened = checker.open(input.text, place);
  const result = await checker.check(opened, place, { today, tooLong: input.text.length > LONGEST });
  closePages(typesetter, place.id);
  return { name, opened, result };
}

function unreadable(reason: string): CheckResult {
  return {
    status: 'incomplete',
    incomplete: [{ rule: 'header', reason: `the file cannot be read: ${reason}` }],
    skipped: [],
    pending: [],
    findings: [],
    suppressed: [],
    covered: [],
    pages: null,
    exhibits: null,
    deadlines: [],
  };
}
