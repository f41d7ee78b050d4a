import { goesToCourt } from '../text/addressees.ts';
import type { Clause } from '../text/clauses.ts';
import { DELIVER } from '../text/documents.ts';
import type { Ask } from './paper-asks.ts';
import type { By } from './papers.ts';

/**
 * "Plaintiff shall send defense counsel an itemization of damages and a demand ... Defense counsel shall answer with an
 * offer ... Plaintiff shall send copies of these letters to chambers": the demand and the offer are letters.
 */
export function lettersBehind(clauses: readonly Clause[], asks: readonly Ask[]): Ask[] {
  const named = (by: By): boolean =>
    asks.some((a) => a.mention.kind === 'letter' && a.by === by && a.score >= 3);
  const n = clauses.findIndex(
    (c) =>
      /\b(?:these|those|both|the|all|each side's|the parties'|set of) (?:of )?(?:these |those |the )?(?:two |settlement |exchanged )?letters\b/i.test(
        c.words,
      ) &&
      DELIVER.test(c.words) &&
      goesToCourt(c.words),
  );
  if (
    n < 0 ||
    asks.some((a) => a.clause < n && a.mention.kind === 'letter') ||
    (named('plaintiff') && named('defendant'))
  )
    return [];
  const letter = (by: 'plaintiff' | 'defendant', what: RegExp): Ask[] => {
    const at = clauses
      .slice(0, n)
      .findIndex((c) => c.actor === by && what.test(c.text) && DELIVER.test(c.words));
    const m = what.exec(clauses[at]?.text ?? '');
    if (at < 0 || !m) return [];
    const start = m.index;
    const mention = {
      kind: 'letter',
      head: 'letter',
      before: '',
      start,
      end: start + m[0].length,
      owner: by,
    } as const;
    return [{ clause: at, mention, by, score: 6, implied: true }];
  };
  const sides = [
    ...letter('plaintiff', /\ban? (?:[\w-]+ ){0,4}(?:demand|itemization|computation|proposal)\b/i),
    ...letter('defendant', /\ban? (?:[\w-]+ ){0,4}(?:offer|response|counter-?offer|answer|reply)\b/i),
  ];
  return sides.length === 2 ? sides : [];
}
