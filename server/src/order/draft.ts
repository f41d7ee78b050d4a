import { readMoment } from '../../../schemas/dates.ts';
import { headerSchema } from '../../../schemas/header.ts';
import { formatDate } from '../calendar/index.ts';
import type { Order, Submission } from './order.ts';

/** Header keys given for a new letter, as text. */
export type Given = Readonly<Record<string, string>>;

/** Keys that a new letter's header holds though nobody gave them, so that they are filled in. */
const ALWAYS = ['case', 'caption', 'party', 'role', 'dated', 'conference', 'from', 'to'];

/**
 * A new letter: the header, what an order wants on it, and every heading in the order's sequence with the
 * blanks to fill in. What the PDF will print is written out here, so that the writer sees every word of it.
 */
export function draftLetter(order: Order, submission: Submission, given: Given): string {
  const addresses = submission.recipient?.addresses ?? [];
  const header: Record<string, string> = {
    judge: order.id,
    ...(submission.default ? {} : { submission: submission.id }),
    ...(submission.onlyIf === 'exchanged' ? { exchanged: 'true' } : {}),
    court: order.court,
    ...Object.fromEntries(ALWAYS.map((key) => [key, ''])),
    ...(addresses.length > 0 ? { to: addresses.join(', ') } : {}),
    ...given,
  };
  const lines = [
    ...Object.entries(header).map(([key, value]) =>
      value === '' ? `${key}:` : `${key}: ${scalar(key, value)}`,
    ),
    ...listsAsked(order, submission),
  ];
  const body = [
    ...(submission.marking ? [`**${submission.marking.words}**`] : []),
    longDate(header.dated) ?? '[Date]',
    ...(submission.recipient?.channel.includes('email')
      ? [`By e-mail${addresses.length > 0 ? `: ${addresses.join(', ')}` : ''}`]
      : []),
    (
      order.address ?? [`Hon. ${order.judge.name}`, order.judge.title ?? 'United States Magistrate Judge']
    ).join('\\\n'),
    `Re: *${header.caption || '[Caption]'}*, No. ${header.case || '[Case number]'}\\\n${title(submission)}${conferenceWords(header.conference)}`,
    `Dear Judge ${order.judge.surname}:`,
    ...submission.contents.map((c) => `## ${c.title}\n\n${c.template ?? `[${c.asks}]`}`),
    'Respectfully submitted,',
    `[Name]\\\n${header.party ? `Counsel for ${header.party}` : '[Counsel for Party]'}`,
  ];
  return `---\n${lines.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}

/** The lists that the order is held against, empty, each with an entry to go by that counts for nothing. */
function listsAsked({ exchange, attendance }: Order, { contents }: Submission): string[] {
  const way = attendance?.who.accepts[0] ?? 'in-person';
  const form = exchange?.minimum?.written || exchange?.demand?.written ? ', written: true ' : '';
  return [
    ...(attendance
      ? [
          'attendees:',
          `  # - { name: , title: , party: , role: representative, authority: full, attends: ${way} }`,
        ]
      : []),
    ...(exchange || contents.some((c) => c.ledger)
      ? ['negotiations:', `  # - { date: , by: plaintiff, to: defendant, kind: demand, amount: ${form}}`]
      : []),
  ];
}

/** Keys that `new --set` takes: those whose value is a word or two, not a list. */
export const SETTABLE: readonly string[] = Object.keys(headerSchema.shape).filter(
  (key) => !['judge', 'leave', 'dates', 'exhibits', 'attendees', 'negotiations', 'layout'].includes(key),
);

/** YAML reads most of what people write as it stands; the rest is quoted. */
function scalar(key: string, value: string): string {
  if (['to', 'cc', 'ownSide'].includes(key))
    return `[${value
      .split(/\s*,\s*/)
      .map(quoted)
      .join(', ')}]`;
  return quoted(value);
}

function quoted(value: string): string {
  const plain = /^[\p{L}\p{N}][^\n#:{}[\]"'`|>&*!%@,]*$/u.test(value) && !/\s$/.test(value);
  const wordy =
    /^[\p{L}\p{N}][\p{L}\p{N} .,&@_:'’()-]*$/u.test(value) && !/:(\s|$)|\s#/.test(value) && !/, /.test(value);
  return plain || wordy ? value : JSON.stringify(value);
}

function longDate(text: string | undefined): string | undefined {
  const read = text ? readMoment(text) : undefined;
  if (!read || typeof read === 'string') return undefined;
  return formatDate(read.date);
}

function conferenceWords(text: string | undefined): string {
  const date = longDate(text);
  return date ? ` for the settlement conference of ${date}` : '';
}

/** "Ex parte letter": the submission's name as it begins a line. */
function title({ name }: Submission): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
