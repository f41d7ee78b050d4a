import { expect, test } from 'vitest';
import { attendanceOf, exchangeOf, formOf } from '../../server/src/order/requirements.ts';
import { rules } from '../../server/src/rules/index.ts';
import { rulePage } from '../../server/src/rules/support/page.ts';
import { builtInOrders } from '../support/orders.ts';

test('whatever a built-in order asks for is held by a rule that says so', () => {
  const asked = builtInOrders.flatMap((order) => [
    ...order.submissions.flatMap(formOf),
    ...exchangeOf(order),
    ...attendanceOf(order),
  ]);
  expect(asked.length).toBeGreaterThan(20);
  const held = new Set(rules.flatMap((r) => r.holds ?? []));
  expect(asked.filter(({ field }) => !held.has(field.split(' ')[0] ?? ''))).toEqual([]);
});

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s: every mark on its page can be seen there, and no line of the tests’ own',
  (_, rule) => {
    const page = rulePage(rule, builtInOrders);
    const examples = page.slice(page.indexOf('## What it marks'), page.indexOf('## What it leaves alone'));
    for (const block of examples.split(/\n\n(?=[^\n]*; marked: )/)) {
      const [, mark] = /marked: (?:`` )?`?([^\n]*?)`?(?: ``)?\n/.exec(block) ?? [];
      if (mark) expect(block.slice(block.indexOf('```markdown'))).toContain(mark);
    }
    expect(page).not.toMatch(/^-\w+$/m);
    expect(page).not.toMatch(/```markdown\n\s*```/);
  },
);
