import { type Read, type Reading, read } from '../text/reading.ts';

/**
 * A docket number as courts write them: office and year, the kind of case, a serial number, the judges' initials.
 * `3:20-cv-057-MPM-RP`, `14 C 5518`, `23 Civ. 6127 (VLM) (EWS)`, `8:10CV241`, `C-11-05218 MKD (CDE)`,
 * `CV 18-907 JLT/XRV`, `3:13-0977`.
 */
const KIND = '(?:cv|civ|cr|mc|md|ml|ap|bk|mj|c)';
const INITIALS =
  '(?:-[A-Z]{2,}[A-Z/-]{0,40}[A-Z]|-[A-Z]{1,4}\\d?(?![a-z\\w])|\\s?\\([A-Z]{1,5}(?:[/-][A-Z]{1,5})?x?\\)|\\s[A-Z]{2,4}/[A-Z]{2,4}(?![\\w])|\\s[A-Z]{2,4}(?=\\s\\(|\\s(?:P|PC|AC)\\s)|\\s(?:PC|P|AC)(?=\\s(?![A-Z]\\.)))';
const NUMBER = new RegExp(
  `(?<![\\w:./-])(?:` +
    [
      `(?:[A-Z]{1,3}-)?(?:\\d{1,2}:)?\\d{2,4}[- ]?${KIND}\\.?[- ]?\\d{2,6}`,
      `\\d{1,2}:\\d{2}-\\d{3,6}`,
      `\\d{2}-\\d{4,6}-?${KIND}`,
      `(?:CV|C|Civ\\.|CIV)[- .]\\s?\\d{2,4}-\\d{3,6}`,
    ].join('|') +
    `)(?:${INITIALS}){0,4}`,
  'gi',
);

/** Whatever follows the label: offices' own forms, such as `17-6642 (DGP)` or `ELV-15-2279`. */
const LABELLED =
  /\b(?:(?:case|civil|cause|adv\.\s?proc\.|c\.?\s?a\.?|action|index|docket)\s{0,3}(?:action\s{0,3})?(?:file\s{0,3})?(?:no\.?|number|nos\.?)?|no\.)\s{0,3}[:#]?\s{1,4}((?:[A-Z]{1,4}-?)?\d[\w:.-]{0,24}-\d[\w-]{1,40}(?:\/[A-Z-]{2,30})?(?:\s?\([A-Z]{1,5}(?:\/[A-Z]{1,5})?x?\)|\s[A-Z]{2,4}[-/][A-Z]{2,4}(?!\w)|\sP(?=\s)|\s[A-Z]{2,4}(?=\s\()){0,3}|[A-Z]{1,4}-\d{2}-\d{2,6}[\w-]{0,20})/gi;

/** Every number of a case in the text, with what speaks for its being this case's. */
function numbers(r: Reading): Read<string>[] {
  const found: Read<string>[] = [];
  for (const m of r.text.matchAll(NUMBER)) {
    const before = r.text.slice(Math.max(0, m.index - 40), m.index);
    const words = m[0].replace(/\s+/g, ' ').trim();
    const after = r.text.slice(m.index + m[0].length, m.index + m[0].length + 24);
    if (!/\d/.test(words) || /(?:Dkt|Doc|ECF|U\.S\.C|F\.\s?\d?d?)\.?\s*(?:No\.)?\s*$/i.test(before)) continue;
    const page = /^case\s*$/i.test(before.slice(-5)) && /^\s{1,9}(?:Document|Doc)\b/i.test(after);
    const called = /(?:\bno|\bnumber|\bnos|\bcase|\baction)[.:#]*\s*$/i.test(before);
    const other =
      /\b(?:related|see|also|member|transferred)\s(?:case|action)?\s?(?:no\.?|number)?:?\s*$/i.test(before) ||
      /\b[A-Z]{4}\s(?:Case|CASE)\s(?:No|NO)\.?\s*$/.test(before);
    const early = m.index < 2500 || m.index < r.text.length / 3;
    found.push(
      read(
        words,
        m.index,
        m.index + m[0].length,
        page ? 0.5 : other ? 0.3 : called ? (early ? 0.97 : 0.6) : early ? 0.85 : 0.4,
      ),
    );
  }
  for (const m of r.text.slice(0, 8000).matchAll(LABELLED)) {
    const words = (m[1] ?? '').replace(/\s+/g, ' ').trim();
    const start = m.index + m[0].length - (m[1]?.length ?? 0);
    if (
      /\b(?:Dkt|Doc|Docket|ECF)\.?\s*$/i.test(r.text.slice(Math.max(0, m.index - 8), m.index)) ||
      /^docket/i.test(m[0])
    )
      continue;
    if (found.some((f) => f.start < start + words.length && start < f.end) || /^\d{3}-\d{4}$/.test(words))
      continue;
    found.push(read(words, start, start + words.length, m.index < 2500 ? 0.9 : 0.4));
  }
  return adversary(r, found);
}

/** In an adversary proceeding the debtor's own case stands in the caption too; the proceeding's number counts. */
function adversary(r: Reading, found: readonly Read<string>[]): Read<string>[] {
  const called = (n: Read<string>): boolean =>
    /\badv(?:ersary|\.)\s?(?:proceeding|proc|pro|case|no)\b[^\d]{0,40}$/i.test(
      r.text.slice(Math.max(0, n.start - 200), n.start).replace(/\s+/g, ' '),
    );
  const [own] = found.filter((n) => n.start < 3000 && called(n));
  if (!own) return [...found];
  return found.map((n) =>
    called(n) && n.value === own.value
      ? { ...n, confidence: 0.98 }
      : { ...n, confidence: Math.min(0.45, n.confidence) },
  );
}

export function caseNumberIn(r: Reading): Read<string> | null {
  let best: Read<string> | null = null;
  for (const n of numbers(r)) if (best === null || n.confidence > best.confidence) best = n;
  return best !== null && best.confidence >= 0.5 ? best : null;
}

/** Numbers that head the text as its own and are not forms of one another: an order for several cases. */
export function severalCases(r: Reading): Read<string>[] {
  const distinct: Read<string>[] = [];
  for (const n of numbers(r)) {
    if (n.confidence >= 0.85 && !distinct.some((d) => digits(d.value) === digits(n.value))) distinct.push(n);
  }
  return distinct;
}

/** The serial number without leading zeros. */
const digits = (number: string): string =>
  (/(\d{2,6})\D*$/.exec(number.replace(/^\d{1,2}:/, ''))?.[1] ?? number).replace(/^0+/, '');
