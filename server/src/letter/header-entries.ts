import type { Document } from 'yaml';
import { unresolvedAliases } from './aliases.ts';
import { joinCutSums } from './cut-sums.ts';
import { doubleKeys } from './double-keys.ts';
import type { HeaderIssue } from './header-issues.ts';
import { type ReadKey, readKey } from './header-values.ts';
import { shift } from './span.ts';
import { parseYaml } from './yaml-document.ts';

/** A key of the header with the lines of its value, read by itself. Places count from its first character. */
export interface Entry {
  readonly key: string;
  readonly text: string;
  readonly document: Document;
  readonly contents: Document['contents'];
  readonly read: ReadKey;
  readonly issues: readonly HeaderIssue[];
}

export interface PlacedEntry {
  readonly entry: Entry;
  /** Where it begins in the letter. */
  readonly base: number;
  /** Placed in the letter. */
  readonly issues: readonly HeaderIssue[];
}

/** A key at the margin, plain enough that no other reading of the line is possible. */
const KEY = /^([A-Za-z_][\w-]*)[ \t]*:(?=[ \t\r]|$)/;
/** What goes on with the key above: indented, or an item of its list. */
const GOES_ON = /^(?:[ \t]|-(?:[ \t\r]|$))/;
/** What may reach from one key into another (anchors, aliases, tags), or takes the blank lines behind it along. */
const REACHES = /(?:^|[\s[{,:-])[&*!]|[|>]\d?\+/;

/**
 * Reads a header key by key, those that `known` has (by their lines) not again. Undefined where not all of it is
 * certain to mean by itself what it means in its place, something of the YAML is wrong, or no judge is named: then
 * all of it must be read at once.
 * @param source the header's YAML
 * @param base where it begins in the letter
 */
export function readEntries(
  source: string,
  base: number,
  known?: ReadonlyMap<string, Entry>,
): PlacedEntry[] | undefined {
  if (REACHES.test(source)) return undefined;
  const parts = splitEntries(source);
  const keys = new Set(parts?.map((p) => p.key));
  if (!parts || keys.size < parts.length || !keys.has('judge')) return undefined;
  const found: PlacedEntry[] = [];
  for (const { key, start, text } of parts) {
    const entry = known?.get(text) ?? readEntry(key, text);
    if (!entry) return undefined;
    const at = base + start;
    const issues = entry.issues.map((issue) => ({
      ...issue,
      span: shift(issue.span, at),
      ...(issue.mend ? { mend: { ...issue.mend, span: shift(issue.mend.span, at) } } : {}),
    }));
    found.push({ entry, base: at, issues });
  }
  return found;
}

interface Part {
  readonly key: string;
  readonly start: number;
  /** Without the blank lines and comments between it and the next. */
  readonly text: string;
}

function splitEntries(source: string): Part[] | undefined {
  const parts: { key: string; start: number; end: number }[] = [];
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline + 1;
    const line = source.slice(at, newline < 0 ? end : newline);
    const key = KEY.exec(line)?.[1];
    const last = parts.at(-1);
    if (key !== undefined) parts.push({ key, start: at, end });
    else if (line.trim() !== '' && !line.startsWith('#')) {
      if (!last || !GOES_ON.test(line)) return undefined;
      last.end = end;
    }
    at = end;
  }
  return parts.map(({ key, start, end }) => ({ key, start, text: source.slice(start, end) }));
}

function readEntry(key: string, text: string): Entry | undefined {
  const document = parseYaml(text);
  const isOdd =
    document.errors.length > 0 ||
    document.warnings.length > 0 ||
    joinCutSums(document, text, 0).length > 0 ||
    doubleKeys(document).length > 0 ||
    unresolvedAliases(document, 0).issues.length > 0;
  if (isOdd) return undefined;
  const values: unknown = document.toJS();
  if (typeof values !== 'object' || values === null || Object.keys(values).join() !== key) return undefined;
  const { contents } = document;
  const issues: HeaderIssue[] = [];
  const read = readKey(
    key,
    (values as Record<string, unknown>)[key],
    { document, base: 0, contents },
    issues,
  );
  return { key, text, document, contents, read, issues };
}
