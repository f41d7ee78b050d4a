import { strFromU8, unzipSync } from 'fflate';
import type { Target } from './export.ts';

/**
 * Whether a file is an earlier export of the same letter, by what it says of itself.
 * @param title that of the letter's PDF and Word document
 * @param now what is about to be written in its place
 */
export function isEarlierExport(bytes: Uint8Array, to: Target, title: string, now: Uint8Array): boolean {
  const text = to === 'docx' ? core(bytes) : latin(bytes);
  switch (to) {
    case 'pdf':
      return text.startsWith('%PDF-') && text.includes(utf8AsLatin(`>${xml(title)}</`));
    case 'docx':
      return text.includes(`>${xml(title)}</`);
    case 'eml':
      return text.startsWith('X-Unsent: 1\r\n') && part(text, SUBJECT) === part(latin(now), SUBJECT);
    case 'ics':
      return text.startsWith('BEGIN:VCALENDAR') && event(text) === event(latin(now));
  }
}

const SUBJECT = /^Subject: .*(?:\r\n .*)*/m;
const part = (text: string, what: RegExp): string | undefined => what.exec(text)?.[0];

/** The event by which two calendars are of one case: the conference, else whatever comes first. */
const event = (text: string): string | undefined =>
  part(text, /^UID:.*-conference@/m) ?? part(text, /^UID:.*/m);

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function core(bytes: Uint8Array): string {
  try {
    const part = unzipSync(bytes, { filter: ({ name }) => name === 'docProps/core.xml' })[
      'docProps/core.xml'
    ];
    return part ? strFromU8(part) : '';
  } catch {
    // No zip file, so none of ours.
    return '';
  }
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const utf8AsLatin = (text: string): string => latin(new TextEncoder().encode(text));
