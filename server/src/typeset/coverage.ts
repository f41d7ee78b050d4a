import { COVERAGE } from './coverage-table.ts';

/** Bounds of the ranges, first and last by turns, rising. */
const bounds: number[] = [];
for (const step of COVERAGE.split(' ')) bounds.push((bounds.at(-1) ?? 0) + Number.parseInt(step, 36));

/** Blanks, and marks that are not seen: they need no glyph. Bidirectional marks and joiners are among them. */
const NEEDS_NO_GLYPH = /[\s\p{Default_Ignorable_Code_Point}\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/u;
/** Nearly every letter holds only these. */
const COMMON = /^[\n -~\u00a0-\u017f\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]*$/;

/** Whether a character is printed as itself. Without a glyph an empty box stands in its place. */
export function hasGlyph(character: string): boolean {
  const code = character.codePointAt(0);
  if (code === undefined || NEEDS_NO_GLYPH.test(character)) return true;
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  // `low` bounds are at or before the character: an odd number of them means that a range is open.
  return low % 2 === 1 || bounds[low - 1] === code;
}

/** Runs of characters in `text` without a glyph: offset and characters. */
export function uncovered(text: string): { readonly at: number; readonly characters: string }[] {
  const found: { at: number; characters: string }[] = [];
  if (COMMON.test(text)) return found;
  let at = 0;
  for (const character of text) {
    if (!hasGlyph(character)) {
      const last = found.at(-1);
      if (last && last.at + last.characters.length === at) last.characters += character;
      else found.push({ at, characters: character });
    }
    at += character.length;
  }
  return found;
}
