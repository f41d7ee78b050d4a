import type { Letter } from '../../letter/letter.ts';
import { opposite, ownSide, sideOf } from '../../order/sides.ts';
import { isClosing } from './coverage.ts';

/** A lawyer who is named in a line of copies, with neither side nor address. */
export interface CopiedCounsel {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly whose: 'own' | 'other' | 'unknown';
}

/** "Jane Doe, Esq."; who bears no such title may as well be the client or a file. */
const LAWYER =
  /(?<name>\p{Lu}[\p{L}'\u2019-]+(?:\s+(?:\p{Lu}\.|\p{Lu}[\p{L}'\u2019-]+)){1,3}),?\s+(?:Esq(?:uire)?\b\.?|Attorney[ -]at[ -]Law\b)/gu;

/** Whose lawyers a line names, as far as the header and the letter's own signature tell. */
export function copiedCounsel(letter: Letter, line: string): CopiedCounsel[] {
  return [...line.matchAll(LAWYER)].map((m) => {
    const name = (m.groups?.name ?? '').replace(/\s+/g, ' ');
    return { name, start: m.index, end: m.index + m[0].length, whose: whoseIs(letter, name) };
  });
}

function whoseIs(letter: Letter, name: string): CopiedCounsel['whose'] {
  const { values } = letter.header;
  const own = ownSide(values);
  const words = name.toLowerCase().split(' ');
  const surname = words.at(-1) ?? '';
  const listed = values.attendees?.find((a) => {
    const theirs = a.name.toLowerCase().split(/[^\p{L}'\u2019-]+/u);
    return theirs.includes(surname) && theirs.includes(words[0] ?? '');
  });
  // A lawyer who is listed without a party is the writer's, who lists whom the writer brings.
  if (listed) {
    const side = listed.party === undefined ? own : sideOf({ ...values, attendees: [] }, listed.party);
    if (side !== undefined && side === own) return 'own';
    if (own !== undefined && side === opposite(own)) return 'other';
  }
  const mailbox = values.from?.toLowerCase().split('@')[0] ?? '';
  if (surname.length > 2 && mailbox.includes(surname)) return 'own';
  return signs(letter, name) ? 'own' : 'unknown';
}

/** Whether the name stands in the block of signatures, which is over where the copies begin. */
function signs({ proses }: Letter, name: string): boolean {
  const from = proses.findLastIndex(
    ({ prose }) => isClosing(prose) && !/^\s*(?:b?cc|c\.c\.|encl|dated)\b/i.test(prose.text),
  );
  if (from < 0) return false;
  const block: string[] = [];
  for (const { prose } of proses.slice(from)) {
    const copies = /(?:^|\n)\s*(?:b?cc|c\.c\.|cop(?:y|ies) to)\s*[:.(]/i.exec(prose.text);
    block.push(copies ? prose.text.slice(0, copies.index) : prose.text);
    if (copies) break;
  }
  return block.join('\n').toLowerCase().replace(/\s+/g, ' ').includes(name.toLowerCase());
}
