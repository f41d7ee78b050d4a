import type { Letter } from '../letter/letter.ts';
import { cite } from '../order/cite.ts';
import { isProposal, ledgerOf } from '../order/ledger.ts';
import { coverage, isCovered, sectionText } from './support/coverage.ts';
import { type Found, type Rule, SILENT } from './support/rule.ts';
import { wordsOf } from './support/words.ts';

export const emptySection: Rule = {
  id: 'empty-section',
  severity: 'warning',
  title: 'A section that the order asks for is empty',
  what: 'The heading stands, but no words of its own or of a subsection follow. "None" is an answer only where the order asks for something if there is any, and where the header lists no demand and no offer that the section would have to tell of.',
  why: 'A heading alone tells the judge nothing, and it hides from the writer that something is left to write.',
  mend: 'Write what the paragraph asks for; hovering over the heading tells it. Where there is nothing to tell, say so in a sentence of your own.',
  holds: ['contents'],
  needs: 'order',
  wantsAll: true,
  check({ letter, submission }) {
    if (submission.contents.length === 0) return SILENT;
    const found: Found[] = [];
    for (const covered of coverage(letter, submission)) {
      const { content, sections } = covered;
      const [first] = sections;
      if (!first || !isCovered(covered)) continue;
      const words = firstWords(sections.map((s) => sectionText(letter, submission, s)).join('\n'));
      const none = words.length > 0 && NONE.has(words.map((w) => w.key).join(' '));
      const made = none && content.ledger ? proposalsBy(letter) : 0;
      if (words.length > 0 && !(none && (!content.ifAny || made > 0))) continue;
      const wanted = `The order asks for ${content.asks} (${cite(content.paragraph)}).`;
      found.push({
        message: none
          ? made > 0
            ? `This section says that there is none, and the header lists ${made === 1 ? 'a demand or an offer' : `${made} demands and offers`}. ${wanted}`
            : `This section says that there is none, but the order does not ask "if any". ${wanted}`
          : `Nothing stands under this heading. ${wanted}`,
        span: first.headingSpan,
        content: content.id,
        paragraph: content.paragraph,
      });
    }
    return found;
  },
  accepted: [
    {
      say: 'words in a subsection',
      body: '## Settlement history\n\n### First round\n\nNone was made.\n\n## Settlement value\n\n$4.',
    },
    { say: 'none, where the order says if any', body: '## Other facts\n\nNone.' },
    {
      say: 'none, where the parties have but talked',
      header: ['negotiations:', '  - { date: 2025-08-01, by: both, kind: discussion }'],
      body: '## Settlement history\n\nNone.',
    },
    { say: 'a table', body: '## Settlement history\n\n| Date | Offer |\n| --- | --- |\n| 1 May | $5,000 |' },
    { say: 'a bold answer', body: '## Settlement history\n\n**None.**' },
  ],
  rejected: [
    {
      say: 'a heading with nothing under it',
      body: '## Settlement value\n\n## Other facts\n\nNone.',
      marks: '## Settlement value',
    },
    {
      say: 'a comment only',
      body: '## Settlement value\n\n<!-- ask the client -->\n\nRespectfully submitted,\n\nA. Writer',
      marks: '## Settlement value',
    },
    {
      say: 'a picture alone',
      body: '## Settlement value\n\n:::negotiation-chart\n\n## Other facts\n\nNone.',
      marks: '## Settlement value',
    },
    {
      say: 'none, where the header lists an offer',
      header: [
        'dated: 2025-09-08',
        'negotiations:',
        '  - { date: 2025-08-01, by: defendant, kind: offer, amount: 5000 }',
      ],
      body: '## Settlement history\n\nNone.',
      marks: '## Settlement history',
    },
    {
      say: 'none, where the order asks outright',
      body: '## Settlement value\n\nNone.',
      marks: '## Settlement value',
    },
  ],
};

/** How many demands and offers the header lists as made by the letter's date. */
function proposalsBy({ header: { values } }: Letter): number {
  const { dated } = values;
  const made = (ledgerOf(values) ?? []).filter(isProposal);
  return made.filter(({ date }) => dated === undefined || date <= dated).length;
}

/** More words than any answer that says there is nothing. */
const ENOUGH = 8;

/** Enough of a section's words to tell whether it says anything. */
const firstWords = (text: string) =>
  wordsOf((text.length > 400 ? text.slice(0, 400) : text).replace(MARKS, ''), ENOUGH);

/** `:::` lines mark a place or a passage; a picture of the demands does not tell of them either. */
const MARKS = /^:::[^\n]*$/gm;

/** Whole answers that say there is nothing. */
const NONE = new Set([
  'none',
  'n a',
  'na',
  'nil',
  'nothing',
  'not applicable',
  'none at this time',
  'none known',
  'no',
  'inapplicable',
  'nothing further',
  'not at this time',
  'there is none',
  'there are none',
]);
