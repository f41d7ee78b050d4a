import { cite } from './cite.ts';
import { draftLetter } from './draft.ts';
import type { Content, Order, Submission } from './order.ts';

/** A VS Code snippet, in the shape of a `.code-snippets` file. */
export interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

/** A snippet for each section of each of an order's documents, and one for the whole document. */
export function snippetsOf(order: Order): Record<string, Snippet> {
  const found: Record<string, Snippet> = {};
  for (const submission of order.submissions) {
    const name = `${order.judge.surname}: ${submission.name}`;
    found[`${name} (whole)`] = {
      prefix: `ex-parte-${order.id}${submission.default ? '' : `-${submission.id}`}`,
      body: stops(draftLetter(order, submission, { role: '', case: '' })).split('\n'),
      description: `Header and every heading for the ${submission.name} before Judge ${order.judge.surname}.`,
    };
    for (const content of submission.contents) {
      found[`${name}: ${content.title}`] = {
        prefix: `${order.id}-${content.id}`,
        body: sectionOf(content).split('\n'),
        description: describe(order, submission, content),
      };
    }
  }
  return found;
}

const sectionOf = (content: Content): string =>
  stops(`## ${content.title}\n\n${content.template ?? `[${content.asks}]`}\n`);

const describe = (order: Order, { name }: Submission, content: Content): string =>
  `Judge ${order.judge.surname}, ${name}, ${cite(content.paragraph)}: ${content.asks}.`;

/** Each bracketed blank becomes a stop; what a snippet reads as its own marks is escaped. */
function stops(text: string): string {
  let n = 0;
  return text
    .replace(/[\\$}]/g, (mark) => `\\${mark}`)
    .replace(/(?<!to: |cc: )\[([^\]\n]+)\](?!\()|^(\w+):$/gm, (_, blank?: string, key?: string) =>
      blank === undefined ? `${key}: \${${++n}}` : `\${${++n}:${blank}}`,
    );
}
