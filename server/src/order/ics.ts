import { addDays, utcStamp } from '../calendar/index.ts';
import type { Letter } from '../letter/letter.ts';
import { cite } from './cite.ts';
import type { Deadline } from './deadlines.ts';
import { conferenceOf, isLack } from './events.ts';
import type { Matter } from './matter.ts';

/**
 * The deadlines and the conference as an iCalendar file (RFC 5545). An event's UID stands for the case and
 * the deadline, not for its date, so that a second import moves what has moved. Nothing of the letter's
 * text is in it.
 */
export function calendarOf(letter: Letter, matter: Matter, deadlines: readonly Deadline[]): string {
  const { values } = letter.header;
  const zone = matter.order?.timeZone;
  const subject = values.case ?? values.caption ?? 'settlement';
  const events = deadlines.map((d) =>
    event({
      uid: uidOf(subject, matter, d.id),
      summary: `${d.title}${values.caption ? `: ${values.caption}` : ''}`,
      description: [d.words, ...d.notes, d.paragraph === null ? '' : `Order, ${cite(d.paragraph)}`]
        .filter(Boolean)
        .join('\n'),
      date: d.date,
      time: d.time,
      zone,
      minutes: 0,
    }),
  );
  const conference = conferenceOf(letter, matter);
  if (!isLack(conference)) {
    events.push(
      event({
        uid: uidOf(subject, matter, 'conference'),
        summary: `Settlement conference${values.caption ? `: ${values.caption}` : ''}`,
        description: matter.order ? `Before ${matter.order.judge.name}` : '',
        date: conference.date,
        time: conference.time,
        zone,
        minutes: 180,
      }),
    );
  }
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ex Parte//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flat(),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

interface Event {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly date: string;
  readonly time: string | null;
  readonly zone: string | undefined;
  readonly minutes: number;
}

function event({ uid, summary, description, date, time, zone, minutes }: Event): string[] {
  const day = date.replaceAll('-', '');
  // UTC where the court's zone is known: a TZID would want the zone's rules in the file as well.
  const at = (clock: string): string =>
    zone ? utcStamp(date, clock, zone) : `${day}T${clock.replace(':', '')}00`;
  const when =
    time === null
      ? [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${addDays(date, 1).replaceAll('-', '')}`]
      : [`DTSTART:${at(time)}`, ...(minutes > 0 ? [`DURATION:PT${minutes}M`] : [])];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    // The same dates give the same bytes: the stamp is the event's own day, not the clock's.
    `DTSTAMP:${day}T000000Z`,
    ...when,
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    'TRANSP:TRANSPARENT',
    'CLASS:CONFIDENTIAL',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
  ];
}

function uidOf(subject: string, { order, submission }: Matter, id: string): string {
  // Only the letter's own date belongs to one of the order's documents; the others are the case's.
  const whose = id === 'submission' ? submission?.id : undefined;
  const plain = [subject, order?.id, whose, id].filter(Boolean).join(' ').toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}@ex-parte`;
}

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets (RFC 5545, 3.1), never cut within a character. */
function fold(line: string): string {
  const out: string[] = [];
  let part = '';
  let size = 0;
  for (const ch of line) {
    const code = ch.codePointAt(0) ?? 0;
    const octets = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size + octets > 74) {
      out.push(part);
      part = ' ';
      size = 1;
    }
    part += ch;
    size += octets;
  }
  return [...out, part].join('\r\n');
}
