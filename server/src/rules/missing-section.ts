import { cite } from '../order/cite.ts';
import { coverage, isCovered } from './support/coverage.ts';
import { insertSection } from './support/insert.ts';
import { anchor } from './support/regions.ts';
import { type Rule, SILENT } from './support/rule.ts';

export const missingSection: Rule = {
  id: 'missing-section',
  severity: 'warning',
  title: 'A section that the order asks for is missing',
  what: 'No heading and no bold run-in covers a content that the order requires.',
  why: 'A letter that leaves out what the judge asked for costs the conference its use, and the client the sanctions.',
  needs: 'order',
  check({ letter, submission }) {
    if (submission.contents.length === 0) return SILENT;
    return coverage(letter, submission)
      .filter((c) => !isCovered(c))
      .map(({ content, sections, missing }) => ({
        message:
          sections.length > 0
            ? `Of ${lower(content.title)}, nothing here takes up ${missing.join(' and ')} (${cite(content.paragraph)}).`
            : `Missing section: ${content.title}. The order asks for ${content.asks} (${cite(content.paragraph)}).`,
        span: anchor(letter),
        content: content.id,
        paragraph: content.paragraph,
        fixes: [
          { title: `Insert section: ${content.title}`, edits: [insertSection(letter, submission, content)] },
        ],
      }));
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
    { say: 'nothing at all', body: 'Dear Judge Hartwell:', count: 3 },
  ],
};

const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);
