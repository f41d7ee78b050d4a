import { HOLDS } from '../text/holds.ts';
import type { Reading } from '../text/reading.ts';
import type { ContentList } from './content-lists.ts';

const ASKS = new RegExp(`^(?:shall|must|should|is to|are to|will) (?:also |briefly )?${HOLDS}\\s+`, 'i');
/** An entry's topic; `from` and `to` hold the whole entry with its mark. */
export interface ListTopic {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly from: number;
  readonly to: number;
}

const FORMAT =
  /\b(?:pages?|single-spaced|double-spaced|filed|served|docket|e-?mail|facsimile|messenger|u\.s\. mail|chambers|for the judge alone|font|typeface|exhibits? may|copies|marked)\b/i;

/** The topics of a list, in the order's own words. An entry that only says how the paper looks or travels is none. */
export function topicsOf(r: Reading, { list }: ContentList): ListTopic[] {
  const found: ListTopic[] = [];
  for (const item of list.items) {
    const raw = r.text.slice(item.start, item.end);
    const stop = firstSentence(raw);
    const words = topicWords(raw.slice(0, stop));
    if (words === '') continue;
    if (/^(?:be|have|bear|not|may)\b/.test(words)) continue;
    if (/^(?:shall|must|should|is to|are to|will)\b/i.test(words)) {
      if (!ASKS.test(words)) continue;
      found.push({
        words: words.replace(ASKS, ''),
        start: item.start,
        end: item.start + stop,
        mark: item.mark,
        from: item.from,
        to: item.start + stop,
      });
      continue;
    }
    if (
      /^(?:it|the \w+|they)\s/i.test(raw.trim()) &&
      /^(?:it|the (?:letter|statement|memorandum|brief)|they)\b/i.test(raw.trim()) &&
      FORMAT.test(raw)
    )
      continue;
    found.push({
      words,
      start: item.start,
      end: item.start + stop,
      mark: item.mark,
      from: item.from,
      to: item.start + stop,
    });
  }
  return found;
}

/** The first sentence; a title of a word or two counts with what follows it. */
function firstSentence(raw: string): number {
  for (const m of raw.matchAll(/[.?!](?=\s+[A-Z"(])/g)) {
    if (m.index > 24 && !/\b(?:No|Fed|Civ|R|P|U\.S|v|Mr|Ms|Dr|al|Inc|Co)$/.test(raw.slice(0, m.index)))
      return m.index + 1;
  }
  return raw.length;
}

/** Without its end mark and the "and" that leads to the next. */
export const topicWords = (raw: string): string =>
  raw
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[:,;]\s*/, '')
    .replace(/^(?:and|or|finally|lastly|first|second|third|fourth|fifth|sixth)\b,?\s*/i, '')
    .replace(/[\s,;.:]*(?:\b(?:and|or)[,\s]*)?$/i, '')
    .trim();
