import { daysIn, MONTHS } from '../../../../schemas/dates.ts';

/** A day named in a text. `year` is null where the text leaves it to be understood. */
export interface NamedDay {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

const NAME = String.raw`(?<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?`;
const YEAR = String.raw`(?<year>(?:19|20|21)\d{2})`;

/** Small letters are no month: "may 3 of them". */
const PATTERNS = [
  String.raw`\b${NAME}\s{1,3}(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s{1,3}${YEAR}\b)?`,
  String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s{1,3}day)?\s{1,3}(?:of\s{1,3})?${NAME}(?:,?\s{1,3}${YEAR}\b)?`,
  String.raw`(?<![\d/-])(?<month>\d{1,2})(?<mark>[/-])(?<day>\d{1,2})\k<mark>(?<year>(?:19|20|21)\d{2}|\d{2})(?![\d/-])`,
  String.raw`(?<![\d/-])${YEAR}-(?<month>\d{2})-(?<day>\d{2})(?![\d-])`,
].map((source) => new RegExp(source, 'g'));

/** A two-digit year up to this one is of the 2000s. */
const PIVOT = 40;

/** Every day that `text` names with month and day, in order. Impossible days are none. */
export function daysNamedIn(text: string): NamedDay[] {
  if (!/\d/.test(text)) return [];
  const found: NamedDay[] = [];
  for (const pattern of PATTERNS) {
    for (const m of text.matchAll(pattern)) {
      const { name, year: y, month: n, day: d } = m.groups ?? {};
      const month = name === undefined ? Number(n) : monthOf(name);
      const day = Number(d);
      const year = y === undefined ? null : y.length === 2 ? century(Number(y)) : Number(y);
      if (month < 1 || month > 12 || day < 1 || day > daysIn(year ?? 2000, month)) continue;
      const at = { start: m.index, end: m.index + m[0].length };
      if (found.some((f) => at.start < f.end && f.start < at.end)) continue;
      found.push({ ...at, year, month, day });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const century = (year: number): number => (year <= PIVOT ? 2000 : 1900) + year;

function monthOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((m) => m.toLowerCase().startsWith(start)) + 1;
}

/** Whether `text` says when: a day, a month or a year. */
export function saysWhen(text: string): boolean {
  if (daysNamedIn(text).length > 0) return true;
  const months = MONTHS.filter((m) => m !== 'May').join('|');
  return new RegExp(
    String.raw`\b(?:${months})\b|\b(?:in|of|since|early|late|mid-?|last) May\b|\b(?:19|20)\d{2}\b`,
  ).test(text);
}

/** 2024-05-28 as "May 28, 2024"; without the year where `year` is false. */
export function inWords(iso: string, year = true): string {
  const [y = '', m = '', d = ''] = iso.split('-');
  return `${MONTHS[Number(m) - 1] ?? ''} ${Number(d)}${year ? `, ${y}` : ''}`;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** As YYYY-MM-DD; a year that is left out is taken from `around`, such a date. */
export function isoOf({ year, month, day }: NamedDay, around: string): string {
  return `${year ?? around.slice(0, 4)}-${two(month)}-${two(day)}`;
}
