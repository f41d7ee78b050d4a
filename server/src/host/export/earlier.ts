import type { Target } from '../../protocol-export.ts';

/**
 * Whether a file is an earlier export of the same letter, by what it says of itself.
 * @param now what is about to be written in its place
 */
export async function isEarlierExport(bytes: Uint8Array, to: Target, now: Uint8Array): Promise<boolean> {
  switch (to) {
    case 'pdf':
      return same(latin(bytes), latin(now), TITLE);
    case 'docx':
      return same(await core(bytes), await core(now), TITLE);
    case 'eml':
      return latin(bytes).startsWith('X-Unsent: 1\r\n') && same(latin(bytes), latin(now), SUBJECT);
    case 'ics': {
      const hasConference = CONFERENCE.test(latin(now));
      return same(latin(bytes), latin(now), hasConference ? CONFERENCE : FIRST_EVENT);
    }
  }
}

const TITLE = /<dc:title>[\s\S]*?<\/dc:title>/;
const SUBJECT = /^Subject: .*(?:\r\n .*)*/m;
/** The event by which two calendars are of one case. */
const CONFERENCE = /^UID:.*-conference@/m;
const FIRST_EVENT = /^UID:.*/m;

const same = (a: string, b: string, what: RegExp): boolean => {
  const found = what.exec(a)?.[0];
  return found !== undefined && found === what.exec(b)?.[0];
};

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

async function core(bytes: Uint8Array): Promise<string> {
  const { strFromU8, unzipSync } = await import('fflate');
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
