import type { Span } from '../../letter/span.ts';
import { daysNamedIn } from './dates-in-text.ts';
import { partOf, perChunk } from './per-chunk.ts';

/** Something that Fed. R. Civ. P. 5.2(a) keeps out of court papers, relative to the chunk. */
export interface Identifier {
  readonly kind: 'ssn' | 'taxpayer' | 'account' | 'birth';
  readonly span: Span;
  /** `span.start` before it was moved to the letter's. */
  readonly start: number;
  /** What may stand instead, from `start` to the end of the span; none where marks of Markdown stand in it. */
  readonly edit: { readonly start: number; readonly text: string } | undefined;
}

interface Hit {
  readonly kind: Identifier['kind'];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What may stand instead of more than the hit, from there to its end. */
  readonly wide?: { readonly from: number; readonly text: string };
}

export const identifiersIn = perChunk<Identifier>(
  (text) => /\d/.test(text) && /\d{3}|\bborn\b|birth|\bd\/?o\/?b\b/i.test(text),
  (prose, chunk) =>
    hitsIn(prose.text).map((hit) => {
      const span = partOf(prose, hit.start, hit.end);
      // An edit across the end of an emphasis would leave half of its marks behind.
      const plain = (from: number, at: Span): boolean =>
        chunk.text.slice(at.start, at.end) === prose.text.slice(from, hit.end);
      const wide = hit.wide && { ...hit.wide, at: partOf(prose, hit.wide.from, hit.end) };
      const edit =
        wide && plain(wide.from, wide.at)
          ? { start: wide.at.start, text: wide.text }
          : plain(hit.start, span)
            ? { start: span.start, text: hit.text }
            : undefined;
      return { kind: hit.kind, span, start: span.start, edit };
    }),
);

/** All that identifies a person in one block of text. */
export function hitsIn(text: string): Hit[] {
  const found: Hit[] = [];
  const add = (hit: Hit): void => {
    if (!found.some((f) => hit.start < f.end && f.start < hit.end)) found.push(hit);
  };
  for (const hit of [...numbers(text), ...accounts(text), ...cards(text), ...births(text)]) add(hit);
  return found.sort((a, b) => a.start - b.start);
}

/** Three, two and four digits are a social security number, unless the words before say what else. */
const SSN = /(?<![\p{L}\d#-])(\d{3})([-\u2010-\u2013 .]?)(\d{2})\2(\d{4})(?![\p{L}\d]|-\d)/gu;
const EIN = /(?<![\p{L}\d#-])(\d{2})[-\u2010-\u2013 ]?(\d{7})(?![\p{L}\d]|-\d)/gu;
const SSN_LABEL =
  /\b(?:s\.?s\.?n\.?|soc(?:ial|\.)? ?sec(?:urity|\.)?)\b[^.;\d]{0,60}$|\bss(?: ?#| no\.?)[^.;\d]{0,20}$/i;
const TAX_LABEL =
  /\b(?:e\.?i\.?n\.?|t\.?i\.?n\.?|i\.?t\.?i\.?n\.?|tax(?:payer)?[- ]?(?:i\.?d\.?|identification)|employer identification|federal (?:tax )?i\.?d\.?)(?![\p{L}])[^.;\d]{0,50}$/iu;
const OTHER_NUMBER =
  /\b(?:invoice|policy|claim|part|order|model|serial|file|case|docket|index|check|cheque|bates|item|tracking|lot|ticket|permit|licen[sc]e|phone|tel|telephone|fax|cell|call|reference|ref|form|contract|p\.?o|purchase|product|catalog|sku|vin)\b\.?[^.;\d]{0,25}$|(?:\bnos?|#)\s{0,2}$/i;

function* numbers(text: string): Generator<Hit> {
  for (const m of text.matchAll(SSN)) {
    const [whole, area = '', mark = '', , last = ''] = m;
    const before = label(text, m.index);
    const tax = TAX_LABEL.test(before);
    const labelled = SSN_LABEL.test(before) || tax;
    // Without a label only the form with hyphens is sure, in the ranges that were ever given out.
    const plain = /[-\u2010-\u2013]/.test(mark) && !/^(?:000|666)/.test(area) && !OTHER_NUMBER.test(before);
    if (!labelled && !plain) continue;
    const kind = tax && !SSN_LABEL.test(before) ? 'taxpayer' : 'ssn';
    yield { kind, start: m.index, end: m.index + whole.length, text: `XXX-XX-${last}` };
  }
  for (const m of text.matchAll(EIN)) {
    if (!TAX_LABEL.test(label(text, m.index))) continue;
    const last = (m[2] ?? '').slice(3);
    yield { kind: 'taxpayer', start: m.index, end: m.index + m[0].length, text: `XX-XXX${last}` };
  }
}

/** The words before a number; the point of "No." ends no sentence. */
const label = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 90), at)
    .replace(/\s+/g, ' ')
    .replace(/\b(nos?|num)\./gi, '$1');

const ACCOUNT =
  /\b(?:acc(?:oun)?t\.?|iban|(?:credit|debit|bank) card)(?<named>\s{0,2}(?:numbers?|nos?\.?|num\.?|#|ID))?(?:\s{0,2}[:#,]|\s{1,2}(?:is|was|of|at|with|the|bank|holding|numbered))*\s{0,2}(?<number>(?:[A-Z]{2}\d{2}[ -]?)?\d(?:[ -]?\d){4,25})(?![\d/]|[.,]\d)/gi;
const FEWEST_DIGITS = 6;

function* accounts(text: string): Generator<Hit> {
  for (const m of text.matchAll(ACCOUNT)) {
    const { named, number = '' } = m.groups ?? {};
    const digits = number.replace(/\D/g, '');
    if (digits.length < FEWEST_DIGITS) continue;
    // "on account of 20192020": without the word number, years and short figures are none.
    if (named === undefined && (digits.length < 8 || /^(?:19|20)\d{2}[ -]?(?:19|20)\d{2}$/.test(number))) {
      continue;
    }
    const end = m.index + m[0].length;
    yield { kind: 'account', start: end - number.length, end, text: masked(digits) };
  }
}

const masked = (digits: string): string => 'X'.repeat(digits.length - 4) + digits.slice(-4);

const CARD = /(?<![\d-])\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?![\d-])/g;

function* cards(text: string): Generator<Hit> {
  for (const m of text.matchAll(CARD)) {
    const digits = m[0].replace(/\D/g, '');
    if (!checks(digits)) continue;
    yield { kind: 'account', start: m.index, end: m.index + m[0].length, text: masked(digits) };
  }
}

/** The check digit of card numbers (ISO/IEC 7812-1, Luhn). */
function checks(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const n = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += n > 9 ? n - 9 : n;
  }
  return sum % 10 === 0;
}

const BIRTH_LABEL =
  /(?:\bborn(?<born>,? on)?|\b(?:date|day) of birth|\bbirth[- ]?(?:date|day)|\bd\.?\/?o\.?\/?b\.?|\(b\.)(?:\s{0,2}[:,(]|\s(?:is|was|of|on|being))*\s{0,2}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?$/i;

function* births(text: string): Generator<Hit> {
  if (!/\bborn\b|birth|\bd\.?\/?o\.?\/?b|\(b\./i.test(text)) return;
  for (const { start, end, year } of daysNamedIn(text)) {
    if (year === null) continue;
    const before = text.slice(Math.max(0, start - 60), start);
    const found = BIRTH_LABEL.exec(before);
    if (!found) continue;
    const on = /\bborn,? (?<on>on )?$/i.exec(before);
    yield {
      kind: 'birth',
      start,
      end,
      text: String(year),
      ...(on ? { wide: { from: start - (on.groups?.on?.length ?? 0), text: `in ${year}` } } : {}),
    };
  }
}
