import { type Span, span } from './span.ts';

/**
 * Where the header stands. `open`: it begins but no `---` closes it, so it is taken to end at the first
 * blank line, and the rest is the body.
 */
export type Frontmatter =
  | { readonly state: 'absent'; readonly body: number }
  | {
      readonly state: 'open' | 'closed';
      /** From the first `---` to the end of the closing line's marks (or of the last line of an open one). */
      readonly span: Span;
      /** The YAML between the marks, its last line ending included. */
      readonly yaml: Span;
      /** Where the body begins. */
      readonly body: number;
    };

const JUDGE = /^judge[ \t]*:/;

/** Finds the header. A byte order mark before it is passed over. */
export function findFrontmatter(text: string): Frontmatter {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const absent: Frontmatter = { state: 'absent', body: first };
  const open = line(text, first);
  if (!/^---[ \t]*$/.test(open.text)) return absent;
  let blank: number | undefined;
  let prose = false;
  for (let at = open.next; at < text.length; ) {
    const here = line(text, at);
    if (/^(---|\.\.\.)[ \t]*$/.test(here.text)) {
      // Prose after a blank line is a body: these marks are a rule across the page, not the header's end.
      if (prose) break;
      return {
        state: 'closed',
        span: span(first, at + here.text.trimEnd().length),
        yaml: span(open.next, at),
        body: here.next,
      };
    }
    if (here.text.trim() === '') blank ??= at;
    else if (blank !== undefined && !yamlish(here.text)) prose = true;
    at = here.next;
  }
  const end = blank ?? text.length;
  const yaml = span(open.next, Math.max(open.next, end));
  return { state: 'open', span: span(first, trimEnd(text, first, end)), yaml, body: end };
}

/** A Markdown file is a letter when its header has a line that starts with `judge:`, valid YAML or not. */
export function isLetter(text: string): boolean {
  const found = findFrontmatter(text);
  if (found.state === 'absent') return false;
  for (let at = found.yaml.start; at < found.yaml.end; ) {
    const here = line(text, at);
    if (JUDGE.test(here.text)) return true;
    at = here.next;
  }
  return false;
}

/** Whether a line could belong to a header: a key, a list item, a comment, an indented line. */
function yamlish(line: string): boolean {
  return /^([ \t]|#|- |-$|[\w"'-]+[ \t]*:([ \t]|$)|[\]}])/.test(line) && !/^#{1,6} .*[^:]$/.test(line);
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function line(text: string, at: number): { text: string; next: number } {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length);
  return { text: text.slice(at, end), next };
}
