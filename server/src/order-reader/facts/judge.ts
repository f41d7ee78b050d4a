import { type Read, type Reading, read } from '../text/reading.ts';
import { nameOf, surname } from './judge-name.ts';

const INITIAL = '[A-Z](?:\\.|(?=\\s))';
const WORD = "(?:[A-Z][\\p{Ll}']+(?:-?[A-Z][\\p{Ll}]+)*|(?:Mc|Mac)[A-Z]{2,}|[A-Z][A-Z'-]+[A-Z])";
/** A person's name: two to five words or initials. */
const NAME = `(?<![\\p{L}\\d-])(?:${WORD}|${INITIAL})(?:(?: {1,4}|\\n)(?:${WORD}(?:-${WORD})*|${INITIAL}|de|la|van|von|del)){0,4}(?:,?\\s(?:Jr|Sr)\\.?|,?\\s(?:II|III|IV)\\b)?`;
const TITLE =
  '(?:(?:the\\s+)?(?:honorable|hon\\.)\\s+)?(?:chief\\s+|senior\\s+)?(?:united\\s+states\\s+|u\\.\\s?s\\.\\s+)?(?:chief\\s+|senior\\s+)?(?:district\\s+|magistrate\\s+|bankruptcy\\s+)?judge\\s{1,3}';
const TITLED = new RegExp(
  `\\b(?:${ignoreCase(TITLE)}|[Tt]he\\s+[Hh]onorable\\s+|THE\\s+HONORABLE\\s+|Hon\\.\\s+)(${NAME})`,
  'gu',
);
const OFFICE =
  '(?:chief\\s+|senior\\s+)?(?:united\\s+states\\s+|u\\.\\s?s\\.\\s+)(?:chief\\s+)?(?:magistrate|district|bankruptcy)\\s+judge|chief\\s+magistrate\\s+judge|magistrate\\s+judge|u\\.s\\.m\\.j\\.';
/** "NAME, United States Magistrate Judge": the head of an order, or a signature. */
const SIGNED = new RegExp(`(${NAME})\\s{0,4},?\\s{1,40}(?:${ignoreCase(OFFICE)})(?!\\w)`, 'gu');

/** Lower and upper case of a pattern's letters, for patterns in which the case of names matters. */
function ignoreCase(source: string): string {
  return source.replace(/\\.|[a-z]/g, (c) => (c.startsWith('\\') ? c : `[${c}${c.toUpperCase()}]`));
}

const OWN =
  /\b(?:undersigned,? (?:\w+ ){0,3}(?:will|shall|has agreed|mediate|conduct|hold|preside)|before the undersigned|with the undersigned|to the undersigned (?:for|to)|asked the undersigned|undersigned will|appear before me|referred (?:this \w+ )?to me|I will (?:hold|conduct|mediate|confer|meet)|matter is before me|the undersigned (?:uses|wishes)|write to me)\b/i;

interface Named {
  name: string;
  score: number;
  start: number;
  end: number;
}

/**
 * The judge who holds the conference. Who signs is that judge unless the text says that another holds it; who keeps
 * the case, or referred it, is not.
 */
export function judgeIn(r: Reading): Read<string> | null {
  const found = new Map<string, Named>();
  const add = (raw: string, score: number, start: number): void => {
    const name = nameOf(raw);
    if (name === null) return;
    const place = within(raw, name, start);
    const key = surname(name).toLowerCase();
    const known = found.get(key);
    if (!known) found.set(key, { name, score, ...place });
    else {
      known.score += score;
      if (name.length > known.name.length && name.length < 50) {
        known.name = name;
        known.start = place.start;
        known.end = place.end;
      }
    }
  };
  for (const m of r.text.matchAll(TITLED)) {
    const at = m.index + m[0].length - (m[1]?.length ?? 0);
    add(m[1] ?? '', role(r.text, m.index, m.index + m[0].length), at);
  }
  // "The undersigned will hold ...", "before me": who signs holds it.
  const own = OWN.test(r.text);
  for (const m of r.text.matchAll(SIGNED)) {
    add(m[1] ?? '', own ? 6 : 2, m.index);
  }
  if (found.size === 0) fromAddress(r, add);
  let best: Named | undefined;
  for (const n of found.values()) if (!best || n.score > best.score) best = n;
  if (!best || best.score < 1) return null;
  const rival = [...found.values()].some((n) => n !== best && n.score >= (best?.score ?? 0) - 1);
  return read(best.name, best.start, best.end, rival ? 0.6 : 0.95);
}

/** Where a name stands in the words that it was taken from, which begin at `start`. */
function within(raw: string, name: string, start: number): { start: number; end: number } {
  const words = name.toLowerCase().split(' ');
  const text = raw.toLowerCase();
  const last = words.at(-1) ?? '';
  const end = text.lastIndexOf(last);
  const from = text.lastIndexOf(words[0] ?? '', end);
  return from < 0 || end < 0
    ? { start, end: start + raw.length }
    : { start: start + from, end: start + end + last.length };
}

/** What the words around a judge's name say of the part that the judge has. */
function role(text: string, start: number, end: number): number {
  const before = text.slice(Math.max(0, start - 90), start).replace(/\s+/g, ' ');
  const after = text.slice(end, end + 90).replace(/\s+/g, ' ');
  let score = 1;
  if (/\b(?:before|with|held by|conducted by)\s*(?:the )?$/i.test(before)) score += 3;
  if (
    /\b(?:shared with|(?:repeated|told|reported|revealed|disclosed) to|referral by|(?:referred|assigned)[^.]{0,50} by|known to|shown to)\s*(?:the )?$/i.test(
      before,
    )
  )
    score -= 6;
  if (/\bsigned by\s*$/i.test(before)) score -= 2;
  if (/\b(?:referred|sent|sends|refers|assigned for settlement|asked)\b[^.]{0,40}(?:to )?$/i.test(before))
    score += 4;
  if (
    /^[^.;]{0,20}\b(?:will|shall|has [a-z ]{0,12}agreed to|is to|holds?|conducts?|presides?|convenes?)\b[^.]{0,24}\b(?:hold|conduct|preside|convene|mediate|do so|conference|settle|hears?|it)/i.test(
      after,
    )
  )
    score += 5;
  if (/\bundersigned,?\s*$/i.test(before)) score += 6;
  if (/\bsettlement (?:conference )?(?:judge|before|with)[^.]{0,20}$/i.test(before)) score += 2;
  const given = /^[^.;]{0,60}\bfor (?:an? |the )?(?:judicial )?(?:settlement|mediation)\b/i.test(after);
  if (given && /\bassigned to\s*(?:the )?$/i.test(before)) score += 5;
  else if (
    /\b(?:assigned|trial|presiding|referring) (?:judge|to)\s*$|\bto whom the case is\b|\bhearing before\s*$|\bpretrial conference before\s*$/i.test(
      before,
    )
  )
    score -= 6;
  if (
    /^,? who (?:will |is to )?(?:decide|try|preside|hear|rule)\w*\b|^[^.;]{0,12}\b(?:keeps|retains|has sent|has referred|has set|has granted|referred|stands|has asked the undersigned|has been informed)|^\s?, to whom/i.test(
      after,
    )
  )
    score -= 6;
  return score;
}

/** Where no judge is named, the chambers' address may: Chambers_of_Magistrate_Judge_Bell@... */
function fromAddress(r: Reading, add: (raw: string, score: number, start: number) => void): void {
  for (const m of r.text.matchAll(
    /\b[\w.]{0,40}Judge[_.]?([A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20})?)[\w.]{0,30}@/g,
  )) {
    add(m[1] ?? '', 1, m.index + m[0].indexOf(m[1] ?? ''));
  }
}
