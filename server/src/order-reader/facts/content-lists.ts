import { HOLDS } from '../text/holds.ts';
import type { List } from '../text/lists.ts';
import type { Reading } from '../text/reading.ts';
import { unmarkedLists } from './unmarked-lists.ts';

/** A list of what a paper must hold, with the words that lead to it. Offsets into the clean text. */
export interface ContentList {
  readonly list: List;
  readonly leadStart: number;
  readonly lead: string;
  readonly start: number;
  readonly end: number;
}

const HOLDS_WORD = new RegExp(`\\b${HOLDS}\\b`, 'i');
const TURNS =
  /\b(?:the following|these (?:points|topics|questions|headings|matters|subjects|items|parts|directions|things)|under (?:separate|these|the following) headings|in this (?:order|sequence)|at (?:a )?minimum|no less than|at the least|belongs in it|goes in it|divided?|organi[sz]ed|following (?:information|topics|matters|headings|order|points|sections|subjects|items|questions)|observes? these|(?:learn|know|see) from|what (?:the|it|each|your) [\w ]{0,30}(?:says?|should say|must say|contains?|holds?|includes?)|contents?|(?:its|the) (?:subjects|topics|sections|parts) (?:are|shall be|should be|will be))\b/i;
const PAPER =
  /\b(?:letters?|statements?|memorand(?:um|a)|memos?|briefs?|summar(?:y|ies)|proposals?|submissions?|synopsis|papers?|reports?|responses?|form|in it|its (?:subjects|topics|sections|parts)|it (?:should|shall|must|will|may not|is to|need)|(?:should|must|shall|does|do) (?:it|they|we|you) (?:say|contain|include|cover|address|discuss|put|tell)|they (?:should|shall|must))\b/i;
/** Lists of other things: who comes, what to talk about, what is ordered, in what ways cases are settled. */
const NOT_CONTENTS =
  /\b(?:attend(?:s|ance|ed|ees)?|in person|appear(?:ance)?s?|bring|present at|required of|prepared to (?:discuss|address|talk)|ready to (?:discuss|talk)|ground rules|procedures shall|forms? (?:most|of adr|of alternative)|orders? (?:as follows|that)|ordered(?: that| as follows)?:?$|conditions|agree to|persons?|who must|forms used|used are|duties|steps|sanctions|may include,? but)\b/i;

/** The lists that say what a paper must hold. */
export function contentLists(r: Reading): ContentList[] {
  const found: ContentList[] = [];
  for (const list of r.lists) {
    const first = list.items[0];
    const last = list.items.at(-1);
    if (!first || !last) continue;
    const { lead, at } = leadOf(r, first.from);
    if (!leads(r, list, lead)) continue;
    found.push({ list, lead, leadStart: at, start: first.from, end: last.end });
  }
  for (const list of unmarkedLists(r)) {
    const first = list.items[0];
    const last = list.items.at(-1);
    if (!first || !last || found.some((f) => f.start < last.end && first.from < f.end)) continue;
    const { lead, at } = leadOf(r, first.from);
    if (leads(r, list, lead)) found.push({ list, lead, leadStart: at, start: first.from, end: last.end });
  }
  found.sort((a, b) => a.start - b.start);
  // A list within another belongs to its entry.
  return found.filter((a) => !found.some((b) => b !== a && b.start < a.start && a.end <= b.end));
}

/** The words before a list's first entry, back to where their sentence begins. */
function leadOf(r: Reading, from: number): { lead: string; at: number } {
  const floor = Math.max(0, from - 500);
  const before = r.text.slice(floor, from);
  let cut = 0;
  for (const m of before.matchAll(/[.?!]["')]{0,2}\s+(?=[A-Z("\u00a7\d])|\n\s*\n/g)) {
    const end = m.index + m[0].length;
    if (
      /(?:\b(?:No|Fed|R|Civ|P|Mr|Ms|Hon)|\b[A-Z]|a\.m|p\.m)\.$/.test(before.slice(0, m.index + 1)) &&
      !m[0].includes('\n')
    )
      continue;
    if (before.slice(end).replace(/[^A-Za-z]/g, '').length >= 3) cut = end;
  }
  // "What should it say? At a minimum:" leads as one.
  const question =
    cut > 0 && from - floor - cut < 60 ? /[^.?!\n]{3,120}\?\s*$/.exec(before.slice(0, cut)) : null;
  if (question) cut = question.index;
  return { lead: before.slice(cut).replace(/\s+/g, ' ').trim(), at: floor + cut };
}

function leads(r: Reading, list: List, lead: string): boolean {
  if (lead === '') return false;
  const paper = PAPER.test(lead);
  const holds = HOLDS_WORD.test(lead) || TURNS.test(lead);
  const duties = list.items.filter((i) => isDuty(r.text.slice(i.start, i.end))).length;
  if (duties > list.items.length / 2) return false;
  if (
    NOT_CONTENTS.test(lead) &&
    !/\b(?:letter|statement|memorandum|brief|summary)s?\b[^.]{0,80}$/i.test(lead)
  )
    return false;
  if (paper && holds) return true;
  const verbs = list.items.filter((i) => STARTS.test(r.text.slice(i.start, i.end))).length;
  if (paper && verbs > list.items.length / 2) return true;
  // "Contents": a heading or an imperative of its own.
  return (
    /^(?:#*\s*)?(?:[A-Z\dIVX]{1,4}[.)]\s*)?(?:required )?contents?\b/i.test(lead) ||
    /\bdivide it\b/i.test(lead) ||
    (holds &&
      /:\s*$/.test(lead) &&
      /^(?:please )?(?:discuss|address|include|state|describe|set out|set forth)\b/i.test(lead))
  );
}

/** "(4) shall summarize the facts", "first, tell the Court". */
const STARTS = new RegExp(
  `^\\s*(?:(?:it|they) )?(?:(?:shall|must|should|is to|are to|will) )?(?:also |briefly |be |not |attach |reach )*(?:${HOLDS}|[a-z-]+ed)\\b`,
  'i',
);

/** An entry that orders somebody to do something is no topic. */
const isDuty = (item: string): boolean =>
  /^\s*(?:[A-Z][\w'. ]{2,60}?\.\s+)?(?:(?:the|each|all|any|every|no|on|by|if|counsel|plaintiffs?|defendants?|parties)\b)[^.;]{0,90}\b(?:shall|must|is to|are to|will)\b/i.test(
    item,
  ) &&
  !/\b(?:what|which|who|how|whether|that|person|people|individuals?|names?)\b[^.;]{0,60}\b(?:shall|must|will|is to|are to)\b/i.test(
    item,
  );
