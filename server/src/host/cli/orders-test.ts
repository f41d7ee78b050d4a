import type { Typesetter } from '../../typeset/typesetter.ts';
import { type Missed, whyMissed } from '../letter-files.ts';
import { checkOne, type Outcome } from './check-one.ts';
import { letters } from './letters.ts';
import { UsageError } from './usage.ts';

export interface OrdersTestOptions {
  readonly dir: string;
  readonly orders: readonly string[];
  readonly today: string;
  readonly out: (text: string) => void;
  readonly typesetter: Typesetter;
}

/**
 * Holds sample letters against the orders and compares what is found with what each letter says is to be found, in a
 * comment: `<!-- expect: missing-section(history), page-limit -->`, or `<!-- expect: nothing -->`. Notes do not count.
 * Exit code 0: all as expected; 1: something else was found, or a letter does not say; 2: a letter could not be
 * checked whole.
 */
export async function ordersTest(options: OrdersTestOptions): Promise<0 | 1 | 2> {
  const { dir, today, out } = options;
  let worst: 0 | 1 | 2 = 0;
  let count = 0;
  let good = 0;
  const stores = new Map();
  const missed = (what: Missed): void => out(`skip ${what.path}: ${whyMissed(what)}\n`);
  for await (const input of letters([dir], missed)) {
    const outcome = await checkOne(input, today, options, stores, count++);
    const problems = 'text' in input ? differences(input.text, outcome) : [];
    const incomplete = outcome.result.incomplete.map(
      ({ rule, reason }) => `could not be checked: ${rule}: ${reason}`,
    );
    const lines = [...incomplete, ...problems];
    if (lines.length === 0) good++;
    out(`${lines.length === 0 ? 'ok  ' : 'FAIL'} ${input.name}\n${lines.map((l) => `     ${l}\n`).join('')}`);
    worst = Math.max(worst, incomplete.length > 0 ? 2 : problems.length > 0 ? 1 : 0) as 0 | 1 | 2;
  }
  if (count === 0)
    throw new UsageError(
      `orders --test ${dir}: there are no letters in it (Markdown files whose header names a judge)`,
    );
  out(`\n${count} ${count === 1 ? 'letter' : 'letters'}, ${good} as expected\n`);
  return worst;
}

function differences(text: string, { result }: Outcome): string[] {
  const expected = expectedIn(text);
  if (expected === undefined)
    return ['says nothing of what is expected: add <!-- expect: nothing -->, or the findings'];
  const left = [...expected];
  const problems: string[] = [];
  for (const f of result.findings) {
    if (f.severity === 'information') continue;
    const names = [f.rule, ...(f.content === undefined ? [] : [`${f.rule}(${f.content})`])];
    const at = left.findIndex((e) => names.includes(e));
    if (at >= 0) left.splice(at, 1);
    else problems.push(`found though not expected: ${names.at(-1)}: ${f.message}`);
  }
  return [...problems, ...left.map((e) => `expected but not found: ${e}`)];
}

/** The findings that a letter's comment names; undefined without one. */
function expectedIn(text: string): string[] | undefined {
  const said = /<!--\s{0,20}expect:([^>]{0,2000}?)-->/.exec(text)?.[1]?.trim();
  if (said === undefined) return undefined;
  return said === 'nothing' ? [] : said.split(/\s*,\s*/).filter((w) => w !== '');
}
