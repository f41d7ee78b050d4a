import type { Letter } from '../../letter/letter.ts';
import { type Span, span } from '../../letter/span.ts';
import type { Submission } from '../../order/order.ts';
import { firstLine } from './regions.ts';
import type { ExhibitInfo } from './rule.ts';

/** Pages of exhibits that are allowed, by the order or by leave of the Court; null where there is no limit. */
export function exhibitLimit(
  letter: Letter,
  submission: Submission,
): { readonly max: number; readonly by: 'order' | 'leave' } | null {
  const limit = submission.exhibitPages;
  if (!limit) return null;
  const leave = letter.header.values.leave?.exhibitPages;
  return leave !== undefined && leave > limit.max
    ? { max: leave, by: 'leave' }
    : { max: limit.max, by: 'order' };
}

/** The pages of all exhibits so far as they are known, and the names of those whose pages are not. */
export function countExhibits(letter: Letter, exhibits: readonly ExhibitInfo[]) {
  return {
    pages: exhibits.reduce((n, e) => n + (e.pages ?? 0), 0),
    unknown: exhibits.filter((e) => e.pages === null).map((e) => whyUnknown(letter, e)),
  };
}

function whyUnknown(letter: Letter, { index, problem }: ExhibitInfo): string {
  const entry = letter.header.values.exhibits?.[index];
  const name = nameOf(entry?.label ?? String(index + 1));
  return entry?.file && problem ? `${name} (${entry.file} ${problem})` : `${name} (neither file nor pages)`;
}

/** "A" as "Exhibit A"; a label that says itself what it is stays. */
export function nameOf(label: string): string {
  return /^(?:ex|exh|exhibit|attachment|appendix|tab|annex|schedule|enclosure)\b/i.test(label)
    ? label
    : `Exhibit ${label}`;
}

/** The header's key `exhibits`. */
export const exhibitsKey = (letter: Letter): Span => letter.header.keySpan(['exhibits']) ?? firstLine(letter);

/** Where an entry stands, by the best of its keys. */
export function entrySpan(letter: Letter, index: number, key: 'file' | 'label' | 'pages'): Span {
  const { header } = letter;
  const place = header.valueSpan(['exhibits', index, key]) ?? header.valueSpan(['exhibits', index, 'label']);
  return place && place.end > place.start ? place : exhibitsKey(letter);
}

/** A span without the line end that YAML counts to an unquoted value. */
export function trimmed(letter: Letter, { start, end }: Span): Span {
  return span(start, start + letter.text.slice(start, end).trimEnd().length);
}
