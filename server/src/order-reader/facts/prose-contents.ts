import { HOLDS } from '../text/holds.ts';
import { topicWords } from './list-topics.ts';

/** Topics in running words: "is to describe the events, point to the statutes, and say what was offered". */
export interface ProseTopic {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** "What the Court wishes to learn from it is: ...". */
const WISH =
  '(?:wish(?:es)?|would like|wants?|needs?) to (?:learn|know|hear|see|find)[^:;.]{0,24} (?:is|are)(?=:|\\s)';
const VERB = new RegExp(`\\b(?:${WISH}|${HOLDS})\\b`, 'gi');
const ONE = new RegExp(
  `^(?:(?:shall|must|should|is to|are to|may|will) )?(?:also |briefly |then |finally |candidly |fully |ends? with |rais(?:e|es|ing) |argu(?:e|es|ing) |break(?:s)? |go(?:es)? through |attach(?:es)? |propos(?:e|es) |arriv(?:e|es) at |mark(?:s)? |add(?:s)? |${HOLDS}\\b)`,
  'i',
);
const WHAT =
  /^(?:an?|the|each|every|any|all|what|how|why|which|whether|who|where|its|his|her|their|your|details?|that party's|those|both|plaintiffs?'s?|defendants?'s?|damages|liability|names?|present|prior|past|current|insurance|settlement|legal|factual|issues?|claims?|facts?|relief|attorneys?'?s?|anything|whatever|strengths?|weaknesses|and|on (?:the|what|its))\b/i;
/** After the verb comes something that is no topic. */
const NO_TOPIC =
  /^\s*(?:(?:the |a |its |his )?(?:letter|statement|memorandum|brief(?=[.,;:]|$| (?:must|shall|should|is|may|of|that|to)\b)|submission|address is|copies|copy|addressed|page|pages|exhibits?|attachments?|notice|motion|chambers|leave|five|ten|\d)|no\b|not\b|only\b|to\b|by\b|that it is confidential|so\b|it\b(?! (?:contends|believes|claims|sees|thinks))|them\b|the following\b(?![^:.;]{0,30}:)|in\b(?! what| which| (?:the|its|their|your|that) (?:[\w-]+ ){0,3}(?:letter|statement|memorandum|brief|summary)\b)|on\b(?! the)|up to|more than|fewer than|at\b(?! a minimum| the least| minimum))/i;

/**
 * The topics after a paper's name in a sentence; `from` is where the name ends. Empty where the sentence says nothing
 * of what the paper holds.
 */
export function proseTopics(sentence: string, from: number): ProseTopic[] {
  for (const m of sentence.slice(from).matchAll(VERB)) {
    const at = from + m.index;
    const end = at + m[0].length;
    const rest = sentence.slice(end);
    const before = sentence.slice(Math.max(0, at - 60), at);
    if (NO_TOPIC.test(rest) || !usable(before, rest)) continue;
    const skip =
      /^\s*(?:,?\s*(?:at (?:a )?minimum|at the least|without limitation|but not limited to|no less than|among other things|in (?:not more than )?[\w ]{3,20}|briefly|separately|the following[^:.;]{0,30}:|the (?:court|mediator|judge|undersigned|reader)|me|us|about|for the court|a discussion of:?|that the\b|in (?:the|its|their|your|that) (?:[\w-]+ ){0,3}(?:letter|statement|memorandum|brief|summary))\s*[,:]?\s*){1,3}/i.exec(
        rest,
      )?.[0].length ?? 0;
    const body = bodyOf(rest.slice(skip));
    const base = end + skip;
    const topics = series(body).map((t) => ({ words: t.words, start: base + t.start, end: base + t.end }));
    const real = topics.filter((t) => /[a-z]{3}/i.test(t.words));
    if (real.length >= 1) return real;
  }
  return [];
}

/** The verb's subject is the paper, or who writes it; the verb is no noun ("the address", "a list"). */
function usable(before: string, rest: string): boolean {
  if (
    /\b(?:the|an?|e-?mail|this|that|street|court's|mailing|following|no|not|cannot|never)\s*$/i.test(
      before,
    ) &&
    !/\bthat\s*$/i.test(before)
  )
    return false;
  if (/\b(?:if|unless|where|when)\s+[^,]{0,50}$|\bunited\s*$/i.test(before)) return false;
  return rest.trim().length > 3;
}

/** Up to where the sentence turns to something else. */
function bodyOf(rest: string): string {
  const stop =
    /[.?!]["')]{0,2}(?=\s+[A-Z]|\s*$)|,?\s+(?:and|but) (?:shall|must|should|may|will) (?:not )?(?:be |bear|exceed)/.exec(
      rest,
    );
  const closed = /^[^(]*?\)/.exec(rest)?.[0].length;
  const end = Math.min(stop?.index ?? rest.length, closed === undefined ? rest.length : closed - 1);
  return rest.slice(0, end);
}

/** "a written itemization of damages and a demand, with a brief explanation": what is sent is what it holds. */
export function objects(sentence: string, from: number): ProseTopic[] {
  const body = bodyOf(sentence.slice(from));
  const cuts = [...body.matchAll(/,?\s+(?:and|with|together with|including|accompanied by)\s+(?=an?\s)/gi)];
  const edges = [0, ...cuts.map((m) => m.index + m[0].length), body.length];
  return edges.slice(0, -1).flatMap((start, i) => {
    const words = topicWords(
      body.slice(start, edges[i + 1]).replace(/\s+(?:with|together with|including|accompanied by)\s*$/i, ''),
    );
    return words === '' ? [] : [{ words, start: from + start, end: from + (edges[i + 1] ?? body.length) }];
  });
}

/** "sets forth the terms": the topic is the terms. */
const OWN_VERB =
  /^(?:(?:also|then|finally) )?(?:sets? (?:forth|out)|states?|describes?|includes?|contains?|summari[sz]es?|explains?|outlines?|identif(?:y|ies)|discuss(?:es)?|address(?:es)?|lists?)\s+(?=(?:the|an?|any|all|each|every|its|their|what|whether|how|why)\b)/i;

/** Parts of a series, with where each begins and ends. */
export function series(body: string): ProseTopic[] {
  const cuts: number[] = [];
  const semicolons = /;(?!\s*(?:and|or)?\s*$)/.test(body);
  for (const m of body.matchAll(
    semicolons
      ? /;\s*(?:and\s+|or\s+)?/g
      : /,\s*(?:and\s+(?:also\s+|finally\s+|then\s+)?|or\s+)?|\s+and\s+(?:also\s+|finally\s+|then\s+|to\s+)?/g,
  )) {
    const at = m.index + m[0].length;
    const next = body.slice(at);
    if (semicolons || breaks(m[0], next, body.slice(cuts.at(-1) ?? 0, m.index), cuts.length > 0))
      cuts.push(at);
  }
  const edges = [0, ...cuts, body.length];
  const found: ProseTopic[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i] ?? 0;
    const end = edges[i + 1] ?? 0;
    const raw = body.slice(start, end);
    const words = topicWords(raw).replace(OWN_VERB, '');
    if (words !== '') found.push({ words, start, end });
  }
  return found;
}

const DETERMINED = /^(?:the|an?|its|any|each|their|his|her)\b/i;

function breaks(joint: string, next: string, before: string, further: boolean): boolean {
  if (/\bor, [^,]*$/i.test(before)) return false;
  if (before.trim().length < 3) return false;
  if (
    /^(?:if any|included|including|with|such as|if|as|but|where|when|in|by|on which|for|to|not|or|and why|and how|and when)\b/i.test(
      next,
    )
  )
    return /^on (?:the|what)\b/i.test(next);
  if (/^(?:and\s)?(?:when|why)\b/i.test(next)) return false;
  // "..., setting out each demand" goes on about the same topic.
  if (/^[a-z]+ing\b/i.test(next) && !/\band\b/.test(joint)) return false;
  if (/^\w+,\s*with\b[^,]*$/i.test(before.trim())) return false;
  if (ONE.test(next)) return true;
  if (joint.includes(','))
    return WHAT.test(next) && !/\b(?:included|inclusive|excepted|alike)\b/i.test(next.split(/[,;]/)[0] ?? '');
  // "the facts, the law and the damages": the last of a series without its comma.
  if (!DETERMINED.test(next) || !DETERMINED.test(before.trimStart())) return false;
  const own = /^(?:its|their|your|the (?:party|parties|plaintiff|defendant|client)s?')/i.test(next);
  return further || own;
}
