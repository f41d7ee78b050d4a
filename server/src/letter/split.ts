import { type Span, span } from './span.ts';

/**
 * Cuts a body into runs that parse alone as they do together: after a blank line, before a line that
 * starts at the margin and cannot continue what stands above it. Where that is not certain (a list item
 * after a blank line, an open fence, HTML that runs past a blank line) nothing is cut, which costs time
 * and never correctness. Link and footnote definitions reach across runs: markdown.ts sees to them.
 */
export function splitBody(text: string, from: number): Span[] {
  const runs: Span[] = [];
  for (const run of runsOf(text, from)) runs.push(run);
  return runs;
}

/** What a change left of an earlier version's runs. */
export interface Resplit {
  /** So many runs from the start are as they were. */
  readonly kept: number;
  /** What stands in place of those behind them, up to the run `rest` (an index into the earlier ones). */
  readonly changed: readonly Span[];
  readonly rest: number;
  /** How far the runs from `rest` on have moved. */
  readonly by: number;
}

/**
 * As `splitBody` from the start, for a text that came of `before` (cut into `runs`) by a change. Each cut is a fresh
 * start, so once a cut of the new text falls on one of the old behind the change, the rest is as it was.
 */
export function resplitBody(text: string, before: string, runs: readonly Span[]): Resplit {
  const by = text.length - before.length;
  const { same, tail } = difference(before, text);
  // The run before the change is read again too: what follows may now go on with it.
  let kept = 0;
  while (kept < runs.length && (runs[kept]?.end ?? 0) < same) kept++;
  kept = Math.max(0, kept - 1);
  const changed: Span[] = [];
  const untouched = before.length - tail;
  let rest = kept;
  for (const run of runsOf(text, runs[kept]?.start ?? 0)) {
    while (rest < runs.length && (runs[rest]?.start ?? 0) + by < run.start) rest++;
    const match = runs[rest];
    if (match && match.start > untouched && match.start + by === run.start)
      return { kept, changed, rest, by };
    changed.push(run);
  }
  return { kept, changed, rest: runs.length, by };
}

/** How many characters two texts share at the start, and behind that at the end. */
function difference(a: string, b: string): { same: number; tail: number } {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  // Whole stretches at once, which is a comparison of memory.
  while (same + STRETCH <= shorter && a.slice(same, same + STRETCH) === b.slice(same, same + STRETCH))
    same += STRETCH;
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  let tail = 0;
  while (
    tail + STRETCH <= shorter - same &&
    a.slice(a.length - tail - STRETCH, a.length - tail) ===
      b.slice(b.length - tail - STRETCH, b.length - tail)
  )
    tail += STRETCH;
  while (tail < shorter - same && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail++;
  return { same, tail };
}

const STRETCH = 1_024;

function* runsOf(text: string, from: number): Generator<Span> {
  let start = from;
  let blank = false;
  let fence: { mark: string; length: number } | undefined;
  let until: string | undefined; // what ends the HTML that is open
  let sealed = false; // something nested makes further cuts uncertain
  let indented = false; // the last line with words may be code that is still open behind blank lines
  const lines = new LineReader(text);
  for (let at = from; at < text.length; ) {
    const end = lines.end(at);
    const line = text.slice(at, end);
    const empty = isBlank(line);
    if (blank && !empty && !fence && !until && !sealed && startsAfresh(line, indented)) {
      if (at > start) yield span(start, at);
      start = at;
    }
    if (until) {
      if (line.includes(until)) until = undefined;
    } else if (fence) {
      if (closesFence(line, fence)) fence = undefined;
    } else if (!empty && !sealed) {
      fence = opensFence(line);
      if (!fence) {
        if (hasNestedFence(line)) sealed = true;
        else if (line.includes('<')) {
          until = openHtml(line);
          sealed = nestedHtml(line, until !== undefined);
        }
      }
    }
    blank = empty;
    if (!empty) indented = isIndented(line);
    at = nextLine(text, end);
  }
  if (text.length > start) yield span(start, text.length);
}

function startsAfresh(line: string, behindIndented: boolean): boolean {
  const c = line[0] ?? '';
  if (c === ' ' || c === '\t') return false;
  // micromark takes a container that opens behind indented code for one that interrupts it, and then reads a list
  // in it that does not begin with 1 as a paragraph.
  if (behindIndented && (c === '>' || c === '[')) return false;
  // A bullet or a number may go on with the list above.
  if ((c === '-' || c === '*' || c === '+') && /^[-*+]([ \t]|$)/.test(line)) return false;
  return !(c >= '0' && c <= '9' && /^\d{1,9}[.)]([ \t]|$)/.test(line));
}

function opensFence(line: string): { mark: string; length: number } | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
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
  return /^(?:[ \t>\-*+\d.)]|\[\^[^\]]*\]:)*(`{3,}|~{3,})/.test(line);
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

/** Ends of lines, read forwards: each LF and each CR is looked for once. */
class LineReader {
  readonly #text: string;
  #lf = -1;
  #cr = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the line that starts at `at` ends, without its ending. A lone CR ends a line too. */
  end(at: number): number {
    if (this.#lf < at) this.#lf = this.#find('\n', at);
    if (this.#cr < at) this.#cr = this.#find('\r', at);
    return Math.min(this.#lf, this.#cr);
  }

  #find(mark: string, at: number): number {
    const found = this.#text.indexOf(mark, at);
    return found < 0 ? this.#text.length : found;
  }
}

function nextLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function isIndented(line: string): boolean {
  return line.startsWith('\t') || /^ {1,3}\t/.test(line) || line.startsWith('    ');
}

function isBlank(line: string): boolean {
  for (let i = 0; i < line.length; i++) if (line[i] !== ' ' && line[i] !== '\t') return false;
  return true;
}
