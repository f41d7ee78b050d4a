import { type CaseKey, caseKey } from '../../order/docket.ts';

/** A federal docket number in a text. */
export interface Docket {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly key: CaseKey;
}

const NUMBER =
  /(?<![\p{L}\d:-])(?:\d{1,2}\s?:\s?)?(?:\d{4}|\d{2})\s?[-\u2013 ]\s?(?:cv|civ|cr|crim|mc|md|mj)\b\.?\s{0,2}(?:no\.?\s?)?[-\u2013 ]?\s?\d{1,6}(?!\d)(?:-[A-Z]{2,4}\b){0,3}(?:\s{0,2}\([A-Z]{2,4}\)){0,3}/giu;

/** Every docket number in `text`, judges' initials included. */
export function docketsIn(text: string): Docket[] {
  const found: Docket[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const key = caseKey(m[0]);
    if (key) found.push({ start: m.index, end: m.index + m[0].length, words: m[0], key });
  }
  return found;
}

/** Whether two keys name one case; a left-out division makes no other. */
export const sameKey = (a: CaseKey, b: CaseKey): boolean =>
  a.year === b.year &&
  a.number === b.number &&
  a.type === b.type &&
  (a.office === '' || b.office === '' || a.office === b.office);

/** Whether one key is rather the other with a slip of the pen in it: one figure wrong, or two swapped. */
export function slip(a: CaseKey, b: CaseKey): boolean {
  if (a.type !== b.type) return false;
  if (a.number === b.number) return Math.abs(a.year - b.year) <= 1 || swapped(`${a.year}`, `${b.year}`);
  if (a.year !== b.year) return false;
  const [x, y] = [`${a.number}`.padStart(5, '0'), `${b.number}`.padStart(5, '0')];
  return swapped(x, y) || differing(x, y).length === 1;
}

const differing = (x: string, y: string): number[] =>
  x.length === y.length ? [...x].flatMap((c, i) => (c === y[i] ? [] : [i])) : [-1, -1, -1];

function swapped(x: string, y: string): boolean {
  const [i = -1, j = -1, ...rest] = differing(x, y);
  return rest.length === 0 && j === i + 1 && x[i] === y[j] && x[j] === y[i];
}
