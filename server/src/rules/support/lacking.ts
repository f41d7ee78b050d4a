import type { HeaderValues } from '../../../../schemas/header.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Lack } from '../../order/events.ts';
import { anchor } from './regions.ts';
import { type Found, type Outcome, type Skip, skip } from './rule.ts';

/** A rule that is skipped because the header lacks a key; the writer is told once what to add, whoever misses it. */
export interface Lacking extends Skip {
  readonly lacks: string;
  readonly ask: Found;
}
export const isLacking = (outcome: Outcome): outcome is Lacking => 'lacks' in outcome;

const ASKS: Readonly<Partial<Record<keyof HeaderValues, string>>> = {
  conference: 'the date of the conference, as in conference: 2024-05-28 14:30. Dates are counted from it',
  ordered: 'the date of the order, as in ordered: 2024-04-26. Dates are counted from it',
  since:
    'the date of the earlier order, as in since: 2023-05-05. Only what was demanded and offered after it counts',
  negotiations:
    'every demand, offer and discussion so far, or negotiations: [] where there was none. They are held against the order',
  attendees: 'who will attend and with what authority. They are held against the order',
};

/** Skips a rule for want of a header key. A key that is there and unreadable, or misspelt, `header` tells already. */
export function lacking(letter: Letter, { key, reason }: Lack): Skip | Lacking {
  const ask = key === null ? undefined : ASKS[key as keyof HeaderValues];
  if (key === null || ask === undefined) return skip(reason);
  const { unreadable, issues, state } = letter.header;
  if (unreadable.has(key) || isThere(letter, key)) return skip(`the header's ${key} cannot be read`);
  if (state !== 'closed' || issues.some((i) => i.mend?.text === key)) return skip(reason);
  // A new letter has the key with nothing behind it.
  const there = letter.header.keySpan([key]);
  const message = `${there ? 'Fill in' : 'Add'} ${key}: ${ask}.`;
  return { skip: reason, lacks: key, ask: { message, span: there ?? anchor(letter) } };
}

/** Whether the key stands in the header with something behind it, though broken YAML around it hides that. */
function isThere({ text, header }: Letter, key: string): boolean {
  const lines = text.slice(header.yaml.start, header.yaml.end).split(/\r?\n/);
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  const value = lines[at]?.slice(key.length + 1).replace(/(?:^|\s)#.*/, '');
  return at >= 0 && (value?.trim() !== '' || /^\s*-\s|^\s+[^\s#]/.test(lines[at + 1] ?? ''));
}
