import type { Letter } from '../letter/letter.ts';
import { shift, span } from '../letter/span.ts';
import { cite } from '../order/cite.ts';
import { findLosses } from '../typeset/losses.ts';
import { anchor } from './support/regions.ts';
import { type Found, type PagesContext, type Rule, SILENT, unable } from './support/rule.ts';

export const pageLimit: Rule = {
  id: 'page-limit',
  severity: 'error',
  title: 'More pages than the order allows',
  what: 'The typeset body is longer than the order allows, or than leave of the Court does. Exhibits are not counted.',
  why: 'Pages over the limit go unread, or the letter comes back.',
  mend: 'Cut from where the mark stands, which is where the first page too many begins. With leave of the Court write it into the header: `leave: { pages: 12, by: order of 3 May 2024 }`. Where the count assumed another format than yours, set `layout:`. **Ex Parte: Show Pages** shows the pages.',
  holds: ['pages'],
  needs: 'pages',
  check(context) {
    const { reasons, found: lost } = losses(context.letter);
    const found = [...lost, ...tooLong(context)];
    if (reasons.length > 0) return unable(reasons.join('; '), found);
    return context.matter.pageLimit || found.length > 0 ? found : SILENT;
  },
  accepted: [{ say: 'a short letter', body: 'Dear Judge Hartwell:\n\nPlaintiff offers to talk.' }],
  rejected: [
    {
      say: 'three pages where two are allowed',
      body: `Dear Judge Hartwell:\n\n${'The parties have talked about this at length and more than once. '.repeat(260)}`,
    },
  ],
};

/** What is not printed as it was written: a count that leaves something out is not whole. */
function losses({ pieces, lines }: Letter): { reasons: string[]; found: Found[] } {
  const reasons: string[] = [];
  const found: Found[] = [];
  const [first, ...more] = pieces.filter(({ chunk }) => chunk.verbatim);
  if (first) {
    const elsewhere = more.length > 0 ? `, and in ${more.length} more places,` : '';
    reasons.push(
      `the text from line ${lines.lineOf(first.start) + 1} on${elsewhere} is nested too deep, or has too many marks or parts, to be read as Markdown, and would be printed with its marks`,
    );
  }
  for (const { kind, chunk, span, what } of findLosses(pieces.map((p) => p.chunk))) {
    const at = shift(span, pieces[chunk]?.start ?? 0);
    const line = lines.lineOf(at.start) + 1;
    if (kind === 'image') {
      reasons.push(`the picture on line ${line} is not typeset, so the pages are counted without it`);
      continue;
    }
    const message =
      kind === 'glyph'
        ? `No font at hand has ${what}: it would be printed as an empty box.`
        : `Nothing in the text refers to footnote ${what}, so it is not printed.`;
    found.push({ severity: 'information', message, span: at });
  }
  return { reasons, found };
}

function tooLong({ letter, matter, submission, pages }: PagesContext): Found[] {
  const limit = matter.pageLimit;
  if (!limit || !submission.pages) return [];
  const { over, fewest } = pages;
  if (pages.count <= limit.max || !over) return [];
  const { paragraph } = submission.pages;
  const extra = pages.count - limit.max;
  const piece = letter.pieces[over.chunk];
  const start = piece ? piece.start + over.offset : letter.body.end;
  const allowed =
    limit.by === 'leave'
      ? `leave of the Court allows ${limit.max}`
      : `the order allows ${limit.max} (${cite(paragraph)})`;
  const count = `${pages.count} pages, ${extra} too many: ${allowed}. Page ${limit.max + 1} begins here`;
  const assumed = matter.format.asked === 'usual' && fewest !== null && fewest.pages <= limit.max;
  return [
    {
      message: assumed
        ? `${count}. This counts the usual format of a ${matter.format.name}, ${formatWords(matter.format.name)}, which neither the order nor the header asks for; as a ${fewest.format} it has ${fewest.pages}. Say layout: in the header if it is set otherwise.`
        : `${count}.`,
      span: piece
        ? span(start, Math.max(start, blockEnd(letter.text, start, letter.body.end)))
        : anchor(letter),
      paragraph,
      ...(assumed ? { severity: 'warning' as const } : {}),
    },
  ];
}

const formatWords = (name: 'letter' | 'statement'): string =>
  name === 'statement' ? 'double-spaced' : 'single-spaced';

/** To the end of the paragraph in which the page begins. */
function blockEnd(text: string, start: number, end: number): number {
  const blank = /\n[ \t]*\r?\n/.exec(text.slice(start, end));
  return blank ? start + blank.index : start + text.slice(start, end).trimEnd().length;
}
