import type { Letter } from '../../letter/letter.ts';

const ALWAYS =
  /\b(?:all (?:parties|counsel(?: of record)?|attorneys|sides)|counsel of record|(?:opposing|adverse|adversary|other side['\u2019]s) (?:counsel|part(?:y|ies)|attorneys?)|(?:the )?other (?:side|part(?:y|ies))|(?:our|my|the) adversar(?:y|ies)|each (?:opposing )?party|the parties|ecf (?:recipients|participants)|service list|(?:counsel|attorneys?) for (?:the )?(?:other|opposing))\b/i;

const SIDES = {
  plaintiff:
    /\b(?:(?:counsel|attorneys?|lawyers?) (?:of record )?for (?:the )?plaintiffs?|plaintiffs?['\u2019]s?['\u2019]? (?:counsel|attorneys?|lawyers?)|claimant['\u2019]s counsel)\b/i,
  defendant:
    /\b(?:(?:counsel|attorneys?|lawyers?) (?:of record )?for (?:the )?defendants?|defendants?['\u2019]s?['\u2019]? (?:counsel|attorneys?|lawyers?)|(?:defense|defence) counsel)\b/i,
};

/** Words that name the other side, where they stand in `text`. Which side that is, the header's role tells. */
export function otherSideIn(letter: Letter, text: string): { start: number; end: number } | undefined {
  const { role } = letter.header.values;
  const patterns = [ALWAYS];
  if (role === 'plaintiff') patterns.push(SIDES.defendant);
  if (role === 'defendant') patterns.push(SIDES.plaintiff);
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}
