import type { Letter } from '../letter/letter.ts';
import type { Matter } from '../order/matter.ts';
import { addressIn, isCourt, isOwnSide } from '../rules/support/addresses.ts';
import { type Attached, bodyOf } from './eml-body.ts';
import { encodeWords, parameter, quotedPrintable } from './mime.ts';
import { kindOf, oneLine } from './names.ts';

/** What cannot be sent as it stands: a sentence with the mend. */
export interface Unsendable {
  readonly problem: string;
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  /** The writer's own side only. */
  readonly cc: readonly string[];
  /** Addresses of the header's `cc` that get nothing. */
  readonly left: readonly string[];
  readonly subject: string;
}

/** Who gets the letter: chambers, and of `cc` the writer's own side. */
export function addressed(letter: Letter, matter: Matter): Envelope | Unsendable {
  const { values } = letter.header;
  const from = values.from && addressIn(values.from);
  if (!from) return { problem: 'the header names no sender: add `from:` with your e-mail address' };
  const given = matter.submission?.recipient?.addresses ?? [];
  const court = (values.to ?? []).flatMap((entry) => addressIn(entry) ?? []).filter(isCourt);
  const to = given.length > 0 ? given : court;
  if (to.length === 0) {
    return {
      problem: "the order gives no address and the header's `to` has none of the court: add chambers'",
    };
  }
  const copies = (values.cc ?? []).flatMap((entry) => addressIn(entry) ?? []);
  const cc = copies.filter((address) => isOwnSide(letter, address));
  return {
    from,
    to: [...new Set(to.map((address) => address.trim()))],
    cc: [...new Set(cc)],
    left: copies.filter((address) => !cc.includes(address)),
    subject: subjectOf(letter, matter),
  };
}

/** "Confidential settlement letter: Alfano v. Krasne, No. 7:23-cv-07291-PMH". */
function subjectOf({ header: { values } }: Letter, matter: Matter): string {
  const where = [values.caption, values.case && `No. ${values.case}`].filter(Boolean).join(', ');
  return oneLine(`${kindOf(matter, 'chambers')}${where ? `: ${where}` : ''}`);
}

/**
 * An unsent message (RFC 5322, MIME): programs open it as a draft for the sender to look at and send. It
 * has no Message-ID, which the program gives when it is sent, and the same input gives the same bytes.
 * @param date ISO date of the letter, for the field that RFC 5322 requires; sending replaces it
 */
export function messageOf(
  letter: Letter,
  matter: Matter,
  { from, to, cc, subject }: Envelope,
  attached: Attached,
  date: string,
): string {
  // Neither base64 nor quoted-printable text can hold "=_".
  const boundary = '=_letter_to_chambers';
  const lines = [
    'X-Unsent: 1',
    `Date: ${mailDate(date)}`,
    `From: ${from}`,
    `To: ${to.join(',\r\n ')}`,
    ...(cc.length > 0 ? [`Cc: ${cc.join(',\r\n ')}`] : []),
    `Subject: ${encodeWords(subject, 'Subject: '.length)}`,
    'Sensitivity: Company-Confidential',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(bodyOf(letter, matter, attached)),
    `--${boundary}`,
    'Content-Type: application/pdf',
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;\r\n ${parameter('filename', attached.fileName)}`,
    '',
    ...(attached.base64.match(/.{1,76}/g) ?? []),
    `--${boundary}--`,
    '',
  ];
  return lines.join('\r\n');
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Midnight of that day in UTC, by a zone that says that nothing is known of the writer's (RFC 5322, 3.3). */
function mailDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year} 00:00:00 -0000`;
}
