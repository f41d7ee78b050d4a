import { cite } from '../order/cite.ts';
import type { Content } from '../order/order.ts';
import { coverage, isCovered } from './support/coverage.ts';
import { insertSection } from './support/insert.ts';
import { anchor } from './support/regions.ts';
import { type Fix, type Rule, SILENT } from './support/rule.ts';
import { type WouldBeHeading, wouldBeHeadings } from './support/would-be-heading.ts';

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'warning',
  title: 'A section that the order asks for is missing',
  what: 'No heading, and no bold words that open a paragraph, cover a topic that the order asks for.',
  why: 'A letter that leaves out what the judge asked for costs the conference its use, and the client the sanctions.',
  mend: 'The light bulb inserts the section with a template where the order has it in its sequence, or all that are missing. Where the letter does cover the topic under a heading that was not understood, write a comment below that heading that says so: `<!-- covers: history -->`; completion offers the names.',
  holds: ['contents'],
  needs: 'order',
  wantsAll: true,
  check({ letter, submission }) {
    if (submission.contents.length === 0) return SILENT;
    const lacking = coverage(letter, submission).filter((c) => !isCovered(c));
    const absent = lacking.filter((c) => c.sections.length === 0).map((c) => c.content.id);
    const titles = wouldBeHeadings(letter, submission, new Set(absent));
    // Offered with the first alone, since all findings stand on the same word.
    const first = lacking.find((c) => titles.has(c.content.id));
    return lacking.map(({ content, sections, missing }) => {
      const titled = titles.get(content.id);
      return {
        message: message(content, sections.length > 0 ? missing : [], titled),
        span: anchor(letter),
        content: content.id,
        paragraph: content.paragraph,
        fixes: [
          ...(titled ? [{ title: `Make “${titled.words}” a heading`, edits: titled.edits }] : []),
          ...(content === first?.content ? together([...titles.values()]) : []),
          { title: `Insert section: ${content.title}`, edits: [insertSection(letter, submission, content)] },
        ],
      };
    });
  },
  accepted: [
    {
      say: 'headings in words of your own',
      body: '## Prior Offers\n\nNone.\n\n## II. What the case is worth: settlement value\n\n$40,000.\n\n## Other facts\n\nNone.',
    },
    {
      say: 'a comment that says so',
      body: '<!-- covers: history, value, other-facts -->',
      whole:
        '---\njudge: hartwell\n---\n\n## Where we stand\n\n<!-- covers: history, value, other-facts -->\n\nAt $40,000.\n',
    },
    {
      say: 'bold run-ins',
      body: '**1. Settlement history.** None.\n\n**2. Settlement value.** $40,000.\n\n**3. Anything else.** No.',
    },
  ],
  rejected: [
    {
      say: 'one of three',
      body: '## Settlement history\n\nNone.\n\n## Other facts\n\nNone.\n',
      marks: 'hartwell',
      fixed:
        '## Settlement history\n\nNone.\n\n## Settlement Value\n\n[What the case is worth in settlement, and why.]\n\n## Other facts\n\nNone.\n',
    },
    {
      say: 'a heading near the topic but about another',
      body: '## Procedural history\n\nFiled in May.\n\n## Settlement value\n\n$4.\n\n## Other facts\n\nNone.',
      marks: 'hartwell',
    },
    {
      say: 'a title in capitals, which Markdown takes for text',
      body: 'SETTLEMENT VALUE\nAt $40,000.\n\n## Settlement history\n\nNone.\n\n## Other facts\n\nNone.\n',
      marks: 'hartwell',
      fixed:
        '## SETTLEMENT VALUE\nAt $40,000.\n\n## Settlement history\n\nNone.\n\n## Other facts\n\nNone.\n',
    },
    {
      say: 'a title as an item of a list',
      body: '1. *Settlement Value*\n\n   At $40,000.\n\n## Settlement history\n\nNone.\n\n## Other facts\n\nNone.\n',
      marks: 'hartwell',
      fixed:
        '1. ***Settlement Value***\n\n   At $40,000.\n\n## Settlement history\n\nNone.\n\n## Other facts\n\nNone.\n',
    },
    { say: 'nothing at all', body: 'Dear Judge Hartwell:', count: 3 },
  ],
};

/** One fix for all lines that read like headings, where there are several. */
function together(titles: readonly WouldBeHeading[]): Fix[] {
  const byLine = new Map(titles.map((t) => [t.line, t.edits]));
  if (byLine.size < 2) return [];
  return [{ title: `Make all ${byLine.size} such lines headings`, edits: [...byLine.values()].flat() }];
}

function message(content: Content, missing: readonly string[], titled: WouldBeHeading | undefined): string {
  const paragraph = cite(content.paragraph);
  if (missing.length > 0)
    return `Of ${lower(content.title)}, nothing here takes up ${missing.join(' and ')} (${paragraph}).`;
  if (titled)
    return `Missing section: ${content.title} (${paragraph}). Line ${titled.line}, “${titled.words}”, reads like its heading: put ## in front of it, or make it bold, so that it is one.`;
  return `Missing section: ${content.title}. The order asks for ${content.asks} (${paragraph}).`;
}

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
