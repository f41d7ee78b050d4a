import { span } from '../letter/span.ts';
import { cite } from '../order/cite.ts';
import { anchor } from './support/regions.ts';
import { type Found, type Rule, SILENT } from './support/rule.ts';

export const pageLimit: Rule = {
  id: 'page-limit',
  severity: 'error',
  title: 'More pages than the order allows',
  what: 'The typeset body is longer than the order allows, or than leave of the Court does. Exhibits are not counted.',
  why: 'Pages over the limit go unread, or the letter comes back.',
  needs: 'pages',
  check({ letter, matter, submission, pages }) {
    const limit = matter.pageLimit;
    if (!limit || !submission.pages) return SILENT;
    const { layout, over, fewest } = pages;
    if (layout.pages <= limit.max || !over) return [];
    const { paragraph } = submission.pages;
    const extra = layout.pages - limit.max;
    const piece = letter.pieces[over.chunk];
    const start = piece ? piece.start + over.offset : letter.body.end;
    const allowed =
      limit.by === 'leave'
        ? `leave of the Court allows ${limit.max}`
        : `the order allows ${limit.max} (${cite(paragraph)})`;
    const count = `${layout.pages} pages, ${extra} too many: ${allowed}. Page ${limit.max + 1} begins here`;
    const assumed = matter.format.asked === 'usual' && fewest !== null && fewest.pages <= limit.max;
    const found: Found = {
      message: assumed
        ? `${count}. This counts the usual format of a ${matter.format.name}, ${formatWords(matter.format.name)}, which neither the order nor the header asks for; ${fewest.format} it has ${fewest.pages}. Say layout: in the header if it is set otherwise.`
        : `${count}.`,
      span: piece
        ? span(start, Math.max(start, blockEnd(letter.text, start, letter.body.end)))
        : anchor(letter),
      paragraph,
      ...(assumed ? { severity: 'warning' as const } : {}),
    };
    return [found];
  },
  accepted: [{ say: 'a short letter', body: 'Dear Judge Hartwell:\n\nPlaintiff offers to talk.' }],
  rejected: [
    {
      say: 'three pages where two are allowed',
      body: `Dear Judge Hartwell:\n\n${'The parties have talked about this at length and more than once. '.repeat(260)}`,
    },
  ],
};

const formatWords = (name: 'letter' | 'statement'): string =>
  name === 'statement' ? 'double-spaced' : 'single-spaced';

/** To the end of the paragraph in which the page begins. */
function blockEnd(text: string, start: number, end: number): number {
  const blank = /\n[ \t]*\r?\n/.exec(text.slice(start, end));
  return blank ? start + blank.index : start + text.slice(start, end).trimEnd().length;
}
