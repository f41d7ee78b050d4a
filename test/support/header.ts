import { check } from '../../server/src/check/check.ts';
import type { CheckResult, Finding } from '../../server/src/check/result.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import type { OrderSet } from '../../server/src/order/resolve.ts';
import { allOrders } from './orders.ts';

/** Checks a letter that is all header, without typesetting it: for rules that read nothing else. */
export function checkHeader(
  lines: readonly string[],
  today = '2000-01-03',
  orders: OrderSet = allOrders,
): CheckResult {
  const letter = parseLetter(`---\n${lines.join('\n')}\n---\n\nDear Judge:\n`);
  const matter = openMatter(letter, orders);
  return check({
    letter,
    matter,
    pages: { state: 'pending' },
    exhibits: { state: 'known', value: [] },
    today,
  });
}

/** `warning: message` for each finding of a rule. */
export const told = (result: CheckResult, rule: string): string[] =>
  found(result, rule).map((f) => `${f.severity}: ${f.message}`);

export const found = (result: CheckResult, rule: string): Finding[] =>
  result.findings.filter((f) => f.rule === rule);

/** `written demand plaintiff 2024-05-01`, a header line for each. */
export function ledger(...entries: string[]): string[] {
  if (entries.length === 0) return ['negotiations: []'];
  return ['negotiations:', ...entries.map((entry) => `  - { ${entry} }`)];
}
