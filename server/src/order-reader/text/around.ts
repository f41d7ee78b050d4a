import type { Reading } from './reading.ts';
import type { Sentence } from './sentences.ts';

const NONE: Sentence = { start: 0, end: 0, words: '', block: -1 };

/** The sentence that an offset lies in. */
export function sentenceAt(r: Reading, offset: number): Sentence {
  let low = 0;
  let high = r.sentences.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((r.sentences[mid]?.start ?? 0) <= offset) low = mid;
    else high = mid - 1;
  }
  return r.sentences[low] ?? NONE;
}
