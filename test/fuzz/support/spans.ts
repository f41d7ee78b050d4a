import { strict as assert } from 'node:assert';
import type { Fix } from '../../../server/src/rules/support/rule.ts';
import type { Examined } from './examine.ts';

/** Every span of a letter and its result lies in the text, and cuts no character in two. */
export function spansHold({ letter, result }: Examined): void {
  const { text } = letter;
  const inside = (what: string, start: number, end: number): void => {
    const whole = Number.isInteger(start) && Number.isInteger(end);
    assert(
      whole && 0 <= start && start <= end && end <= text.length,
      `${what}: ${start}-${end} of ${text.length}`,
    );
    for (const at of [start, end]) assert(!isWithinPair(text, at), `${what}: ${at} is within a character`);
  };
  inside('header', letter.header.span.start, letter.header.span.end);
  inside('body', letter.body.start, letter.body.end);
  for (const { message, span } of letter.header.issues) inside(message, span.start, span.end);
  for (const s of letter.sections) {
    inside('section', s.headingSpan.start, s.headingSpan.end);
    inside('section', s.headingSpan.start, s.end);
  }
  for (const d of letter.disables) inside('directive', d.span.start, d.span.end);
  for (const { chunk, start } of letter.pieces) {
    assert.equal(text.slice(start, start + chunk.text.length), chunk.text, 'a piece is where it says');
  }
  for (const f of [...result.findings, ...result.suppressed.map((s) => s.finding)]) {
    inside(`${f.rule}: ${f.message}`, f.span.start, f.span.end);
    assert(
      !/\bundefined\b|\bNaN\b|\[object|Infinity|Invalid input/.test(withoutQuotes(f.message, text)),
      f.message,
    );
    for (const fix of f.fixes ?? []) fixHolds(fix, inside);
  }
  for (const { content, offset } of result.covered) inside(content, offset, offset);
}

/** A fix's edits lie in the text, one behind the other. */
function fixHolds({ title, edits }: Fix, inside: (what: string, start: number, end: number) => void): void {
  assert(edits.length > 0, `${title} does nothing`);
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  for (const { span } of sorted) {
    inside(title, span.start, span.end);
    assert(span.start >= end, `${title}: edits lie over one another`);
    end = span.end;
  }
}

/** A letter may say "undefined", and a message may quote it. */
const withoutQuotes = (message: string, text: string): string =>
  /undefined|NaN|\[object|Infinity|Invalid input/.test(text) ? '' : message;

const isWithinPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
