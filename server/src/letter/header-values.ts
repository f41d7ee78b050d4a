import { keysAt } from '../../../schemas/describe.ts';
import { type HeaderValues, headerSchema } from '../../../schemas/header.ts';
import { type HeaderIssue, MOST_TOLD, unknownKey, wrongValue } from './header-issues.ts';
import { span } from './span.ts';
import { type HeaderPath, type Located, locate } from './yaml-places.ts';

const KEYS = Object.keys(headerSchema.shape);

/** What became of a key: `unread` are those without a value, and those that nobody knows. */
export type ReadKey =
  | { readonly state: 'value'; readonly value: unknown }
  | { readonly state: 'unreadable' | 'unread' };

/** Holds all of a header's keys against the schema; what is wrong is added to `issues`. */
export function readValues(values: unknown, at: Located, issues: HeaderIssue[]) {
  const read: Record<string, unknown> = {};
  const unreadable = new Set<string>();
  const whole = locate(at, [])?.value ?? span(at.base, at.base);
  if (values !== null && (typeof values !== 'object' || Array.isArray(values))) {
    issues.push({ message: 'The header must be a list of keys, such as judge: and a name.', span: whole });
    return { values: read as HeaderValues, unreadable };
  }
  for (const [key, raw] of Object.entries(values ?? {})) {
    const found = readKey(key, raw, at, issues);
    if (found.state === 'value') read[key] = found.value;
    else if (found.state === 'unreadable') unreadable.add(key);
  }
  if (!('judge' in (values ?? {}))) {
    issues.push({
      message: 'The header names no judge: add a line judge: with the magistrate judge.',
      span: whole,
    });
  }
  return { values: read as HeaderValues, unreadable };
}

/** Holds one key's value against the schema; what is wrong is added to `issues`. */
export function readKey(key: string, raw: unknown, at: Located, issues: HeaderIssue[]): ReadKey {
  // Own keys only: `constructor:` is a key like any other that is not known.
  const schema = Object.hasOwn(headerSchema.shape, key)
    ? headerSchema.shape[key as keyof typeof headerSchema.shape]
    : undefined;
  if (!schema) {
    issues.push(unknownKey([key], KEYS, at));
    return { state: 'unread' };
  }
  // A key without a value is one that is yet to be filled in, but for the judge.
  if (raw === null && key !== 'judge') return { state: 'unread' };
  const value = withoutNulls(raw, [key]);
  const own: HeaderIssue[] = [];
  let result = schema.safeParse(value);
  if (!result.success) {
    for (const issue of result.error.issues) {
      if (issue.code !== 'unrecognized_keys') continue;
      const path = [key, ...issue.path.filter(isPathKey)];
      const known = keysAt(path).map((k) => k.key);
      for (const name of issue.keys)
        if (own.length <= MOST_TOLD) own.push(unknownKey([...path, name], known, at));
      dropKeys(value, issue.path.filter(isPathKey), issue.keys);
    }
    result = schema.safeParse(value);
  }
  for (const issue of result.error?.issues ?? []) {
    if (own.length > MOST_TOLD) break;
    const path = [key, ...issue.path.filter(isPathKey)];
    const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    own.push(wrongValue(path, issue.message, options, at));
  }
  for (const issue of own) issues.push(issue);
  return result.success ? { state: 'value', value: result.data } : { state: 'unreadable' };
}

const isPathKey = (k: PropertyKey): k is string | number => typeof k !== 'symbol';

/** A copy without keys that are yet to be filled in; a key that nobody knows stays, so that it is told. */
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

/** In place: `value` is a copy of ours, and may hold thousands of entries, each with such a key. */
function dropKeys(value: unknown, path: readonly (string | number)[], keys: readonly string[]): void {
  let at = value;
  for (const step of path) at = (at as Record<string | number, unknown>)[step];
  for (const key of keys) delete (at as Record<string, unknown>)[key];
}
