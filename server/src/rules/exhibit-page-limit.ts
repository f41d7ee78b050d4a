import { cite } from '../order/cite.ts';
import { countExhibits, exhibitLimit, exhibitsKey } from './support/exhibits.ts';
import { type Found, type Rule, SILENT, skip, unable } from './support/rule.ts';

export const exhibitPageLimit: Rule = {
  id: 'exhibit-page-limit',
  severity: 'error',
  title: 'More pages of exhibits than the order allows',
  what: 'The exhibits’ pages, counted in their files or given in the header, come to more than the order allows, or than leave of the Court does. Where an exhibit’s pages are not known, the limit cannot be checked, and the result says so.',
  why: 'Exhibits over the limit go unread, or the whole submission comes back.',
  mend: 'Leave out pages or exhibits. With leave of the Court write it into the header: `leave: { exhibitPages: 30, by: order of 3 May 2024 }`.',
  holds: ['exhibitPages'],
  needs: 'exhibits',
  check({ letter, submission, exhibits }) {
    const limit = exhibitLimit(letter, submission);
    if (!limit || !submission.exhibitPages) return SILENT;
    if (letter.header.unreadable.has('exhibits')) return skip("the header's exhibits cannot be read");
    const { pages, unknown } = countExhibits(letter, exhibits);
    const { paragraph } = submission.exhibitPages;
    if (pages > limit.max) {
      const allowed =
        limit.by === 'leave'
          ? `leave of the Court allows ${limit.max}`
          : `the order allows ${limit.max} (${cite(paragraph)})`;
      const more = unknown.length > 0 ? ` Not counted: ${unknown.join(', ')}.` : '';
      const found: Found = {
        message: `${pages} pages of exhibits, ${pages - limit.max} too many: ${allowed}.${more} Drop or excerpt some, or give leave.exhibitPages if the Court has granted more.`,
        span: exhibitsKey(letter),
        paragraph,
      };
      return [found];
    }
    if (unknown.length > 0) {
      return unable(
        `the pages of ${unknown.join(', ')} are not known, and the order allows ${limit.max} in all (${cite(paragraph)}): give a file that can be read, or pages`,
      );
    }
    return [];
  },
  accepted: [
    {
      say: 'as many as the order allows',
      header: ['exhibits:', '  - { label: A, pages: 3 }', '  - { label: B, pages: 1 }'],
      body: 'See Exs. A and B.',
    },
    {
      say: 'more, by leave of the Court',
      header: [
        'exhibits:',
        '  - { label: A, pages: 9 }',
        'leave: { exhibitPages: 10, by: "Order of August 1, 2025" }',
      ],
      body: 'See Ex. A.',
    },
    { say: 'no exhibits', body: 'Dear Judge Hartwell:' },
  ],
  rejected: [
    {
      say: 'five pages where four are allowed',
      header: ['exhibits:', '  - { label: A, pages: 3 }', '  - { label: B, pages: 2 }'],
      body: 'See Exs. A and B.',
      marks: 'exhibits',
    },
  ],
};
