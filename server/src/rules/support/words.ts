/** A word of a text with its place; `key` is in small letters, without accents. */
export interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, the first `most` of them: runs of letters and digits, an apostrophe inside included. */
export function wordsOf(text: string, most = Number.POSITIVE_INFINITY): Word[] {
  const found: Word[] = [];
  for (const m of text.matchAll(/[\p{L}\p{N}]+(?:['\u2019][\p{L}]+)?/gu)) {
    const key = m[0].normalize('NFKC').toLowerCase().replace('\u2019', "'");
    found.push({ key, start: m.index, end: m.index + m[0].length });
    if (found.length >= most) break;
  }
  return found;
}

/** A sentence's place in its text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

const ABBREVIATIONS = new Set([
  'no',
  'nos',
  'v',
  'vs',
  'inc',
  'co',
  'corp',
  'ltd',
  'mr',
  'ms',
  'mrs',
  'dr',
  'hon',
  'ex',
  'exs',
  'st',
  'jr',
  'sr',
  'dkt',
  'civ',
  'fed',
  'supp',
  'cir',
  'id',
  'cf',
  'al',
  'ca',
  'esq',
  'art',
  'sec',
  'para',
  'pp',
  'p',
  'dep',
  'tr',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
]);

/** Characters before a full stop that are looked at: more than any abbreviation has. */
const LONGEST = 24;

/** Sentences by their closing marks; an abbreviation or an initial ends none. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const m of text.matchAll(/[.!?]["'\u201D\u2019)]*\s+(?=["'\u201C\u2018([]*[\p{Lu}\p{N}])/gu)) {
    const before =
      /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)$/u.exec(
        text.slice(Math.max(start, m.index - LONGEST), m.index),
      )?.[1] ?? '';
    const initial = before.length === 1 && /\p{Lu}/u.test(before);
    if (text[m.index] === '.' && (initial || ABBREVIATIONS.has(before.toLowerCase()))) continue;
    const end = m.index + m[0].length;
    found.push({ text: text.slice(start, end), start });
    start = end;
  }
  if (start < text.length) found.push({ text: text.slice(start), start });
  return found;
}

/** Where a run of words stands in `words`, from index `from`; -1 when nowhere. */
export function indexOfRun(words: readonly Word[], run: readonly string[], from = 0): number {
  for (let i = from; i + run.length <= words.length; i++) {
    if (run.every((w, k) => words[i + k]?.key === w)) return i;
  }
  return -1;
}
