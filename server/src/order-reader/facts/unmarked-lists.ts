import { HOLDS } from '../text/holds.ts';
import type { Item, List } from '../text/lists.ts';
import type { Reading } from '../text/reading.ts';

/** Longer paragraphs are no entries. Characters. */
const LONGEST = 260;
/** More entries than this are no list of topics. */
const MOST = 16;

/** Words behind which a list goes on without a colon: "It shall tell the Court about", "The memorandum must". */
const OPEN_END = new RegExp(
  `\\b(?:shall|must|should|about|that|${HOLDS}|the following)(?: (?:the following|the court|candidly|succinctly|briefly))?\\s*$`,
  'i',
);
/** "Contents of the statement" as a heading. */
const TITLE = /^(?:required )?contents? of (?:the|each|a|your) [\w ]{3,40}:?$/i;
/** What begins so is an order or a form's part, not a topic. */
const NO_ENTRY =
  /^(?:do not|don't|please|nothing|no (?:exhibits?|attachments?|party|one|more|later)|exhibits?|attachments?|it is|so ordered|dated|failure|the (?:letter|statement|memorand\w+|brief|summary|submission|report)s?\b|(?:all|any|each|every|these|those|such) (?:part(?:y|ies)|counsel|person|letters?|statements?|memoranda|briefs?|submissions?)|(?:persons?|counsel|parties)\b[^.]{0,60}\b(?:shall|must|should|will|are)\b|if\b|on or before|not? later|by (?:\w+day|[A-Z])|in addition|section|case \d|united states|\W*$)/i;
const MARKED = /^(?:-|\(?[a-zA-Z\d]{1,4}[.)]|#|\u00a7)\s?/;
const DUTY = /\b(?:shall|must|is to|are to)\b/;
const CAPITALS = /^[^a-z]*[A-Z]{3}[^a-z]*$/;

interface Line {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands on the line before it. */
  readonly apart: boolean;
}

/**
 * Lists whose entries bear no mark: each on a line or in a paragraph of its own behind words that lead to them. Marks
 * are often lost when a PDF becomes text, and some orders only indent.
 */
export function unmarkedLists(r: Reading): List[] {
  const lines = linesOf(r.lines);
  const found: List[] = [];
  for (const [i, line] of lines.entries()) {
    const lead = leadWords(lines, i);
    const colon = /:$/.test(line.words);
    if (!colon && !OPEN_END.test(line.words) && !TITLE.test(line.words)) continue;
    if (!new RegExp(`\\b(?:${HOLDS}|shall|must|contents?|topics|it:?)\\b|\\bin it\\b`, 'i').test(lead))
      continue;
    const capitals =
      colon &&
      /\b(?:headings?|captions?|titles?|sections?|parts)\b/i.test(lead) &&
      CAPITALS.test(lines[i + 1]?.words ?? '');
    const items = capitals ? inCapitals(lines, i + 1) : entries(lines, i + 1, colon);
    if (items.length >= 2) found.push({ style: '-', items });
  }
  return found;
}

/** The line with the one before it, whose sentence it may end. */
const leadWords = (lines: readonly Line[], i: number): string =>
  `${lines[i]?.apart ? '' : (lines[i - 1]?.words ?? '')} ${lines[i]?.words ?? ''}`;

function linesOf(text: string): Line[] {
  const found: Line[] = [];
  let at = 0;
  let apart = true;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const start = at + line.indexOf(words);
    if (words !== '') found.push({ words, start, end: start + words.length, apart });
    apart = words === '';
    at += line.length + 1;
  }
  return found;
}

/** Entries from a line on. Where the first ends with a comma or a semicolon, the one that ends with a point is the last. */
function entries(lines: readonly Line[], from: number, colon: boolean): Item[] {
  const items: Item[] = [];
  let separated = false;
  let close = true;
  for (let i = from; i < lines.length && items.length < MOST; i++) {
    const line = lines[i];
    if (!line || stops(line.words)) break;
    // Entries close upon one another end where a line stands apart.
    if (line.apart && items.length >= 3 && close && /[.?!;]$/.test(lines[i - 1]?.words ?? '')) break;
    if (line.apart && items.length > 0) close = false;
    if (i === from && !colon && !/^[a-z]/.test(line.words) && !line.apart) break;
    let end = line.end;
    let words = line.words;
    // An entry that runs over its line, or has its label on a line of its own.
    while (i + 1 < lines.length && !lines[i + 1]?.apart && runsOver(words) && words.length < LONGEST) {
      const next = lines[++i];
      if (!next) break;
      end = next.end;
      words += ` ${next.words}`;
    }
    if (words.length > LONGEST || stops(words)) break;
    items.push({ mark: '-', from: line.start, start: line.start, end });
    const joint = /[;,](?:\s*(?:and|or))?$/.test(words);
    if (items.length === 1) separated = joint;
    if (separated && !joint) break;
  }
  return items;
}

/** Headings in capitals, each on a line of its own. */
function inCapitals(lines: readonly Line[], from: number): Item[] {
  const items: Item[] = [];
  for (const line of lines.slice(from, from + MOST)) {
    if (!CAPITALS.test(line.words) || MARKED.test(line.words) || line.words.length > 90) break;
    if (items.length > 1 && line.apart && !lines[from + 1]?.apart) break;
    items.push({ mark: '-', from: line.start, start: line.start, end: line.end });
  }
  return items;
}

const runsOver = (words: string): boolean => !/(?:[.;?!]|[;,]\s*and|,)$/.test(words);

const stops = (words: string): boolean =>
  MARKED.test(words) ||
  CAPITALS.test(words) ||
  NO_ENTRY.test(words) ||
  (DUTY.test(words) && /^(?:the|each|all|every|plaintiff|defendant|a|no)\b/i.test(words)) ||
  /@|_{3}|\/s\//.test(words);
