import { distance } from 'fastest-levenshtein';
import { type Document, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { type HeaderValues, headerSchema } from '../../../schemas/header.ts';
import type { Frontmatter } from './frontmatter.ts';
import { type Span, span } from './span.ts';

export type { HeaderValues } from '../../../schemas/header.ts';

/** Something wrong in the header, with the edit that mends it, where that is known. */
export interface HeaderIssue {
  readonly message: string;
  readonly span: Span;
  readonly mend?: { readonly title: string; readonly span: Span; readonly text: string };
}

/** Keys and indices from the top: `['attendees', 1, 'name']`. */
export type HeaderPath = readonly (string | number)[];

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
  const source = text.slice(base, found.yaml.end);
  let document: Document;
  let values: unknown;
  try {
    document = parseDocument(source, { prettyErrors: false, uniqueKeys: true });
    values = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const why = error instanceof RangeError ? 'is nested too deep' : 'refers to itself too often';
    issues.push({ message: `The header ${why} to be read.`, span: found.span });
    return blank(found.state, found.span, found.yaml, issues, fallbackJudge(source));
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
  const read = validate(values, header, issues);
  if (document.errors.length > 0) Object.assign(read.values, { ...fallbackJudge(source), ...read.values });
  return {
    state: found.state,
    span: found.span,
    yaml: found.yaml,
    ...read,
    issues,
    valueSpan: (path) => locate(header, path)?.value,
    keySpan: (path) => locate(header, path)?.key,
  };
}

function blank(
  state: Frontmatter['state'],
  at: Span,
  yaml: Span,
  issues: readonly HeaderIssue[],
  values: HeaderValues = {},
): Header {
  const none = () => undefined;
  return { state, span: at, yaml, values, unreadable: new Set(), issues, valueSpan: none, keySpan: none };
}

/** The judge's line stands even where the YAML around it is broken. */
function fallbackJudge(source: string): HeaderValues {
  const judge = /^judge[ \t]*:[ \t]*["']?([^"'#\r\n]+)/m.exec(source)?.[1]?.trim();
  return judge ? { judge } : {};
}

interface Located {
  readonly document: Document;
  readonly base: number;
  readonly contents: Document['contents'];
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
    const schema = headerSchema.shape[key as keyof typeof headerSchema.shape];
    if (!schema) {
      issues.push(unknownKey([key], KEYS, at));
      continue;
    }
    // A key without a value is one that is yet to be filled in, but for the judge.
    if (raw === null && key !== 'judge') continue;
    let value = withoutNulls(raw);
    let result = schema.safeParse(value);
    if (!result.success) {
      for (const issue of result.error.issues) {
        if (issue.code !== 'unrecognized_keys') continue;
        const path = [key, ...issue.path.filter(isPathKey)];
        for (const name of issue.keys) issues.push(unknownKey([...path, name], knownKeys(path), at));
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

function unknownKey(path: (string | number)[], known: readonly string[], at: Located): HeaderIssue {
  const name = String(path[path.length - 1]);
  const likely = closest(name, known);
  const where = describe(path.slice(0, -1));
  const mend = likely ? `Did you mean ${likely}?` : `Known keys: ${known.join(', ')}.`;
  const place = locate(at, path)?.key ?? span(at.base, at.base);
  return {
    message: `${where}\`${name}\` is not a key of the header. ${mend}`,
    span: place,
    ...(likely ? { mend: change(place, likely) } : {}),
  };
}

const change = (at: Span, to: string) => ({ title: `Change to ${to}`, span: at, text: to });

function wrongValue(path: (string | number)[], message: string, options: string[], at: Located): HeaderIssue {
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
function describe(path: readonly (string | number)[]): string {
  if (path.length === 0) return '';
  return `${path.map((k) => (typeof k === 'number' ? String(k + 1) : `\`${k}\``)).join(' ')}: `;
}

/** Letters exchanged are one slip of the pen, though two edits. */
function slips(a: string, b: string): number {
  const sorted = (s: string): string => [...s].sort().join('');
  return a !== b && sorted(a) === sorted(b) ? 1 : distance(a, b);
}

/** The likely word among `known`: at most a third of its letters off. */
export function closest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const d = slips(word.toLowerCase(), candidate.toLowerCase());
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** The keys that may stand at a path, read off the schema. */
function knownKeys(path: readonly (string | number)[]): string[] {
  let schema: unknown = headerSchema;
  const inner = (s: unknown): unknown => {
    const def = (s as { def?: { innerType?: unknown; element?: unknown } })?.def;
    return def?.innerType ? inner(def.innerType) : s;
  };
  for (const key of path) {
    const now = inner(schema) as { shape?: Record<string, unknown>; def?: { element?: unknown } };
    schema = typeof key === 'number' ? now.def?.element : now.shape?.[key];
  }
  return Object.keys((inner(schema) as { shape?: Record<string, unknown> })?.shape ?? {});
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([k, v]) => (v === null ? [] : [[k, withoutNulls(v)]])),
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

function locate(at: Located, path: HeaderPath): { key?: Span; value?: Span } | undefined {
  let node: unknown = at.contents;
  let key: Span | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((p) => isPair(p) && keyOf(p) === String(step));
      if (!pair) return undefined;
      key = rangeOf(pair.key, at.base);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      key = undefined;
    } else return undefined;
  }
  const value = rangeOf(node, at.base);
  return { ...(key ? { key } : {}), ...(value ? { value } : {}) };
}

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

function scalarAt(at: Located, path: HeaderPath): string | undefined {
  let node: unknown = at.contents;
  for (const step of path) {
    if (isMap(node)) node = node.items.find((p) => keyOf(p) === String(step))?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
    else return undefined;
  }
  return isScalar(node) ? String(node.value) : undefined;
}

function rangeOf(node: unknown, base: number): Span | undefined {
  const range = (node as Node | null)?.range;
  return range ? span(base + range[0], base + range[1]) : undefined;
}

/** The library speaks of YAML; the writer has a header. */
function yamlMessage(code: string, message: string): string {
  const first = message.split('\n')[0] ?? message;
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key stands twice in the header: keep one.';
    case 'TAB_AS_INDENT':
      return 'The header is indented with a tab: use spaces.';
    case 'MISSING_CHAR':
      return `The header cannot be read here: ${first}. A value with quotes or brackets must close them.`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'The header cannot be read here: each line is key: value, and a value that holds a colon stands in quotes.';
    default:
      return `The header cannot be read here: ${first}`;
  }
}

function clip(at: Span, within: Span, text: string): Span {
  const start = Math.min(Math.max(at.start, within.start), within.end);
  let end = Math.min(Math.max(at.end, start), within.end);
  // An error at the end of a line would span its ending.
  while (end > start + 1 && /\s/.test(text[end - 1] ?? '')) end--;
  return span(start, end);
}
