import { FALLBACK_FAMILIES } from './fonts.ts';
import { type Format, type PdfMeta, TypesetError } from './typesetter.ts';

/** How a letter is set unless its order or its header says otherwise. */
export const LETTER: Format = { font: 'Times New Roman', size: 12, spacing: 1, margin: 1 };
/** How a settlement conference statement is set unless its order or its header says otherwise. */
export const STATEMENT: Format = { ...LETTER, spacing: 2 };

/** The formats that orders mean when they name one, by the name that order files use. */
export const FORMATS: Readonly<Record<'letter' | 'statement', Format>> = {
  letter: LETTER,
  statement: STATEMENT,
};
export type FormatName = keyof typeof FORMATS;

/**
 * The formats in which a submission of unknown format could reasonably come, from the one that takes the
 * fewest pages to the one that takes the most. A page limit kept in the last is kept in all.
 */
export const USUAL_FORMATS: readonly Format[] = [LETTER, { ...LETTER, spacing: 1.5 }, STATEMENT];

const SPACINGS: ReadonlyMap<number, string> = new Map([
  [1, 'single-spaced'],
  [1.5, 'one-and-a-half-spaced'],
  [2, 'double-spaced'],
]);

/** `letter, single-spaced, 12 point`; a margin other than one inch and a font other than Times are named too. */
export function describeFormat({ font, size, spacing, margin }: Format, name: string): string {
  const parts = [name, SPACINGS.get(spacing) ?? `${spacing}-spaced`, `${size} point`];
  if (margin !== LETTER.margin) parts.push(`${margin} inch margins`);
  if (font !== LETTER.font) parts.push(font);
  return parts.join(', ');
}

/** Limits within which a page can be set at all: a line must hold a few words. */
export const LIMITS = {
  size: { least: 6, most: 24 },
  spacing: { least: 0.8, most: 4 },
  margin: { least: 0.25, most: 2 },
} as const;

/** The bundled families by the names under which orders and word processors know them, in lower case. */
const FAMILIES: ReadonlyMap<string, string> = new Map(
  ['times new roman', 'times', 'tinos', 'liberation serif'].map((name) => [name, 'Tinos']),
);

/** The bundled family that stands in for `font`, with the same widths; null when there is none. */
export const bundledFamily = (font: string): string | null => FAMILIES.get(font.trim().toLowerCase()) ?? null;

/** A format as the template reads it. A font that is not bundled is set in Times; see `bundledFamily`. */
export function encodeFormat(format: Format): string {
  const own = bundledFamily(format.font);
  return JSON.stringify({
    fonts: [...new Set([...(own ? [own] : []), ...FALLBACK_FAMILIES])],
    size: clamp(format.size, LIMITS.size),
    spacing: clamp(format.spacing, LIMITS.spacing),
    margin: clamp(format.margin, LIMITS.margin),
  });
}

/**
 * What a PDF says of itself, as the template reads it.
 * @throws TypesetError when the date is none
 */
export function encodeMeta({ title, date, exhibits = [] }: PdfMeta): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  if (!year || !month || !day) throw new TypesetError(`The PDF cannot be dated: "${date}" is no date.`);
  return JSON.stringify({
    title: printable(title),
    date: [year, month, day].map(Number),
    exhibits: exhibits.map((e) => ({ label: printable(e.label), title: printable(e.title), pages: e.pages })),
  });
}

/** Half of a surrogate pair has no place in JSON. */
const printable = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/** No metadata: a layout that is not going to be a PDF. */
export const NO_META = 'null';

const clamp = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? value : least));
