import type { Example, Rule } from './rule.ts';

/** A rule's page in the docs: what, why, how to mend and to silence, with its own examples. */
export function rulePage(rule: Rule): string {
  const parts = [
    `# ${rule.id}`,
    `${rule.title}. Severity: **${rule.severity}** unless the settings say otherwise.`,
    `## What it finds\n\n${rule.what}`,
    `## Why\n\n${rule.why}`,
    `## Found\n\n${rule.rejected.map((e) => example(e, e.marks)).join('\n\n')}`,
    `## Left alone\n\n${rule.accepted.map((e) => example(e)).join('\n\n')}`,
    `## To silence it\n\n${silencing(rule.id)}`,
    "The examples stand before the invented Judge Hartwell; your judge's order has paragraphs of its own.",
  ];
  return `${parts.join('\n\n')}\n`;
}

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

function example({ say, header, body, whole }: Example, marks?: string): string {
  const text = whole ?? [...(header ? ['---', ...header, '---', ''] : []), body].join('\n');
  const shown = text.trim().length > 600 ? `${text.trim().slice(0, 200)} …` : text.trim();
  const caption = marks ? `${capital(say)}; marked: ${code(marks)}` : capital(say);
  const fence = shown.includes('```') ? '````' : '```';
  return `${caption}\n\n${fence}markdown\n${shown}\n${fence}`;
}

const code = (text: string): string =>
  text.includes('`') ? `\`\` ${text} \`\`` : `\`${text.split('\n')[0]}\``;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function rulesIndex(rules: readonly Rule[]): string {
  const rows = rules.map((r) => `| [${r.id}](${r.id}.md) | ${r.severity} | ${r.title} |`);
  return `# Rules\n\nMade from the rules themselves; \`npm run generate\` writes these pages.\n\n| rule | severity | finds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
