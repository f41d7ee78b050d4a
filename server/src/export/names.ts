import type { Letter } from '../letter/letter.ts';
import type { Matter } from '../order/matter.ts';

/** Who reads it: chambers alone, or the other side as well, without what is marked confidential. */
export type Version = 'chambers' | 'exchanged';

/** UTF-16 units of the caption in a file name, so that the whole stays below the 255 bytes of file systems. */
const LONGEST_CAPTION = 80;

/** "Confidential settlement letter"; how subjects and file names begin, so that nobody takes it for a filing. */
export function kindOf({ submission }: Matter, version: Version): string {
  const name = submission?.name ?? 'settlement letter';
  const noun =
    submission?.kind === 'letter'
      ? 'settlement letter'
      : submission?.kind === 'statement'
        ? 'settlement conference statement'
        : name.replace(/^confidential\s+/i, '');
  return `Confidential ${noun}${version === 'exchanged' ? ' for exchange' : ''}`;
}

/** The title that the document bears in its properties: what it is, whose, and in which case. */
export function titleOf({ header: { values } }: Letter, matter: Matter, version: Version): string {
  const of = values.party ? ` of ${values.party}` : '';
  const where = [values.caption, values.case && `No. ${values.case}`].filter(Boolean).join(', ');
  return oneLine(`${kindOf(matter, version)}${of}${where ? `: ${where}` : ''}`);
}

/** `Confidential settlement letter - Alfano v Krasne - not for filing.pdf`. */
export function fileNameOf(letter: Letter, matter: Matter, version: Version, extension: string): string {
  const what = extension === 'ics' ? 'Settlement conference dates' : kindOf(matter, version);
  const parts = [what, captionOf(letter), ...(extension === 'ics' ? [] : ['not for filing'])];
  return `${parts.map(fileSafe).filter(Boolean).join(' - ')}.${extension}`;
}

/** `Alfano v Krasne - settlement letter to Judge Quenby.md`: a new letter's own file. */
export function draftNameOf(letter: Letter, matter: Matter): string {
  const what = kindOf(matter, 'chambers').replace(/^Confidential /, '');
  const judge = matter.order ? ` to Judge ${matter.order.judge.surname}` : '';
  const parts = [captionOf(letter), what + judge].map(fileSafe).filter(Boolean);
  const name = parts.join(' - ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}.md`;
}

function captionOf({ header: { values } }: Letter): string {
  const caption = (values.caption ?? values.case ?? '').replace(/\b(vs?)\.(?=\s)/gi, '$1');
  if (caption.length <= LONGEST_CAPTION) return caption;
  return caption.slice(0, LONGEST_CAPTION).replace(/\s+\S*$/, '');
}

/** Without what some file system or mail program cannot have in a name. Accents stay. */
const fileSafe = (text: string): string =>
  oneLine(text)
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]+/g, ' ')
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .-]+|[ .]+$/g, '');

/** Line ends and control characters as blanks: they would begin another header line. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
