import { basename } from 'node:path';
import type { Missed } from './letter-files.ts';

/** Names that are told; of more their number. */
const MOST_NAMED = 3;

/** What is not among the letters that were looked at, for the head of their list; null where nothing is known to lack. */
export function lackOf(missed: readonly Missed[], cancelled: boolean): string | null {
  const links = missed.filter(({ kind }) => kind === 'link').map(({ path }) => basename(path));
  const dead = missed.filter(({ kind }) => kind === 'dead').map(({ path }) => basename(path));
  const said = [
    cancelled ? 'Not all letters were looked at: it was cancelled.' : '',
    missed.some(({ kind }) => kind === 'unreadable') ? 'Not all folders could be read.' : '',
    links.length > 0 ? `Not looked at, since they are links out of this folder: ${named(links)}.` : '',
    dead.length > 0 ? `Not looked at, since they are links that lead nowhere: ${named(dead)}.` : '',
    ...missed
      .flatMap((what) => (what.kind === 'misspelt' ? [what] : []))
      .slice(0, MOST_NAMED)
      .map(
        ({ path, key }) =>
          `Not taken for a letter, since it names no judge (${key}: is probably meant for judge:): ${basename(path)}.`,
      ),
    ...missed
      .flatMap((what) => (what.kind === 'unseen' ? [what] : []))
      .slice(0, MOST_NAMED)
      .map(({ path, mend }) => `Not taken for a letter: ${basename(path)} (${mend}).`),
  ].filter((sentence) => sentence !== '');
  return said.length > 0 ? said.join(' ') : null;
}

const named = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ');
