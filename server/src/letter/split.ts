import { type Span, span } from './span.ts';

/**
 * Cuts a body into runs that parse alone as they do together: after a blank line, before a line that
 * starts at the margin and cannot continue what stands above it. Where that is not certain (a list item
 * after a blank line, an open fence, HTML that runs past a blank line) nothing is cut, which costs time
 * and never correctness. Link and footnote definitions reach across runs: markdown.ts sees to them.
 */
export function splitBody(text: string, from: number): Span[] {
  const runs: Span[] = [];
  let start = from;
  let blank = false;
  let fence: { mark: string; length: number } | undefined;
  let until: string | undefined; // what ends the HTML that is open
  let sealed = false; // something nested makes further cuts uncertain
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const empty = isBlank(line);
    if (!fence && !until && !sealed) {
      if (blank && !empty && startsAfresh(line)) {
        if (at > start) runs.push(span(start, at));
        start = at;
      }
    }
    if (until) {
      if (line.includes(until)) until = undefined;
    } else if (fence) {
      if (closesFence(line, fence)) fence = undefined;
    } else if (!empty && !sealed) {
      fence = opensFence(line);
      if (!fence) {
        if (hasNestedFence(line)) sealed = true;
        else {
          until = openHtml(line);
          sealed = line.includes('<') && nestedHtml(line, until !== undefined);
        }
      }
    }
    blank = empty;
    at = nextLine(text, end);
  }
  if (text.length > start) runs.push(span(start, text.length));
  return runs;
}

function startsAfresh(line: string): boolean {
  const c = line[0] ?? '';
  if (c === ' ' || c === '\t') return false;
  // A bullet or a number may go on with the list above.
  if ((c === '-' || c === '*' || c === '+') && /^[-*+]([ \t]|$)/.test(line)) return false;
  return !(c >= '0' && c <= '9' && /^\d{1,9}[.)]([ \t]|$)/.test(line));
}

function opensFence(line: string): { mark: string; length: number } | undefined {
  const found = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  const marks = found?.[1];
  if (!marks) return undefined;
  const mark = marks[0] ?? '';
  if (mark === '`' && found[2]?.includes('`')) return undefined;
  return { mark, length: marks.length };
}

function closesFence(line: string, fence: { mark: string; length: number }): boolean {
  const marks = line.trim();
  return (
    marks.length >= fence.length && [...marks].every((c) => c === fence.mark) && /^ {0,3}[`~]/.test(line)
  );
}

/** A fence inside a list item or a quotation ends where its container does, which only the parser knows. */
function hasNestedFence(line: string): boolean {
  if (!line.includes('```') && !line.includes('~~~')) return false;
  return /^[ \t>\-*+\d.)]*(`{3,}|~{3,})/.test(line);
}

const OPENERS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
];

function openHtml(line: string): string | undefined {
  const rest = line.trimStart();
  for (const [opener, closer] of OPENERS) {
    if (!rest.startsWith(opener)) continue;
    return rest.indexOf(closer, opener.length) < 0 ? closer : undefined;
  }
  return undefined;
}

/** HTML that holds blank lines, in a place where only the parser knows whether it ends with its container. */
function nestedHtml(line: string, opened: boolean): boolean {
  if (/<(script|pre|style|textarea)\b/i.test(line)) return true;
  if (opened) return false;
  return OPENERS.some(([opener, closer]) => {
    const at = line.indexOf(opener);
    return at > 0 && line.indexOf(closer, at + opener.length) < 0;
  });
}

function lineEnd(text: string, at: number): number {
  let end = text.indexOf('\n', at);
  if (end < 0) end = text.length;
  // A lone CR ends a line too; letters with one are rare, so look only inside the line found.
  const cr = text.indexOf('\r', at);
  return cr >= 0 && cr < end ? cr : end;
}

function nextLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function isBlank(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (line[i] !== ' ' && line[i] !== '\t') return false;
  return true;
}
