import type { Clause } from '../text/clauses.ts';
import { mentionsIn } from '../text/documents.ts';
import type { Paper } from './papers.ts';

/** "The ex parte letter and the form are due": only the letter is said to be ex parte. */
function withoutOthers(c: Clause, paper: Paper): Clause {
  let text = c.text;
  for (const m of mentionsIn(c)) {
    if (m.head === paper.head || m.kind === paper.kind) continue;
    const at = /\bex parte(?=\s+(?:[\w-]+\s+){0,3}$)/i.exec(text.slice(Math.max(0, m.start - 60), m.start));
    if (!at) continue;
    const start = Math.max(0, m.start - 60) + at.index;
    text = text.slice(0, start) + ' '.repeat(at[0].length) + text.slice(start + at[0].length);
  }
  return text === c.text ? c : { ...c, text, words: text.replace(/\s+/g, ' ').trim() };
}

const MARK = /\(([a-e]|\d|i{1,3})\)\s/g;

/**
 * "... shall send the Court (a) a copy of the letter that it sent; and (b) a confidential letter, not to be shown to
 * opposing counsel": what stands with one of the papers does not hold for the other. The rest is blanked out.
 */
export function ownPart(given: Clause, paper: Paper): Clause {
  const c = withoutOthers(given, paper);
  const marks = [...c.text.matchAll(MARK)].map((m) => m.index);
  if (marks.length < 2) return c;
  const parts = marks.map((start, i): [number, number] => [start, marks[i + 1] ?? c.text.length]);
  const naming = parts.filter(([a, b]) => mentionsIn(c).some((m) => m.start > a && m.end <= b));
  if (naming.length < 2) return c;
  const copied = ([a, b]: [number, number]): boolean =>
    /^\(\w+\)\s+(?:a |the )?cop(?:y|ies)\b/i.test(c.text.slice(a, b));
  if (!naming.some(copied) || naming.every(copied)) return c;
  let text = c.text;
  for (const part of naming) {
    if (copied(part) !== paper.further) continue;
    text = text.slice(0, part[0]) + ' '.repeat(part[1] - part[0]) + text.slice(part[1]);
  }
  return { ...c, text, words: text.replace(/\s+/g, ' ').trim() };
}
