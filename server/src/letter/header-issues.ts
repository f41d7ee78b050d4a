import { distance } from 'fastest-levenshtein';
import { type Span, span } from './span.ts';
import { type HeaderPath, type Located, locate, scalarAt } from './yaml-places.ts';

/** Something wrong in the header, with the edit that mends it, where that is known. */
export interface HeaderIssue {
  readonly message: string;
  readonly span: Span;
  readonly mend?: { readonly title: string; readonly span: Span; readonly text: string };
}

/** Slips of a header that are told one by one: thousands are one slip, or no header at all. */
export const MOST_TOLD = 100;

/** A key that nobody knows, with the likely one. */
export function unknownKey(path: HeaderPath, known: readonly string[], at: Located): HeaderIssue {
  const name = String(path[path.length - 1]);
  const likely = closest(name, known);
  const where = describe(path.slice(0, -1));
  const mend = likely ? `Did you mean ${likely}?` : `Known keys: ${known.join(', ')}.`;
  // An empty key has no place of its own: that of the key above stands for it.
  const found = locate(at, path)?.key;
  const place = found ?? locate(at, path.slice(0, 1))?.key ?? span(at.base, at.base);
  return {
    message: `${where}\`${name}\` is not a key of the header. ${mend}`,
    span: place,
    ...(likely && found ? { mend: change(found, likely) } : {}),
  };
}

const change = (at: Span, to: string) => ({ title: `Change to ${to}`, span: at, text: to });

/** A value that its key does not take. */
export function wrongValue(
  path: HeaderPath,
  message: string,
  options: readonly string[],
  at: Located,
): HeaderIssue {
  // A missing key has no place of its own: its parent's stands for it.
  let place: Span | undefined;
  for (let n = path.length; n >= 0 && !place; n--) {
    const found = locate(at, path.slice(0, n));
    place = found?.value && found.value.end > found.value.start ? found.value : found?.key;
  }
  const key = String(path[path.length - 1]);
  const value = options.length > 0 ? scalarAt(at, path) : undefined;
  const likely = value === undefined ? undefined : closest(value, options);
  return {
    message: `${describe(path.slice(0, -1))}\`${key}\` ${message}.${likely ? ` Did you mean ${likely}?` : ''}`,
    span: place ?? span(at.base, at.base),
    ...(likely && place ? { mend: change(place, likely) } : {}),
  };
}

/** `attendees` 2: */
function describe(path: HeaderPath): string {
  if (path.length === 0) return '';
  return `${path.map((k) => (typeof k === 'number' ? String(k + 1) : `\`${k}\``)).join(' ')}: `;
}

/** Letters exchanged are one slip of the pen, though two edits. */
function slips(a: string, b: string): number {
  const sorted = (s: string): string => [...s].sort().join('');
  return a !== b && a.length === b.length && sorted(a) === sorted(b) ? 1 : distance(a, b);
}

/** The likely word among `known`: at most a third of its letters off. */
export function closest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    // So many letters at least have to be put in or taken out.
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const d = slips(word.toLowerCase(), candidate.toLowerCase());
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** What the library says in YAML's terms, and what it means for a header; the first that fits. */
const IN_PLAIN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing/, 'a quotation mark opens here that is never closed.'],
  [
    /must (?:be sufficiently indented and )?end with a [\]}]|Unexpected flow-.*end token/,
    'a bracket is opened and not closed, or the other way round.',
  ],
  [/^Missing , /, 'a comma is missing between two items, or a bracket is not closed.'],
  [/^Unexpected ,|^Unexpected empty item/, 'there is a comma too many.'],
  [/^Implicit map keys need/, 'this line has no colon: each line is key: value.'],
  [/^Comments must be separated/, 'a # begins a comment: put the value in quotes.'],
  [/^Sequence item without/, 'each item of a list begins with "- ", and its lines stand in one column.'],
  [/^All (?:mapping|sequence) items must start/, 'lines that belong together begin in the same column.'],
  [/^Unexpected .* at node end/, 'something stands behind the value: put all of the value in quotes.'],
  [/^Nested mappings are not allowed/, 'a value that holds a colon stands in quotes.'],
];

/** The library speaks of YAML; the writer has a header. */
export function yamlMessage(code: string, message: string): string {
  const first = message.split('\n')[0] ?? message;
  const cannot = 'The header cannot be read here: ';
  const plain = IN_PLAIN_WORDS.find(([pattern]) => pattern.test(first))?.[1];
  if (plain !== undefined) return cannot + plain;
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'The header is indented with a tab: use spaces.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return `${cannot}each line is key: value, and a value that holds a colon stands in quotes.`;
    case 'BAD_SCALAR_START':
      return `${cannot}a value cannot begin with this character. Put it in quotes.`;
    default:
      return `${cannot}${first}${/[.?]$/.test(first) ? '' : '.'}`;
  }
}
