import { cite } from '../order/cite.ts';
import { countExhibits, exhibitsKey } from './support/exhibits.ts';
import { type Found, type Rule, SILENT, skip } from './support/rule.ts';

export const hardCopy: Rule = {
  id: 'hard-copy',
  severity: 'information',
  title: 'Attachments that call for paper',
  what: 'The exhibits have more pages than the order takes by e-mail alone: a copy on paper has to go to chambers as well.',
  why: 'Nothing in the letter shows that someone must walk to the courthouse, and the day for it is the due date.',
  mend: 'Have the copy delivered by the due date. **Ex Parte: Prepare Submission** keeps it among the steps until you say that it was delivered.',
  holds: ['hardCopy'],
  needs: 'exhibits',
  check({ letter, submission, exhibits }) {
    const wanted = submission.hardCopy;
    if (!wanted) return SILENT;
    if (letter.header.unreadable.has('exhibits')) return skip("the header's exhibits cannot be read");
    const { over, say, paragraph } = wanted;
    const { pages, unknown } = countExhibits(letter, exhibits);
    if (pages <= over && unknown.length === 0) return [];
    const found: Found = {
      message:
        pages > over
          ? `${pages} pages of attachments: over ${over}, ${say} (${cite(paragraph)}).`
          : `The pages of ${unknown.join(', ')} are not known. If the attachments come to more than ${over} pages, ${say} (${cite(paragraph)}).`,
      span: exhibitsKey(letter),
      paragraph,
    };
    return [found];
  },
  accepted: [
    {
      say: 'as many as go by e-mail',
      header: ['exhibits:', '  - { label: A, pages: 3 }'],
      body: 'See Ex. A.',
    },
  ],
  rejected: [
    {
      say: 'one more',
      header: ['exhibits:', '  - { label: A, pages: 4 }'],
      body: 'See Ex. A.',
      marks: 'exhibits',
    },
  ],
};
