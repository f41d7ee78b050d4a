import type { ContentData } from '../../../../schemas/order.ts';
import { compileCue, matches } from '../../order/cues.ts';
import { headingWords } from '../../order/heading.ts';
import type { Topic } from '../facts/contents.ts';
import type { Reading } from '../text/reading.ts';
import { cite } from './cite.ts';
import type { TopicFamily } from './topic-family.ts';
import { FAMILIES } from './topics.ts';

/** A paper's contents with headings and cues of their own, so that a letter can be held against them at once. */
export function contentsData(r: Reading, topics: readonly Topic[]): ContentData[] {
  const ids = new Set<string>();
  return topics.map((topic): ContentData => {
    const family = FAMILIES.find((f) => f.when.test(topic.words));
    const asks = asked(topic.words);
    const title = titleOf(asks);
    return {
      id: fresh(idOf(title), ids),
      title,
      asks,
      ...(/\bif any\b|^any\b/i.test(topic.words) ? { ifAny: true } : {}),
      cues: cuesOf(asks, title, family),
      ...(family?.detail ? { detail: [{ kind: family.detail.kind, say: family.detail.say }] } : {}),
      ...(family?.ledger ? { ledger: true } : {}),
      template: `[${asks.charAt(0).toUpperCase()}${asks.slice(1)}.]`,
      ...cite(r, topic, topic.mark),
    };
  });
}

const asked = (words: string): string => {
  const plain = words.replace(/^(?:it|they|the (?:letter|statement|memorandum|brief))\s+/i, '');
  return /^[A-Z][a-z]/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
};

/** "Describe the events", "candidly discuss the risks": the topic is what is described. */
const VERB =
  /^(?:(?:please|also|briefly|candidly|frankly|fully|succinctly|concisely) )*(?:describe|identify|quantify|discuss|relate|state|explain|set (?:forth|out)|summari[sz]e|address|list|provide|give|tell|say|outline|disclose|specify|itemi[sz]e|analy[sz]e|recount|compute|indicate|lay out|spell out)s?\s+(?!(?:of|and|or)\b)(?:(?:the court|the judge|chambers|me|us)\s+)?(?=\w+\s+\w)/i;

const OPENING =
  /^(?:(?:an?|the|any|all|its|their|your|brief|short|concise|candid|frank|plain|complete|detailed|specific)\s+)+|^(?:statement|summary|description|explanation|discussion|list|account|outline|overview|estimate|synopsis|narrative|recitation)\s+of\s+(?:the\s+|all\s+|any\s+)?(?=\w+\s+\w)/i;

/** A heading: the topic's first words, without what every entry begins with. */
function titleOf(asks: string): string {
  let rest = asks
    .replace(/\([^)]{0,60}\)/g, '')
    .replace(/["\u201c\u201d]/g, '')
    .replace(VERB, '')
    .replace(/^that\s+(?=\w+ \w+)/i, '')
    // The order speaks to counsel; the heading stands in counsel's letter.
    .replace(/\byour\b/gi, 'our')
    .replace(/(?<=\b(?:for|to|against|of|with|by|on) )you\b/gi, 'us')
    .replace(/\byou\b/gi, 'we')
    .trim();
  for (let i = 0; i < 3; i++) {
    const shorter = rest.replace(OPENING, '');
    if (shorter === rest || shorter.split(' ').length < 2) break;
    rest = shorter;
  }
  const first =
    rest
      .split(
        /[,;:.]|\s(?:including|such as|with(?! which| whom)|who|and whether|and how)(?=\s|,|$)|(?<!\b(?:of|in|on|for|to|by|from|with))\s(?:which|that)\s/,
      )[0]
      ?.trim() ?? rest;
  const words = shortened((first.length >= 4 ? first : rest).split(' '));
  while (words.length > 1 && LOOSE_END.test(words.at(-1) ?? '')) words.pop();
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** With which no heading ends: its words were cut off behind one of these. */
const LOOSE_END =
  /^(?:of|the|and|or|to|a|an|in|on|for|by|as|from|with|its|their|his|her|your|our|any|each|who|whom|whose|which|that|what|will|would|shall|should|may|must|be|been)$/i;

/** The most words of a heading. */
const LONGEST = 9;

/** A long topic ends before a part that "and" adds, else where the words run out. */
function shortened(words: readonly string[]): string[] {
  if (words.length <= LONGEST) return [...words];
  const and = words.slice(0, LONGEST).lastIndexOf('and');
  return words.slice(0, and >= 3 ? and : LONGEST);
}

const SMALL: ReadonlySet<string> = new Set(
  "the a an and or of to in on for by with at from as is are was were be been has have had it its their his her your what which who how why that this these those any each every all if so far will would shall should must may can not no than then there about into brief short statement summary list party parties party's case side sides plaintiff defendant plaintiff's defendant's including such other".split(
    ' ',
  ),
);

const significant = (words: string): string[] => [
  ...new Set(
    (words.toLowerCase().match(/[a-z][a-z'-]{2,}/g) ?? [])
      .map((w) => w.replace(/'s$/, ''))
      .filter((w) => !SMALL.has(w) && !w.includes("'")),
  ),
];

/** The family's cues, and the heading's own telling words two by two: the heading itself is always known by one. */
function cuesOf(asks: string, title: string, family: TopicFamily | undefined): string[] {
  const words = significant(title).slice(0, 4);
  const own = words.length === 1 ? [`=${words[0]}`] : words.slice(1).map((w) => `${words[0]} ${w}`);
  const all = [...new Set([...(family?.cues ?? []), ...own])];
  const knows = (cues: readonly string[]): boolean => matches(headingWords(title), cues.map(compileCue));
  if (knows(all)) return all;
  // A heading of small words alone, or one that a family's cue rules out: then by as few of its words as do.
  const bare = (title.toLowerCase().match(/[a-z]{2,}/g) ?? []).filter((w) => !ARTICLES.has(w));
  const last = [
    significant(asks).slice(0, 2).join(' '),
    significant(title).join(' '),
    ...(bare.length > 0 ? [`=${bare.join(' ')}`] : []),
    ...words,
  ].find((cue) => cue !== '' && knows([cue]));
  return last === undefined ? all : [...all, last];
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'an', 'of', 'is', 'are', 'was', 'were', 'be']);

function idOf(title: string): string {
  const words = significant(title)
    .slice(0, 3)
    .join('-')
    .replace(/[^a-z0-9-]+/g, '');
  return words.replace(/^-+|-+$/g, '') || 'topic';
}

function fresh(id: string, taken: Set<string>): string {
  let name = id;
  for (let n = 2; taken.has(name); n++) name = `${id}-${n}`;
  taken.add(name);
  return name;
}
