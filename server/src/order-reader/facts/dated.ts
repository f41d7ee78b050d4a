import { type Read, type Reading, read } from '../text/reading.ts';

/** The day on which the order was made: beside the signature, or in the docket's entry. */
export function orderDateIn(r: Reading): Read<string> | null {
  let best: Read<string> | null = null;
  for (const day of r.days) {
    if (day.guessedYear || day.time) continue;
    const before = r.text.slice(Math.max(0, day.start - 90), day.start).replace(/\s+/g, ' ');
    const after = r.text.slice(day.end, day.end + 90).replace(/\s+/g, ' ');
    const confidence = confidenceOf(r, before, after, day.start);
    if (confidence > 0 && (best === null || confidence > best.confidence)) {
      best = read(day.date, day.start, day.end, confidence);
    }
  }
  return best;
}

function confidenceOf(r: Reading, before: string, after: string, at: number): number {
  const late = at > r.text.length * 0.5;
  if (/\(entered:?\s*$/i.test(before)) return 0.6;
  if (/\b(?:by|before|than|until|on or before)\s*(?:\w+day,?\s*)?$/i.test(before)) return 0;
  if (
    /\b(?:dated|date:|enter:|entered|issued|done and ordered|so ordered|signed)\b[^.;]{0,60}?(?:this |the |on |at |in )*(?:the )?(?:day of )?$/i.test(
      before.slice(-62),
    ) &&
    late &&
    !/\bupdated|\bcertify|\bserved\b/i.test(before)
  )
    return 0.97;
  if (
    /\b(?:so ordered|ordered|dated|entered|done)\b[^;]{0,70}$/i.test(before) &&
    late &&
    !/\b(?:by|before|than|until)\s*$/i.test(before)
  )
    return 0.9;
  if (/\bthis\s*(?:the )?$/i.test(before) && (late || /\bAND NOW,? this\s*(?:the )?$/i.test(before)))
    return 0.95;
  if (/\bsigned by\b.{0,70}\bon\s*$/i.test(before)) return 0.87;
  if (/\bentry (?:was )?made\b[^.;]{0,40}\bon\s*(?:\w+day,?\s*)?$/i.test(before)) return 0.85;
  if (/\bdate filed:?\s*$/i.test(before)) return 0.85;
  if (/\b(?:dated|entered):?\s*(?:\w+ ){0,4}$/i.test(before.slice(-40))) return 0.85;
  if (/\bsigned by\b.{0,70}\bon\s*$/i.test(before)) return 0.8;
  if (/^\W{0,4}(?:BY THE COURT|IT IS SO ORDERED|\/s\/|s\/|_{2,})/i.test(after) && late) return 0.85;
  if (/^\W{0,4}(?:[A-Z][\w.'-]+ ){2,5}(?:chief )?(?:united states|u\.s\.)/i.test(after) && late) return 0.7;
  if (/\b(?:revised|amended|adopted|rev\.):?(?: on| as of)?\s*$/i.test(before) && (late || at < 600))
    return 0.7;
  if (at < 1500 && inColumn(r, at)) return 0.6;
  if (aloneOnLine(r, at)) {
    if (r.text.length - at < 400) return 0.8;
    if (at < 1500) return 0.65;
  }
  return 0;
}

/** Beside the parties, behind the caption's frame, with nothing else on its line. */
function inColumn(r: Reading, at: number): boolean {
  const start = r.lines.lastIndexOf('\n', at - 1) + 1;
  const stop = r.lines.indexOf('\n', at);
  return (
    /[:)|\u00a7]\s*$/.test(r.lines.slice(start, at)) &&
    /^[A-Z][a-z]+\.? \d{1,2}, \d{4}\s*$/.test(r.lines.slice(at, stop < 0 ? undefined : stop))
  );
}

/** A line that holds nothing but the day. */
function aloneOnLine(r: Reading, at: number): boolean {
  const start = r.lines.lastIndexOf('\n', at - 1) + 1;
  const stop = r.lines.indexOf('\n', at);
  const line = r.lines.slice(start, stop < 0 ? r.lines.length : stop).trim();
  return (
    line.length <= 24 && /^(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})\.?$/.test(line)
  );
}
