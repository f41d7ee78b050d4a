/** A sentence; offsets into the clean text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Its words with every run of blanks as one. Not for offsets. */
  readonly words: string;
  /** Number of the paragraph (stretch between blank lines, or line that stands for itself). */
  readonly block: number;
}

/** Words before a point that ends no sentence. */
const ABBREVIATION =
  /(?:\b(?:mr|mrs|ms|dr|hon|no|nos|jr|sr|st|ave|blvd|rm|ste|dept|fed|r|civ|p|evid|crim|app|inc|co|corp|ltd|llc|l|bros|dkt|doc|vs?|al|etc|e\.g|i\.e|u\.s|u\.s\.c|a\.m|p\.m|s\.d|n\.d|e\.d|w\.d|m\.d|c\.d|cal|ill|ind|mich|miss|neb|nev|conn|mass|tenn|tex|wash|wis|minn|mo|pa|va|fla|ga|ala|la|ky|okla|ariz|colo|del|d|w|s|n|e|c|l\.r|lr|art|sec|para|esq|ph|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|ext|tel|min|ch|cf|id|ex|ed|eq|approx|assn|dist|jud|ct|magis|mag|supp|cmty|univ)|(?:^|\s)[A-Z]|\b[A-Z]\.[A-Z])\.$/i;

/** Source text with line breaks that only wrap a paragraph turned into blanks. Same length, so offsets hold. */
export function unwrap(text: string): string {
  const lines = text.split('\n');
  const out: string[] = [];
  for (const [i, line] of lines.entries()) {
    out.push(line);
    const next = lines[i + 1];
    if (next === undefined) break;
    out.push(endsBlock(line, next) && !runsOn(lines, i) ? '\n' : ' ');
  }
  return out.join('');
}

/** A sentence that a page break parts: nothing ends before the gap, and what follows goes on in small letters. */
function runsOn(lines: readonly string[], i: number): boolean {
  let before = i;
  while (before > 0 && i - before < 8 && lines[before]?.trim() === '') before--;
  let after = i + 1;
  while (after < lines.length - 1 && after - i < 9 && lines[after]?.trim() === '') after++;
  // Nothing stands between them: then they are parted for a reason of their own.
  if (before === i && after === i + 1) return false;
  return (
    /[a-z,)\d]\s*$/.test(lines[before] ?? '') &&
    (lines[before] ?? '').length > 40 &&
    (/^[a-z]{2}/.test(lines[after]?.trimStart() ?? '') ||
      (/\b(?:before|by|of|on|to|than|at|and|or|the|an?)\s*$/.test(lines[before] ?? '') &&
        /^[\dA-Z]/.test(lines[after]?.trimStart() ?? '')))
  );
}

const MARKED =
  /^\s{0,80}(?:[-]\s?\S|#|\(?[a-zA-Z]{1,4}\)\s|\(?\d{1,2}\)\s|\d{1,2}\.\s|[A-HJ-L]\.\s|[IVX]{1,5}\.\s|[a-z]\.\s|[ivx]{2,5}\.\s|\u00a7)/;

/** A row of a table, by its bars or by a gap before the day at its end. */
const ROW = /^\s*\||\S\s*\|\s*$|\S {4,200}(?! )[^\n]{0,120}(?:\b\d{4}|\bnoon|[ap]\.?m\.?)\s*$/i;
/** A form goes on behind its boxes: "and shall include:". */
const GOES_ON = /^\s*(?:and\s+)?(?:shall|must|should|is to|are to)\b[^.;]{0,80}:\s*$/i;

function endsBlock(line: string, next: string): boolean {
  if (line.trim() === '' || next.trim() === '') return true;
  if (ROW.test(line) && ROW.test(next)) return true;
  if (GOES_ON.test(next) && /^\s*-/.test(line)) return true;
  if (/^\s*#/.test(line) || /^\s*#/.test(next)) return true;
  // A number that only happens to begin a line belongs to its sentence: "not to exceed five / (5) pages".
  if (
    MARKED.test(next) &&
    (/[.:;,?!)"'\]]\s*$|\b(?:and|or)\s*$/i.test(line) || line.length < 60 || /^\s*-/.test(next))
  )
    return true;
  if (/^\s*\S[^.]{2,78}:\s*$/.test(line) && /^\s*[A-Z]/.test(next) && line.length < 40) return true;
  return isHeading(line) !== isHeading(next);
}

/** A line in capitals only. */
const isHeading = (line: string): boolean => /[A-Z]{3}/.test(line) && !/[a-z]/.test(line) && line.length < 90;

/** Sentences of an unwrapped text. A colon or a semicolon ends none. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let block = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    for (const [start, end] of bounded(ends(line))) {
      const words = line.slice(start, end).replace(/\s+/g, ' ').trim();
      if (words !== '') found.push({ start: at + start, end: at + end, words, block });
    }
    at += line.length + 1;
    block++;
  }
  return found;
}

/** Longer than any sentence of an order; what is asked of each word of a sentence would take the square of its length. */
const LONGEST = 4000;

/** Sentences without an end, as a file that is no order may hold, in pieces. */
function* bounded(found: Iterable<[number, number]>): Generator<[number, number]> {
  for (const [start, end] of found) {
    for (let from = start; from < end; from += LONGEST) yield [from, Math.min(end, from + LONGEST)];
  }
}

function* ends(line: string): Generator<[number, number]> {
  let from = 0;
  for (const m of line.matchAll(/[.?!]["')\]]{0,3}(?=\s)/g)) {
    const end = m.index + m[0].length;
    const before = line.slice(Math.max(from, m.index - 14), m.index + 1);
    const after = /^\s+(\S{1,20})/.exec(line.slice(end, end + 120))?.[1] ?? '';
    if (m[0].startsWith('.') && ABBREVIATION.test(before)) {
      // "et al." and "a.m." may end a sentence after all; then a word that begins one follows.
      if (!/(?:a\.m|p\.m|al|inc|co|corp|etc|p)\.$/i.test(before) || !OPENER.test(after)) continue;
    }
    if (m[0].startsWith('.') && isMark(line.slice(Math.max(0, m.index - 14), m.index + 1))) continue;
    if (/^[a-z]/.test(after) && !/^[ivx]{1,5}\.$/.test(after)) continue;
    yield [from, end];
    from = end;
  }
  if (from < line.length) yield [from, line.length];
}

/** The point behind an entry's number. */
const isMark = (tail: string): boolean =>
  /(?:^\s*|[.:;,?!)"]\s{1,4}(?:and\s|or\s)?|[A-Z]{3}\s)(?:\d{1,2}|[A-Za-z]|[IVX]{1,5}|[ivx]{2,5})\.$/.test(
    tail,
  );

const OPENER =
  /^(?:The|This|That|These|Those|Each|Every|All|Any|No|Neither|It|If|In|On|By|At|Counsel|Plaintiffs?|Defendants?|Parties|A|An|Letters?|Statements?|Not|Please|Where|When|Should|You|Your|I|To|Lead|Trial|Persons?|Failure|So|For|Do|Do|\d{1,2}\.|[A-Z]\.|\(\d|\([a-z])/;
