import { type Mapped, moveToEnd } from './mapped.ts';

/** The most characters that a footnote may have; beyond them its end was not found. */
const LONGEST = 1200;
/** Further on than this from its mark no footnote stands: the page is over. */
const FARTHEST = 6000;

/**
 * Footnotes that a page's bottom puts into the midst of a sentence: "... by January 1 A representative ... authority.
 * 17, 2024." They are known by their mark, which stuck to a word before, by the sentence that they break off, and by
 * the words that take it up again behind them. They go to the end of the text, each a paragraph.
 */
export function withoutSplicedNotes(m: Mapped): Mapped {
  const ranges: [number, number][] = [];
  for (const mark of m.text.matchAll(/(?<=[a-z]{2}[.,;:)"']{0,2})(\d)(?=\s)/g)) {
    const number = mark[1] ?? '';
    const note = noteOf(m.text, mark.index + 1, number);
    if (note && !ranges.some(([a, b]) => note[0] < b && a < note[1])) ranges.push(note);
  }
  ranges.sort(([a], [b]) => a - b);
  return moveToEnd(m, joined(ranges, m.text));
}

/** From the note's number, behind words that end no sentence, to where the sentence goes on. */
function noteOf(text: string, from: number, number: string): [number, number] | null {
  const begins = new RegExp(`(?<=[a-z,]\\s{1,80})${number}\\s{1,3}(?=[A-Z"])`);
  const begin = begins.exec(text.slice(from, from + FARTHEST));
  if (!begin) return null;
  const at = from + begin.index;
  const body = text.slice(at, at + LONGEST);
  const end =
    /[.?!]["')]{0,2}\s{1,80}(?=[a-z]{2}|\d{1,2}, \d{4})|\s\d{1,2}(?:\s{1,9}\d{1,2}){0,2}\s{1,9}(?=[a-z]{2})/.exec(
      body.slice(2),
    );
  return end ? [at, at + 2 + end.index + end[0].length] : null;
}

/** Two notes at the same page's bottom: the first ends where the second begins. */
function joined(ranges: readonly [number, number][], text: string): [number, number][] {
  const out: [number, number][] = [];
  for (const [a, b] of ranges) {
    const last = out.at(-1);
    if (last && text.slice(last[1], a).trim() === '') last[1] = b;
    else out.push([a, b]);
  }
  return out;
}
