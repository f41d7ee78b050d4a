import type { Document } from 'yaml';
import type { HeaderValues } from '../../../schemas/header.ts';
import { unresolvedAliases } from './aliases.ts';
import { joinCutSums } from './cut-sums.ts';
import { holdsItself } from './cycle.ts';
import { doubleKeys } from './double-keys.ts';
import type { Frontmatter } from './frontmatter.ts';
import { type Entry, type PlacedEntry, readEntries } from './header-entries.ts';
import { type HeaderIssue, MOST_TOLD, yamlMessage } from './header-issues.ts';
import { tooMuch } from './header-limits.ts';
import { readValues } from './header-values.ts';
import { type Span, shift, span } from './span.ts';
import { parseYaml } from './yaml-document.ts';
import { type HeaderPath, locate } from './yaml-places.ts';

export type { HeaderValues } from '../../../schemas/header.ts';
export type { HeaderIssue } from './header-issues.ts';
export type { HeaderPath } from './yaml-places.ts';

export interface Header {
  readonly state: Frontmatter['state'];
  /** The header with its marks; empty at the start of the text where there is none. */
  readonly span: Span;
  readonly yaml: Span;
  readonly values: HeaderValues;
  /** Top-level keys whose value could not be read; a rule that needs one does not guess. */
  readonly unreadable: ReadonlySet<string>;
  readonly issues: readonly HeaderIssue[];
  /** Span of the value at a path, else undefined. */
  valueSpan(path: HeaderPath): Span | undefined;
  /** Span of the key at a path, else undefined. */
  keySpan(path: HeaderPath): Span | undefined;
  /** What was read of each key's lines, where it was read by itself; for the next version. */
  readonly entries?: ReadonlyMap<string, Entry>;
}

/** An alias may stand for a list, but not for a bomb. */
const MOST_ALIASES = 100;

/**
 * Reads the header, key by key where that can be. Total: whatever is written gives a Header, and what is wrong is in
 * `issues`.
 * @param previous the header of an earlier version: keys whose lines are the same are not read again
 */
export const readHeader = (text: string, found: Frontmatter, previous?: Header): Header =>
  read(text, found, (source, base) => readEntries(source, base, previous?.entries));

/** The same in one go, which is what reading it key by key must agree with. */
export const readHeaderAtOnce = (text: string, found: Frontmatter): Header =>
  read(text, found, () => undefined);

function read(text: string, found: Frontmatter, byKeys: typeof readEntries): Header {
  if (found.state === 'absent') return blank('absent', span(found.body, found.body), span(0, 0), []);
  const issues: HeaderIssue[] = [];
  if (found.state === 'open') {
    const first = span(found.span.start, found.span.start + 3);
    issues.push({
      message: 'The header opens here and is never closed: put a line --- after its last key.',
      span: first,
      mend: { title: 'Close the header', span: span(found.span.end, found.span.end), text: '\n---' },
    });
  }
  const base = found.yaml.start;
  // The parser knows no line that ends with a lone carriage return; places stay where they are.
  const source = text.slice(base, found.yaml.end).replace(/\r(?!\n)/g, '\n');
  const unread = (why: string, mend = '') => ({
    ...blank(found.state, found.span, found.yaml, [], judgeLine(source, base)),
    issues: [...issues, { message: `The header ${why}${mend}.`, span: found.span }],
  });
  const much = tooMuch(source);
  if (much) return unread(much);
  const entries = byKeys(source, base);
  if (entries) return ofEntries(text, found, entries, issues);
  let document: Document;
  let values: unknown;
  let dangling: ReadonlySet<string>;
  try {
    document = parseYaml(source);
    issues.push(...joinCutSums(document, source, base));
    const aliases = unresolvedAliases(document, base);
    issues.push(...aliases.issues);
    dangling = aliases.keys;
    values = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return unread(
      `${error instanceof RangeError ? 'is nested too deep' : 'refers to itself too often'} to be read`,
    );
  }
  if (document.errors.some((e) => e.code === 'RESOURCE_EXHAUSTION'))
    return unread('is nested too deep to be read');
  if (holdsItself(values)) return unread('refers to itself', ': write out what the * stands for');
  const twice = doubleKeys(document);
  for (const at of twice) issues.push({ message: TWICE, span: shift(at, base) });
  for (const error of document.errors) {
    if (issues.length > MOST_TOLD) break;
    const [from, to] = error.pos;
    issues.push({
      message: yamlMessage(error.code, error.message),
      span: clip(span(base + from, base + Math.max(to, from + 1)), found.yaml, text),
    });
  }
  const header = { document, base, contents: document.contents };
  // Where a bracket or a quotation mark is not closed, it swallows what follows: of what is left of the other
  // keys nothing is said before the one slip is mended.
  const broken = document.errors.length > 0;
  const slips: HeaderIssue[] = [];
  const held = readValues(values, header, slips);
  if (!broken) issues.push(...slips);
  for (const key of dangling) held.unreadable.add(key);
  const judge = broken || twice.length > 0 ? judgeLine(source, base) : undefined;
  if (judge) Object.assign(held.values, { judge: judge.name, ...held.values });
  const own = (path: HeaderPath) => (judge && path.length === 1 && path[0] === 'judge' ? judge : undefined);
  return {
    state: found.state,
    span: found.span,
    yaml: found.yaml,
    ...held,
    issues: told(issues, found.span).map((issue) => ({ ...issue, span: wholeCharacters(issue.span, text) })),
    valueSpan: (path) => whole(locate(header, path)?.value ?? own(path)?.value, text),
    keySpan: (path) => whole(locate(header, path)?.key ?? own(path)?.key, text),
  };
}

/** A header each of whose keys could be read by itself. */
function ofEntries(
  text: string,
  { state, span, yaml }: Exclude<Frontmatter, { state: 'absent' }>,
  entries: readonly PlacedEntry[],
  issues: readonly HeaderIssue[],
): Header {
  const placed = new Map(entries.map((e) => [e.entry.key, e]));
  const values: Record<string, unknown> = {};
  const unreadable = new Set<string>();
  for (const { entry } of entries) {
    if (entry.read.state === 'value') values[entry.key] = entry.read.value;
    else if (entry.read.state === 'unreadable') unreadable.add(entry.key);
  }
  const found = [...issues, ...entries.flatMap((e) => e.issues)];
  const at = (path: HeaderPath) => {
    const own = placed.get(String(path[0]));
    return own && locate({ ...own.entry, base: own.base }, path);
  };
  return {
    state,
    span,
    yaml,
    values: values as HeaderValues,
    unreadable,
    issues: told(found, span).map((issue) => ({ ...issue, span: wholeCharacters(issue.span, text) })),
    valueSpan: (path) => whole(at(path)?.value, text),
    keySpan: (path) => whole(at(path)?.key, text),
    entries: new Map(entries.map(({ entry }) => [entry.text, entry])),
  };
}

const TWICE = 'This key stands twice in the header: keep one.';

/** The first of the slips in the text's order, and that there are more. */
function told(issues: readonly HeaderIssue[], header: Span): readonly HeaderIssue[] {
  if (issues.length <= MOST_TOLD) return issues;
  const first = [...issues].sort((a, b) => a.span.start - b.span.start).slice(0, MOST_TOLD);
  const more = `The header has more than ${MOST_TOLD} slips: only the first are shown.`;
  return [...first, { message: more, span: span(header.start, header.start + 3) }];
}

function blank(
  state: Frontmatter['state'],
  at: Span,
  yaml: Span,
  issues: readonly HeaderIssue[],
  judge?: JudgeLine,
): Header {
  const own = (path: HeaderPath) => (path.length === 1 && path[0] === 'judge' ? judge : undefined);
  return {
    state,
    span: at,
    yaml,
    values: judge ? { judge: judge.name } : {},
    unreadable: new Set(),
    issues,
    valueSpan: (path) => own(path)?.value,
    keySpan: (path) => own(path)?.key,
  };
}

interface JudgeLine {
  readonly name: string;
  readonly key: Span;
  readonly value: Span;
}

/** The judge's line stands even where the YAML around it is broken. */
function judgeLine(source: string, base: number): JudgeLine | undefined {
  const found = /^(?<before>judge[ \t]*:[ \t]*["']?)(?<name>[^"'#\r\n]+)/m.exec(source);
  const { before = '', name = '' } = found?.groups ?? {};
  if (!found || name.trim() === '') return undefined;
  const start = base + found.index;
  const from = start + before.length;
  return {
    name: name.trim(),
    key: span(start, start + 'judge'.length),
    value: span(from, from + name.trimEnd().length),
  };
}

function clip(at: Span, within: Span, text: string): Span {
  const start = Math.min(Math.max(at.start, within.start), within.end);
  let end = Math.min(Math.max(at.end, start), within.end);
  // An error at the end of a line would span its ending.
  while (end > start + 1 && /\s/.test(text[end - 1] ?? '')) end--;
  return span(start, end);
}

/** The parser may end what it cannot read in the middle of a character of two UTF-16 units. */
function wholeCharacters({ start, end }: Span, text: string): Span {
  return span(start - (isWithinPair(text, start) ? 1 : 0), end + (isWithinPair(text, end) ? 1 : 0));
}

const whole = (found: Span | undefined, text: string): Span | undefined =>
  found && wholeCharacters(found, text);

const isWithinPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
