import type { Letter } from '../../letter/letter.ts';

/** Capitalized words that two by two are no one's name. */
const NO_NAME = new Set(
  (
    'the a an this that these those settlement conference court order judge magistrate united states district plaintiff ' +
    'plaintiffs defendant defendants counsel of lead trial confidential statement letter january february march april ' +
    'may june july august september october november december monday tuesday wednesday thursday friday saturday sunday ' +
    'each all both no who whoever those persons names attendees attending parties party civil action case honor rule federal ' +
    'evidence section paragraph zoom teams in on at for by with as if when our we their its his her'
  ).split(' '),
);

/** Whether a text names a person: someone of the header's, "Ms. Osei", or two names in a row. */
export function namesSomeone(text: string, letter: Letter): boolean {
  const low = text.toLowerCase();
  const { attendees = [], party } = letter.header.values;
  const known = [...attendees.map((a) => a.name), ...(party === undefined ? [] : [party])];
  if (known.some((name) => low.includes(name.toLowerCase()))) return true;
  if (/\b(?:Mr|Ms|Mrs|Mx|Dr|Messrs|Sr|Prof|Capt|Lt|Sgt|Chief|Officer)\.?\s{1,3}\p{Lu}/u.test(text))
    return true;
  for (const m of text.matchAll(
    /(?<![\p{L}\d])(\p{Lu}[\p{L}'\u2019-]+)\s{1,3}(?:\p{Lu}\.\s{1,3})?(?=(\p{Lu}[\p{L}'\u2019-]+))/gu,
  )) {
    const pair = [m[1], m[2]].map((w) => (w ?? '').toLowerCase().replace(/['\u2019]s$/, ''));
    if (pair.every((w) => !NO_NAME.has(w))) return true;
  }
  return false;
}
