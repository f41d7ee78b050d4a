import { formatDate } from '../calendar/index.ts';
import type { Letter } from '../letter/letter.ts';
import { conferenceOf, isLack } from '../order/events.ts';
import type { Matter } from '../order/matter.ts';
import { nameOf } from '../rules/support/exhibits.ts';

/** What goes with the message, as its body tells it. */
export interface Attached {
  readonly fileName: string;
  /** Base64 without line ends. */
  readonly base64: string;
  /** Pages of the letter and of the exhibits that are in the file. */
  readonly pages: number;
  readonly exhibitPages: number;
}

/** What the order asks to be named, in a few lines. */
export function bodyOf(letter: Letter, matter: Matter, attached: Attached): string {
  const { values } = letter.header;
  const { order, submission } = matter;
  const conference = conferenceOf(letter, matter);
  const counsel = (values.attendees ?? []).filter((a) => a.role === 'counsel').flatMap((a) => a.name ?? []);
  const exhibits = (values.exhibits ?? []).map((e) => nameOf(e.label));
  const what = submission?.name ?? 'settlement letter';
  const pages = `${attached.pages} ${attached.pages === 1 ? 'page' : 'pages'}`;
  const paragraphs = [
    `Dear ${order ? `Judge ${order.judge.surname}` : 'Chambers'}:`,
    submission?.marking?.words,
    `Attached in PDF is the ${what}${values.party ? ` of ${values.party}` : ''} (${pages}${
      attached.exhibitPages > 0 ? `, with ${attached.exhibitPages} of exhibits: ${exhibits.join(', ')}` : ''
    }) for the settlement conference${isLack(conference) ? '' : ` of ${formatDate(conference.date)}`}.`,
    [
      values.caption && `Case: ${values.caption}`,
      values.case && `No.: ${values.case}`,
      values.party && `Submitted by: ${values.party}${values.role ? ` (${values.role})` : ''}`,
      counsel.length > 0 && `Counsel attending: ${counsel.join(', ')}`,
    ]
      .filter(Boolean)
      .join('\n'),
    submission?.service?.rule === 'forbidden' || submission?.service?.rule === 'promised'
      ? 'It is sent to chambers alone: it has not been served on or shared with any other party, nor filed.'
      : submission?.filing?.rule === 'forbidden'
        ? 'It has not been filed.'
        : undefined,
    submission?.hardCopy && attached.exhibitPages > submission.hardCopy.over
      ? 'Because the attachments exceed the length that the order names, a hard copy follows by hand.'
      : undefined,
    'Respectfully submitted.',
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}
