import { cite } from '../../order/cite.ts';
import type { Order, Submission } from '../../order/order.ts';
import { attendanceOf, exchangeOf, formOf, type Requirement } from '../../order/requirements.ts';
import type { Example, Rejected, Rule } from './rule.ts';
import { excerpt } from './sample.ts';

/** An example that is longer is shown to its first words. */
const LONG = 600;
const SHOWN = 200;

/**
 * A rule's page in the docs: what, why and by which paragraphs, how to mend and to silence, with its own examples.
 * @param orders the built-in ones, whose paragraphs are told
 */
export function rulePage(rule: Rule, orders: readonly Order[]): string {
  const parts = [
    `# ${rule.title}`,
    `Rule \`${rule.id}\`. Severity: **${rule.severity}** unless the settings say otherwise.`,
    `## What it finds\n\n${rule.what}`,
    `## Why\n\n${rule.why}`,
    ...paragraphs(rule, orders),
    `## How to mend it\n\n${rule.mend}`,
    `## What it marks\n\n${shown(rule.rejected).map(rejected).join('\n\n')}`,
    `## What it leaves alone\n\n${shown(rule.accepted)
      .map((e) => example(e))
      .join('\n\n')}`,
    `## How to silence it\n\n${silencing(rule.id)}`,
    "The examples stand before the invented Judge Hartwell; your judge's order has paragraphs of its own.",
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What of the built-in orders the rule holds, document by document. */
function paragraphs({ holds = [] }: Rule, orders: readonly Order[]): string[] {
  const isHeld = ({ field }: Requirement): boolean =>
    holds.some((h) => field === h || field.startsWith(`${h} `));
  const line = (who: string, asked: readonly Requirement[]): string[] => {
    const said = asked.filter(isHeld).map((r) => `${r.say} (${cite(r.paragraph)})`);
    return said.length === 0 ? [] : [`- ${who}: ${said.join('; ')}.`];
  };
  const lines = orders.flatMap((order) => {
    const judge = `Judge ${order.judge.surname}`;
    return [
      ...order.submissions.flatMap((s) => line(`${judge}, ${s.name}`, [...formOf(s), ...contentsOf(s)])),
      ...line(judge, [...exchangeOf(order), ...attendanceOf(order)]),
    ];
  });
  return lines.length === 0 ? [] : [`## In the built-in orders\n\n${lines.join('\n')}`];
}

const contentsOf = ({ contents }: Submission): Requirement[] =>
  contents.flatMap(({ id, asks, detail = [], title, paragraph }) => [
    { field: `contents ${id}`, say: asks, paragraph },
    ...detail.map(({ say }) => ({ field: `detail ${id}`, say: `under ${title}, ${say}`, paragraph })),
  ]);

const shown = <T extends Example>(examples: readonly T[]): T[] => examples.filter((e) => !e.corner);

const silencing = (
  id: string,
): string => `With a reason, from a place in the letter on (a finding in the header: from anywhere in the letter):

\`\`\`markdown
<!-- ex-parte-disable ${id}: why it does not hold here -->
\`\`\`

For all letters, in the settings:

\`\`\`json
"exParte.severities": { "${id}": "off" }
\`\`\``;

function rejected(found: Rejected): string {
  const after = found.fixed;
  const mended = after === undefined || after.length > LONG ? '' : `\n\nMended:\n\n${fenced(after.trim())}`;
  return `${example(found, found.marks)}${mended}`;
}

function example(of: Example, marks?: string): string {
  const text = excerpt(of, marks).trim();
  const { say, today, header = [] } = of;
  const without = header.filter((l) => l.startsWith('-')).map((l) => code(l.slice(1)));
  const caption = [
    capital(say),
    ...(without.length > 0 ? [`the header has no ${without.join(', ')}`] : []),
    ...(today === undefined ? [] : [`checked on ${today}`]),
    ...(marks === undefined ? [] : [`marked: ${code(marks)}`]),
  ].join('; ');
  return text === '' ? `${caption}.` : `${caption}\n\n${fenced(text)}`;
}

function fenced(text: string): string {
  const cut = text.length > LONG ? `${text.slice(0, SHOWN)} …` : text;
  const fence = cut.includes('```') ? '````' : '```';
  return `${fence}markdown\n${cut}\n${fence}`;
}

const code = (text: string): string =>
  text.includes('`') ? `\`\` ${text} \`\`` : `\`${text.split('\n')[0]}\``;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function rulesIndex(rules: readonly Rule[]): string {
  const rows = rules.map((r) => `| [${r.id}](${r.id}.md) | ${r.severity} | ${r.title} |`);
  return `# Rules\n\nEvery finding names its rule; each has a page that tells what it finds, why, and how to mend or silence it.\n\n| rule | severity | finds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
