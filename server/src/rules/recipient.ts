import type { Letter } from '../letter/letter.ts';
import { span } from '../letter/span.ts';
import { cite } from '../order/cite.ts';
import { type Entry, entriesOf, isCourt, sameCourt } from './support/addresses.ts';
import { anchor } from './support/regions.ts';
import { type Fix, type Found, type Rule, skip } from './support/rule.ts';

export const recipient: Rule = {
  id: 'recipient',
  severity: 'warning',
  title: 'The address of chambers',
  what: 'The header’s `to:` lacks the address that the order gives, or has another address at a court.',
  why: 'A letter that goes to a wrong address is late at best; at worst someone else at the court reads it.',
  mend: 'The light bulb puts the address that the order gives into the header’s `to:`.',
  holds: ['recipient'],
  needs: 'order',
  check({ letter, submission, order }) {
    const wanted = submission.recipient?.addresses ?? [];
    const [address] = wanted;
    if (!submission.recipient || address === undefined) return skip('the order gives no address');
    const { paragraph } = submission.recipient;
    if (letter.header.unreadable.has('to')) return skip("the header's to cannot be read");
    const known = new Set(wanted.map((a) => a.toLowerCase()));
    const entries = entriesOf(letter, 'to');
    const there = entries.some((e) => e.address !== undefined && known.has(e.address));
    // Another chambers at the same court beside the right one is a copy, and `service`'s to tell.
    const others = entries.filter(
      (e) =>
        e.address !== undefined &&
        isCourt(e.address) &&
        !known.has(e.address) &&
        !(there && sameCourt(e.address, known)),
    );
    const found = others.map(
      (e): Found => ({
        message: `${asWritten(letter, e)} is not where Judge ${order.judge.surname} takes this ${submission.kind}: the order gives ${address} (${cite(paragraph)}).`,
        span: e.span ?? anchor(letter),
        paragraph,
        fixes:
          there || !e.span
            ? []
            : [
                {
                  title: `Change to ${address}`,
                  edits: [{ span: e.span, text: replaced(letter, e, address) }],
                },
              ],
      }),
    );
    if (there || found.length > 0) return found;
    return [
      {
        message: `The ${submission.kind} goes to ${address} (${cite(paragraph)}): add it to the header's \`to\`.`,
        span: letter.header.keySpan(['to']) ?? anchor(letter),
        paragraph,
        fixes: addTo(letter, entries, address),
      },
    ];
  },
  accepted: [
    { say: 'the address, in any case', header: ['to: hartwell_settlement@WAWD.uscourts.gov'], body: '' },
    { say: 'with a name', header: ['to: ["Chambers <Hartwell_Settlement@wawd.uscourts.gov>"]'], body: '' },
  ],
  rejected: [
    { say: 'no address', header: ['-to'], body: '', marks: 'hartwell' },
    {
      say: 'a slip in it',
      header: ['to: Hartwel_Settlement@wawd.uscourts.gov'],
      body: '',
      marks: 'Hartwel_Settlement@wawd.uscourts.gov',
    },
    {
      say: 'another court too',
      header: ['to: [Hartwell_Settlement@wawd.uscourts.gov, clerk@ord.uscourts.gov]'],
      body: '',
      marks: 'clerk@ord.uscourts.gov',
    },
    {
      say: 'brackets in what is written there, which a list would read as its own',
      corner: true,
      header: ['to: Chambers [Name]'],
      body: '',
      marks: 'to',
    },
  ],
};

/** The address as the writer has it: a reader looks for those letters, not for small ones. */
function asWritten(letter: Letter, { span: at, address = '' }: Entry): string {
  const source = at ? letter.text.slice(at.start, at.end) : '';
  const start = source.toLowerCase().indexOf(address);
  return start < 0 ? address : source.slice(start, start + address.length);
}

/** The entry with its address exchanged: a name around it stays. */
function replaced(letter: Letter, entry: Entry, address: string): string {
  const was = entry.span ? letter.text.slice(entry.span.start, entry.span.end) : '';
  const at = was.toLowerCase().indexOf(entry.address ?? '\0');
  return at < 0 ? address : was.slice(0, at) + address + was.slice(at + (entry.address?.length ?? 0));
}

/** A value as an item of a list in brackets, where brackets, braces and commas would be read as such. */
const inList = (value: string): string =>
  /[[\]{},]/.test(value) && !/^["'&!|>*{]/.test(value) ? JSON.stringify(value) : value;

function addTo(letter: Letter, entries: readonly Entry[], address: string): Fix[] {
  const title = `Add ${address}`;
  const { header, text } = letter;
  const value = header.valueSpan(['to']);
  if (value && entries.length > 0) {
    const was = text.slice(value.start, value.end);
    // A text written below its key, or one that is named, cannot stand in a list of one line.
    if (/^[|>&*!]/.test(was)) return [];
    if (was.startsWith('[')) {
      return [{ title, edits: [{ span: span(value.start + 1, value.start + 1), text: `${address}, ` }] }];
    }
    if (was.startsWith('- ')) {
      const column = letter.lines.position(value.start).character;
      return [
        {
          title,
          edits: [{ span: span(value.start, value.start), text: `- ${address}\n${' '.repeat(column)}` }],
        },
      ];
    }
    return [{ title, edits: [{ span: value, text: `[${address}, ${inList(was.trimEnd())}]` }] }];
  }
  const key = header.keySpan(['to']);
  if (key) {
    const colon = text.indexOf(':', key.end) + 1;
    return [{ title, edits: [{ span: span(colon, colon), text: ` ${address}` }] }];
  }
  const judge = header.valueSpan(['judge']);
  return judge ? [{ title, edits: [{ span: span(judge.end, judge.end), text: `\nto: ${address}` }] }] : [];
}
