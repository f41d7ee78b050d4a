import { dirname, resolve } from 'node:path';
import type { CheckResult } from '../../check/result.ts';
import type { Typesetter } from '../../typeset/typesetter.ts';
import { Checker, LONGEST, type Opened } from '../checker.ts';
import { today as clock } from '../clock.ts';
import type { Input } from '../letter-files.ts';
import { OrderStore } from '../orders.ts';
import { workspaceOf } from '../workspace.ts';
import { toJson } from './json.ts';
import { letters } from './letters.ts';
import { Pretty } from './pretty.ts';

export interface CheckOptions {
  readonly names: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly today: string | undefined;
  readonly orders: readonly string[];
  readonly colour: boolean;
  readonly out: (text: string) => void;
  readonly typesetter: Typesetter;
}

/** One letter's outcome. `opened` is absent where the file could not be read. */
export interface Outcome {
  readonly name: string;
  readonly opened?: Opened;
  readonly result: CheckResult;
}

/** Checks letters one after the other; the next is read while the one before is typeset. Returns the exit code. */
export async function checkCommand(options: CheckOptions): Promise<0 | 1 | 2> {
  const day = options.today ?? clock();
  const pretty = options.format === 'pretty' ? new Pretty(options) : undefined;
  const json: unknown[] = [];
  let worst: 0 | 1 | 2 = 0;
  const tell = (outcome: Outcome): void => {
    worst = Math.max(worst, exitCode(outcome.result)) as 0 | 1 | 2;
    if (pretty) pretty.letter(outcome);
    else json.push(toJson(outcome));
  };
  const stores = new Map<string, OrderStore>();
  const running: Promise<Outcome>[] = [];
  let told = 0;
  for await (const input of letters(options.names)) {
    const one = checkOne(input, day, options, stores, running.length + told);
    // Awaited in turn; what fails while another is awaited is told when its turn comes.
    one.catch(() => {});
    running.push(one);
    if (running.length >= AHEAD) {
      tell(await (running.shift() as Promise<Outcome>));
      told++;
    }
  }
  for (const one of running) tell(await one);
  if (pretty) pretty.summary();
  else options.out(`${JSON.stringify({ version: 1, letters: json }, null, 2)}\n`);
  return worst;
}

/** How many letters are under way at once. */
const AHEAD = 4;

/** Checks one letter; `turn` tells letters of the same name apart. */
export async function checkOne(
  input: Input,
  today: string,
  { typesetter, orders }: CheckOptions,
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
  typesetter.close(place.id);
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

function exitCode(result: CheckResult): 0 | 1 | 2 {
  if (result.status === 'incomplete') return 2;
  return result.findings.some((f) => f.severity !== 'information') ? 1 : 0;
}
