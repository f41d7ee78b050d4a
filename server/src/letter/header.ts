import { type Document, parseDocument } from 'yaml';
import { keysAt } from '../../../schemas/describe.ts';
import { type HeaderValues, headerSchema } from '../../../schemas/header.ts';
import { unresolvedAliases } from './aliases.ts';
import { joinCutSums } from './cut-sums.ts';
import { holdsItself } from './cycle.ts';
import type { Frontmatter } from './frontmatter.ts';
import { type HeaderIssue, unknownKey, wrongValue, yamlMessage } from './header-issues.ts';
import { type Span, span } from './span.ts';
import { type HeaderPath, type Located, locate } from './yaml-places.ts';

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
}

const KEYS = Object.keys(headerSchema.shape);
/** An alias may stand for a list, but not for a bomb. */
const MOST_ALIASES = 100;

/** Reads the header. Total: whatever is written gives a Header, and what is wrong is in `issues`. */
export function readHeader(text: string, found: Frontmatter): Header {
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
  let document: Document;
  let values: unknown;
  let dangling: ReadonlySet<string>;
  try {
    document = parseDocument(source, { prettyErrors: false, uniqueKeys: true, logLevel: 'error' });
    issues.push(...joinCutSums(document, source, base));
    const aliases = unresolvedAliases(document, base);
    issues.push(...aliases.issues);
    dangling = aliases.keys;
    values = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const why = error instanceof RangeError ? 'is nested too deep' : 'refers to itself too often';
    issues.push({ message: `The header ${why} to be read.`, span: found.span });
    return blank(found.state, found.span, found.yaml, issues, judgeLine(source, base));
  }
  if (holdsItself(values)) {
    issues.push({
      message: 'The header refers to itself: write out what the * stands for.',
      span: found.span,
    });
    return blank(found.state, found.span, found.yaml, issues, judgeLine(source, base));
  }
  // The parser says so in its own words at each bracket.
  const tooDeep = document.errors.some((e) => e.code === 'RESOURCE_EXHAUSTION');
  if (tooDeep) issues.push({ message: 'The header is nested too deep to be read.', span: found.span });
  for (const error of tooDeep ? [] : document.errors) {
    const [from, to] = error.pos;
    issues.push({
      message: yamlMessage(error.code, error.message),
      span: clip(span(base + from, base + Math.max(to, from + 1)), found.yaml, text),
    });
  }
  const header = { document, base, contents: document.contents };
  const at = (found: Span | undefined) => found && wholeCharacters(found, text);
  // Where a bracket or a quotation mark is not closed, it swallows what follows: of what is left of the other
  // keys nothing is said before the one slip is mended.
  const broken = document.errors.some((e) => e.code !== 'DUPLICATE_KEY');
  const slips: HeaderIssue[] = [];
  const read = validate(values, header, slips);
  if (!broken) issues.push(...slips);
  for (const key of dangling) read.unreadable.add(key);
  const judge = document.errors.length > 0 ? judgeLine(source, base) : undefined;
  if (judge) Object.assign(read.values, { judge: judge.name, ...read.values });
  const own = (path: HeaderPath) => (judge && path.length === 1 && path[0] === 'judge' ? judge : undefined);
  return {
    state: found.state,
    span: found.span,
    yaml: found.yaml,
    ...read,
    issues: issues.map((issue) => ({ ...issue, span: wholeCharacters(issue.span, text) })),
    valueSpan: (path) => at(locate(header, path)?.value ?? own(path)?.value),
    keySpan: (path) => at(locate(header, path)?.key ?? own(path)?.key),
  };
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

function validate(values: unknown, at: Located, issues: HeaderIssue[]) {
  const read: Record<string, unknown> = {};
  const unreadable = new Set<string>();
  const whole = locate(at, [])?.value ?? span(at.base, at.base);
  if (values !== null && (typeof values !== 'object' || Array.isArray(values))) {
    issues.push({ message: 'The header must be a list of keys, such as judge: and a name.', span: whole });
    return { values: read as HeaderValues, unreadable };
  }
  for (const [key, raw] of Object.entries(values ?? {})) {
    // Own keys only: `constructor:` is a key like any other that is not known.
    const schema = Object.hasOwn(headerSchema.shape, key)
      ? headerSchema.shape[key as keyof typeof headerSchema.shape]
      : undefined;
    if (!schema) {
      issues.push(unknownKey([key], KEYS, at));
      continue;
    }
    // A key without a value is one that is yet to be filled in, but for the judge.
    if (raw === null && key !== 'judge') continue;
    let value = withoutNulls(raw, [key]);
    let result = schema.safeParse(value);
    if (!result.success) {
      for (const issue of result.error.issues) {
        if (issue.code !== 'unrecognized_keys') continue;
        const path = [key, ...issue.path.filter(isPathKey)];
        for (const name of issue.keys)
          issues.push(
            unknownKey(
              [...path, name],
              keysAt(path).map((k) => k.key),
              at,
            ),
          );
        value = withoutKeys(value, issue.path.filter(isPathKey), issue.keys);
      }
      result = schema.safeParse(value);
    }
    if (result.success) read[key] = result.data;
    else {
      unreadable.add(key);
      for (const issue of result.error.issues) {
        const path = [key, ...issue.path.filter(isPathKey)];
        const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
        issues.push(wrongValue(path, issue.message, options, at));
      }
    }
  }
  if (!('judge' in (values ?? {}))) {
    issues.push({
      message: 'The header names no judge: add a line judge: with the magistrate judge.',
      span: whole,
    });
  }
  return { values: read as HeaderValues, unreadable };
}

const isPathKey = (k: PropertyKey): k is string | number => typeof k !== 'symbol';

/** Leaves out keys that are yet to be filled in; a key that nobody knows stays, so that it is told. */
function withoutNulls(value: unknown, path: HeaderPath): unknown {
  if (Array.isArray(value)) return value.map((v, i) => withoutNulls(v, [...path, i]));
  if (value === null || typeof value !== 'object') return value;
  const known = new Set(keysAt(path).map((k) => k.key));
  return Object.fromEntries(
    Object.entries(value).flatMap(([k, v]) =>
      v === null && known.has(k) ? [] : [[k, withoutNulls(v, [...path, k])]],
    ),
  );
}

function withoutKeys(value: unknown, path: readonly (string | number)[], keys: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) {
    return Object.fromEntries(Object.entries(value as object).filter(([k]) => !keys.includes(k)));
  }
  if (Array.isArray(value)) return value.map((v, i) => (i === first ? withoutKeys(v, rest, keys) : v));
  const map = value as Record<string, unknown>;
  return { ...map, [first]: withoutKeys(map[first], rest, keys) };
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

const isWithinPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
