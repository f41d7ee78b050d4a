import type { Letter } from '../../letter/letter.ts';
import { opposite, ownSide, sideOf } from '../../order/sides.ts';

const ALWAYS =
  /\b(?:all (?:parties|counsel(?: of record)?|attorneys|sides)|counsel of record|(?:opposing|adverse|adversary|other side['\u2019]s) (?:counsel|part(?:y|ies)|attorneys?)|(?:the )?other (?:side|part(?:y|ies))|(?:our|my|the) adversar(?:y|ies)|each (?:opposing )?party|the parties|ecf (?:recipients|participants)|service list|(?:counsel|attorneys?) for (?:the )?(?:other|opposing))\b/i;

const SIDES = {
  plaintiff:
    /\b(?:(?:counsel|attorneys?|lawyers?) (?:of record )?for (?:the )?plaintiffs?|plaintiffs?['\u2019]s?['\u2019]? (?:counsel|attorneys?|lawyers?)|claimant['\u2019]s counsel)\b/i,
  defendant:
    /\b(?:(?:counsel|attorneys?|lawyers?) (?:of record )?for (?:the )?defendants?|defendants?['\u2019]s?['\u2019]? (?:counsel|attorneys?|lawyers?)|(?:defense|defence) counsel)\b/i,
};

/** "counsel for Brightwater Homes LLC", "Brightwater's counsel": whose, the header's names tell. */
const BY_NAME = [
  /\b(?:counsel|attorneys?|lawyers?) (?:of record )?for (?:the )?(?<who>\p{Lu}[\p{L}\p{M}'\u2019.&-]*(?: (?:of |& )?\p{Lu}[\p{L}\p{M}'\u2019.&-]*){0,5})/gu,
  /(?<who>\p{Lu}[\p{L}\p{M}.&-]*(?: (?:of |& )?\p{Lu}[\p{L}\p{M}.&-]*){0,5})['\u2019]s? (?:counsel|attorneys?|lawyers?)\b/gu,
];

/** Words that name the other side, where they stand in `text`. Which side that is, the header tells. */
export function otherSideIn(letter: Letter, text: string): { start: number; end: number } | undefined {
  const { values } = letter.header;
  const own = ownSide(values);
  for (const pattern of own ? [ALWAYS, SIDES[opposite(own)]] : [ALWAYS]) {
    const found = pattern.exec(text);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  if (!own || !/counsel|attorney|lawyer/i.test(text)) return undefined;
  for (const pattern of BY_NAME) {
    for (const found of text.matchAll(pattern)) {
      if (sideOf(values, found.groups?.who ?? '') === opposite(own))
        return { start: found.index, end: found.index + found[0].length };
    }
  }
  return undefined;
}
