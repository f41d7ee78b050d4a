import { clean } from '../clean/clean.ts';
import type { Mapped } from '../clean/mapped.ts';
import { type List, listsOf } from './lists.ts';
import { type Sentence, sentencesOf, unwrap } from './sentences.ts';
import { daysNamed, type NamedDay } from './when.ts';

/** A text made ready to be read. */
export interface Reading {
  /** As it came. */
  readonly source: string;
  readonly clean: Mapped;
  /** The clean text before lines were joined: captions and signatures are told by their lines. */
  readonly lines: string;
  /** The clean text with its paragraphs in one line each; same offsets as `lines`. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly lists: readonly List[];
  readonly days: readonly NamedDay[];
}

export function reading(source: string): Reading {
  const cleaned = clean(source);
  const text = unwrap(cleaned.text);
  return {
    source,
    clean: cleaned,
    lines: cleaned.text,
    text,
    sentences: sentencesOf(text),
    lists: listsOf(text),
    days: daysNamed(text),
  };
}

/** A value with the words that it was read from; offsets into the clean text. */
export interface Read<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
}

export const read = <T>(value: T, start: number, end: number, confidence: number): Read<T> => ({
  value,
  start,
  end,
  confidence,
});
