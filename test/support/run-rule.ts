import type { Letter } from '../../server/src/letter/letter.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { ExhibitInfo, Found, Rule } from '../../server/src/rules/support/rule.ts';
import { allOrders } from './orders.ts';

/** What one rule finds; throws with the reason where it was skipped or could not look. */
export function runRule(
  rule: Rule,
  source: Letter | string,
  { today = '2025-09-02', exhibits = [] }: { today?: string; exhibits?: readonly ExhibitInfo[] } = {},
): readonly Found[] {
  const letter = typeof source === 'string' ? parseLetter(source) : source;
  const matter = openMatter(letter, allOrders);
  const { order, submission } = matter;
  if (!order || !submission) throw new Error('no order');
  const context = { letter, matter, today, ruleIds: new Set(rules.map((r) => r.id)), order, submission };
  if (rule.needs === 'pages') throw new Error('this rule needs pages: use startChecker');
  const outcome = rule.needs === 'exhibits' ? rule.check({ ...context, exhibits }) : rule.check(context);
  if ('skip' in outcome) throw new Error(outcome.skip);
  if ('unable' in outcome) throw new Error(outcome.unable);
  return outcome;
}
