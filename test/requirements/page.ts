import type { Proof } from './rows/row.ts';
import { rows } from './rows.ts';

/** The table of requirements for the docs: each with its datum and the test that proves that it can fail. */
export function requirementsPage(): string {
  const lines = rows.map(({ id, says, data: [order, path], proof }) => {
    const held = [...new Set(proof.map(holder))].join(', ');
    return `| ${id} | ${says} | [\`${order}.yaml\`](../schemas/orders/${order}.yaml) \`${path}\` | ${held} |`;
  });
  return `# Requirements

Every requirement of the built-in orders, where its datum stands, and what holds it. \`test/requirements\` walks this list:
it looks the datum up, and spoils a sample letter so that the rule must speak where it did not before; what no document can
violate must be shown on hovering over the judge, or stand among the deadlines. \`npm run generate\` writes this page from
that list.

| id | the order asks | datum | held by |
| --- | --- | --- | --- |
${lines.join('\n')}
`;
}

function holder(proof: Proof): string {
  if ('shown' in proof) return 'shown';
  return 'deadline' in proof
    ? `deadline \`${proof.deadline}\``
    : `[\`${proof.rule}\`](rules/${proof.rule}.md)`;
}
