import type { HeaderValues } from '../../../schemas/header.ts';

export type Side = 'plaintiff' | 'defendant';

/** Whose an entry is; `neither` is a mediator or the court. */
export type Whose = Side | 'both' | 'neither';

export const opposite = (side: Side): Side => (side === 'plaintiff' ? 'defendant' : 'plaintiff');

const ROLES: Readonly<Record<string, Side>> = {
  plaintiff: 'plaintiff',
  plaintiffs: 'plaintiff',
  pltf: 'plaintiff',
  claimant: 'plaintiff',
  claimants: 'plaintiff',
  petitioner: 'plaintiff',
  petitioners: 'plaintiff',
  complainant: 'plaintiff',
  defendant: 'defendant',
  defendants: 'defendant',
  deft: 'defendant',
  defense: 'defendant',
  defence: 'defendant',
  respondent: 'defendant',
  respondents: 'defendant',
};
/** A "counter-defendant" is named for another role than the side on which it sits. */
const TURNED = new Set(['counter', 'cross', 'party', 'counterclaim', 'crossclaim']);
const BOTH = new Set(['both', 'parties', 'joint', 'jointly', 'mutual']);
const NEITHER = new Set(['mediator', 'court', 'judge', 'magistrate', 'neutral', 'chambers', 'arbitrator']);
const OURS = new Set(['we', 'us', 'our', 'ours', 'client', 'ourselves']);
const THEIRS = new Set(['opposing', 'adversary', 'opponent', 'they', 'counterparty', 'adverse']);
/** Words that tell no two parties apart. */
const COMMON = new Set(
  'inc incorporated llc llp lp corp corporation co company ltd limited plc pc pllc na the of and et al a an mr mrs ms dr esq jr sr ii iii counsel attorney attorneys lawyer lawyers for by through in re hon side'.split(
    ' ',
  ),
);

/** The side on which the letter's own party is: its `role`, else where the caption has it. */
export function ownSide(values: HeaderValues): Side | undefined {
  if (values.role) return values.role;
  const found = values.party === undefined ? undefined : sideOf({ ...values, attendees: [] }, values.party);
  return found === 'plaintiff' || found === 'defendant' ? found : undefined;
}

/**
 * Whose a name is, as writers put it: a role, a party, a surname, "opposing counsel", someone who is listed
 * as attending. Undefined where the header does not tell.
 */
export function sideOf(values: HeaderValues, who: string): Whose | undefined {
  const words = wordsIn(who);
  const names = namesOf(values);
  return byName(names, words, true) ?? byRole(values, words) ?? byName(names, words, false);
}

type Names = Readonly<Record<Side, readonly (readonly string[])[]>>;

/** A header's names are asked for once for each entry of its lists. */
const known = new WeakMap<HeaderValues, Names>();

function namesOf(values: HeaderValues): Names {
  const before = known.get(values);
  if (before) return before;
  const names = gatherNames(values);
  known.set(values, names);
  return names;
}

function gatherNames(values: HeaderValues): Names {
  const names: Record<Side, string[][]> = { plaintiff: [], defendant: [] };
  const [left, right] = captionSides(values.caption);
  if (left !== undefined && right !== undefined) {
    names.plaintiff.push(telling(wordsIn(left)));
    names.defendant.push(telling(wordsIn(right)));
  }
  if (values.role && values.party !== undefined) names[values.role].push(telling(wordsIn(values.party)));
  const alone = { ...values, attendees: [] };
  for (const { name, party } of values.attendees ?? []) {
    const side = party === undefined ? undefined : sideOf(alone, party);
    if (side === 'plaintiff' || side === 'defendant') names[side].push(telling(wordsIn(name)));
  }
  return names;
}

/** The two sides of "A v. B"; empty for a caption of another kind. */
function captionSides(caption: string | undefined): string[] {
  const parts = (caption ?? '').split(/\s[-\u2013]?(?:v|vs|versus|against)\.?[-\u2013]?\s/i);
  return parts.length === 2 ? parts : [];
}

/** `whole`: all words of one of the two are among the other's; else the side that shares more words. */
function byName(names: Names, words: readonly string[], whole: boolean): Side | undefined {
  const wanted = telling(words);
  if (wanted.length === 0) return undefined;
  const score = (side: Side): number =>
    Math.max(0, ...names[side].map((name) => (whole ? wholeMatch(wanted, name) : shared(wanted, name))));
  const [p, d] = [score('plaintiff'), score('defendant')];
  return p === d ? undefined : p > d ? 'plaintiff' : 'defendant';
}

function wholeMatch(a: readonly string[], b: readonly string[]): number {
  const common = shared(a, b);
  return common > 0 && common === Math.min(new Set(a).size, new Set(b).size) ? common : 0;
}

const shared = (a: readonly string[], b: readonly string[]): number =>
  new Set(a.filter((word) => word.length > 1 && b.includes(word))).size;

function byRole(values: HeaderValues, words: readonly string[]): Whose | undefined {
  const roles = new Set(
    words.flatMap((word, i) => (ROLES[word] && !TURNED.has(words[i - 1] ?? '') ? [ROLES[word]] : [])),
  );
  const [role] = roles;
  if (roles.size > 1 || words.some((w) => BOTH.has(w))) return 'both';
  if (role) return role;
  if (words.some((w) => NEITHER.has(w))) return 'neither';
  const own = values.role;
  if (own && (words.some((w) => THEIRS.has(w)) || (words.includes('other') && words.includes('side')))) {
    return opposite(own);
  }
  return own && words.some((w) => OURS.has(w)) ? own : undefined;
}

const telling = (words: readonly string[]): string[] =>
  words.filter((word) => !COMMON.has(word) && !Object.hasOwn(ROLES, word));

/** Words in small letters, without accents and possessives. */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/['\u2019]s?(?![\p{L}])/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}
