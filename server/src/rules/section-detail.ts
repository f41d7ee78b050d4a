import type { Letter } from '../letter/letter.ts';
import { cite } from '../order/cite.ts';
import { matches } from '../order/cues.ts';
import { headingWords } from '../order/heading.ts';
import type { Content, Submission } from '../order/order.ts';
import { stems } from '../order/stems.ts';
import { coverage, isCovered, sectionText } from './support/coverage.ts';
import { saysWhen } from './support/dates-in-text.ts';
import { sumsIn } from './support/money.ts';
import { namesSomeone } from './support/names.ts';
import { type Found, type Rule, SILENT } from './support/rule.ts';

export const sectionDetail: Rule = {
  id: 'section-detail',
  severity: 'information',
  title: 'A section without what its paragraph asks for',
  what: 'The section is there but lacks what the paragraph asks for by name: sums, dates, names, the evidence. Where two sections cover one paragraph, either will do; a section that says there is nothing to tell is left alone.',
  why: 'A judge who asked for figures and gets none asks again, in front of the other side.',
  mend: 'Add the sum, the date or the name that the message asks for, or say in a sentence that there is none and why.',
  holds: ['detail'],
  needs: 'order',
  wantsAll: true,
  check({ letter, submission }) {
    if (!submission.contents.some((c) => c.detail)) return SILENT;
    const found: Found[] = [];
    for (const covered of coverage(letter, submission)) {
      const { content, sections } = covered;
      const [first] = sections;
      if (!first || !content.detail || !isCovered(covered)) continue;
      // One section after the other, since the first mostly holds what is asked for.
      const texts: string[] = [];
      const anywhere = (d: Detail): boolean =>
        sections.some((s, i) => {
          texts[i] ??= sectionText(letter, submission, s);
          return holds(d, texts[i] ?? '', letter);
        });
      const lacking = content.detail.filter((d) => !anywhere(d));
      // Nothing at all under the heading is another rule's to tell.
      const whole = texts.join('\n');
      if (lacking.length === 0 || !/[\p{L}\p{N}]/u.test(whole) || saysNone(whole)) continue;
      // A template that nobody has filled in is told as such.
      if (BLANKS.test(whole)) continue;
      const beside = partsBeside(letter, submission, content);
      const missing = lacking.filter((d) => !holds(d, beside, letter)).map((d) => d.say);
      if (missing.length === 0) continue;
      found.push({
        message: `The order asks here for ${content.asks}, and this section does not give ${missing.join(', nor ')} (${cite(content.paragraph)}).`,
        span: first.headingSpan,
        content: content.id,
        paragraph: content.paragraph,
      });
    }
    return found;
  },
  accepted: [
    {
      say: 'sums in words',
      body: '## Settlement history\n\nPlaintiff asked for four hundred thousand dollars.',
    },
    {
      say: 'none, and it says so',
      body: '## Settlement history\n\nThere have been no settlement discussions.',
    },
    {
      say: 'in one of two sections',
      body: '## Prior offers\n\nTwo.\n\n## Prior demands\n\nOne, of $50,000.',
    },
    { say: 'in a table', body: '## Case value\n\n| Item | Sum |\n| --- | --- |\n| Wages | $5,000 |' },
    {
      say: 'a template that is yet to be filled in',
      body: '## Settlement value\n\n[What it is worth, and why.]',
    },
    { say: 'empty, which is another rule’s', body: '## Settlement value\n' },
  ],
  rejected: [
    {
      say: 'a history without sums',
      body: '## Settlement history\n\nThe parties have exchanged several proposals.',
      marks: '## Settlement history',
    },
    {
      say: 'a value without a figure',
      body: '## Settlement value\n\nThe case is worth a good deal, for the reasons above.',
      marks: '## Settlement value',
    },
  ],
};

/** Blanks in brackets and nothing else. */
const BLANKS = /^\s*(?:\[[^[\]]*\]\s*)+$/;

/** What stands under headings of a content's parts, which need not lie below the heading that covers it whole. */
function partsBeside(letter: Letter, submission: Submission, { parts }: Content): string {
  const named = letter.sections.filter((s) =>
    parts.some((part) => matches(headingWords(s.heading), part.cues)),
  );
  return named.map((s) => `${s.heading}\n${sectionText(letter, submission, s)}`).join('\n');
}

type Detail = NonNullable<Content['detail']>[number];

function holds({ kind, any = [] }: Detail, text: string, letter: Letter): boolean {
  switch (kind) {
    case 'amounts':
      return sumsIn(text).length > 0;
    case 'dates':
      return saysWhen(text);
    case 'names':
      return namesSomeone(text, letter);
    case 'words': {
      const there = new Set(stems(text));
      return any.some((word) => stems(word).every((s) => there.has(s)));
    }
  }
}

const SUBJECT =
  '(?:settlement |prior |previous |other |further |formal |written |monetary |money |such )*(?:demands?|offers?|proposals?|negotiations?|discussions?|talks|communications?|damages|relief|sums?|figures?|attendees)';
const NONE = new RegExp(
  [
    String.raw`\bthere (?:have|has|had|is|are|was|were) (?:been )?(?:none\b|(?:no|not any) ${SUBJECT}\b)`,
    String.raw`^\W*(?:none|not applicable|n/a|nothing)\b`,
    String.raw`\b(?:no|neither|without(?: any)?) ${SUBJECT}(?: or ${SUBJECT})* (?:ha(?:s|ve)|w(?:as|ere)|(?:is|are)|took|been)\b`,
    String.raw`\b(?:made|received|conveyed|exchanged|had|had any|seeks?|claims?|asks? for) (?:no|neither) ${SUBJECT}\b`,
    String.raw`\b(?:ha(?:s|ve) not(?: yet)?|ha(?:s|ve)n['\u2019]t|did not|never) (?:negotiated?|discuss(?:ed)?|exchanged? any|begun|engaged|spoken|sought|seek|settlement)\b`,
    String.raw`\b(?:injunctive|declaratory|equitable|non-?monetary)(?: and \p{L}+)? relief (?:only|alone)\b|\bonly (?:injunctive|declaratory|equitable|non-?monetary)\b`,
  ].join('|'),
  'iu',
);

/** Whether the text says that there is nothing of the kind to tell. */
const saysNone = (text: string): boolean => NONE.test(text);
