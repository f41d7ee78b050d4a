import { readMoment } from '../../../schemas/dates.ts';
import { draftLetter, type Given } from './draft.ts';
import type { Order, Submission } from './order.ts';
import { chooseSubmission } from './resolve.ts';

/** Keys whose values are dates, with a time or without. */
const DATES: readonly string[] = ['dated', 'conference', 'due', 'ordered', 'since'];

/** A value for a key of a new letter's header, dates as headers write them; or what is wrong with it. */
export function readGiven(
  key: string,
  value: string,
): { readonly value: string } | { readonly reason: string } {
  if (!DATES.includes(key)) return { value };
  const read = readMoment(value);
  if (typeof read === 'string') return { reason: read };
  return { value: read.time ? `${read.date} ${read.time}` : read.date };
}

/**
 * A new letter, for the terminal and the editor alike.
 * @param wanted the document's id or name; the order's default without
 * @returns undefined where the order asks for no such document
 */
export function composeLetter(
  order: Order,
  given: Given,
  wanted: string | undefined = given.submission,
): { readonly text: string; readonly submission: Submission } | undefined {
  const role = given.role === 'plaintiff' || given.role === 'defendant' ? given.role : undefined;
  const submission = chooseSubmission(order, wanted, role);
  if (!submission) return undefined;
  const { submission: _, ...rest } = given;
  return { text: draftLetter(order, submission, submission.default ? rest : given), submission };
}

/** Where a new letter waits to be filled in first: behind the first empty key of the header, else in brackets. */
export function firstBlank(text: string): { readonly start: number; readonly end: number } {
  const head = text.indexOf('\n---', 3);
  const key = /^\w+:$/m.exec(text.slice(0, head));
  if (key) return { start: key.index + key[0].length, end: key.index + key[0].length };
  const blank = /\[[^\]\n]+\]/.exec(text.slice(head));
  const start = head + (blank?.index ?? 0);
  return { start, end: start + (blank?.[0].length ?? 0) };
}
