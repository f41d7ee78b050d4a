import { checkHeader, found, ledger } from './header.ts';

/** Headers before the four judges, the writer the plaintiff. */
export const BASE = ['caption: Ostrander v. Pelham Marine, Inc.', 'party: Dana Ostrander', 'role: plaintiff'];
export const REZNIK = [...BASE, 'judge: reznik', 'ordered: 2024-04-26', 'conference: 2024-05-28'];
export const SPERO = [...BASE, 'judge: spero', 'ordered: 2024-06-05', 'conference: 2024-08-20'];
export const PERCY = [...BASE, 'judge: percy', 'ordered: 2020-05-21', 'conference: 2021-04-05'];
export const MOSES = [...BASE, 'judge: moses', 'ordered: 2024-02-16', 'since: 2024-01-16'];

/** Findings at warning, by the words that tell them apart, and those at information as `i: words`. */
export function faults(lines: readonly string[], dated: string, ...entries: string[]): string[] {
  const findings = found(checkHeader([...lines, `dated: ${dated}`, ...ledger(...entries)]), 'exchange');
  return findings.map(({ severity, message }) => {
    const [kind] = KINDS.find(([, words]) => message.includes(words)) ?? [message];
    return severity === 'warning' ? kind : `i: ${kind}`;
  });
}

const KINDS: readonly (readonly [string, string])[] = [
  ['no demand', 'demand by the plaintiff is listed; it was due'],
  ['no answer', 'by the defendant is listed; it was due'],
  ['late', 'after it was due'],
  ['oral', 'was not in writing, and a'],
  ['too few', 'listed where the order asks for'],
  ['no talk', 'No such discussion is listed'],
  ['no fresh p', 'No demand or offer by the plaintiff'],
  ['no fresh d', 'No demand or offer by the defendant'],
  ['later', "after the letter's date"],
  ['who', 'cannot be told from the header'],
  ['form?', 'Whether the'],
  ['how?', 'is not said, and the order asks for a discussion'],
  ['video?', 'was by video'],
  ['in one?', 'was made in one'],
];

export const p = (date: string, more = 'kind: demand') => `date: ${date}, by: plaintiff, ${more}`;
export const d = (date: string, more = 'kind: offer') => `date: ${date}, by: defendant, ${more}`;
