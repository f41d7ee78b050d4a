import { withoutBlanksAtEnd } from '../letter/blanks.ts';
import type { Inline } from './node.ts';

const isTag = (item: Inline, tag: string): boolean => typeof item !== 'string' && item[0] === tag;

/** A line without blanks at its ends and around its breaks; empty when nothing of it would be seen. */
export function trim(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  let atStart = true;
  let seen = false;
  for (const item of line) {
    const text = typeof item === 'string' && atStart ? item.replace(/^[ \t]+/, '') : item;
    if (text === '') continue;
    if (isTag(text, 'br')) {
      endLine(out);
      atStart = true;
    } else if (!isTag(text, 'm')) {
      atStart = false;
      seen ||= typeof text !== 'string' || text.trim() !== '';
    }
    out.push(text);
  }
  endLine(out);
  return seen ? out : [];
}

function endLine(out: Inline[]): void {
  const last = out.at(-1);
  if (typeof last !== 'string') return;
  const text = withoutBlanksAtEnd(last);
  if (text) out[out.length - 1] = text;
  else out.pop();
}
