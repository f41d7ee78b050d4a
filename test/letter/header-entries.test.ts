import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFrontmatter } from '../../server/src/letter/frontmatter.ts';
import {
  type Header,
  type HeaderPath,
  readHeader,
  readHeaderAtOnce,
} from '../../server/src/letter/header.ts';
import { random } from '../support/edits.ts';

/** Every so many of the letters; all of them in a long run. */
const STEP = Number(process.env.EX_PARTE_HEADERS ?? 8);
const folder = join(import.meta.dirname, '../fixtures/letters');
const letters = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .filter((_, i) => i % STEP === 0)
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** All that a header says, places included. */
function said(header: Header) {
  const paths: HeaderPath[] = [[], ['nobody']];
  const walk = (value: unknown, path: HeaderPath): void => {
    paths.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  for (const [key, value] of Object.entries(header.values)) walk(value, [key]);
  for (const key of header.unreadable) paths.push([key]);
  const { state, span, yaml, values, unreadable, issues } = header;
  const places = paths.map((path) =>
    path.length > 0 ? [path, header.keySpan(path), header.valueSpan(path)] : [],
  );
  return { state, span, yaml, values, unreadable: [...unreadable].sort(), issues, places };
}

const TYPED = [
  ...'abe 0159:-#\'"[]{},&*|>$\t',
  '\n',
  '\n  ',
  '\n- ',
  '\n# a note\n',
  '|\n  ',
  ': ',
  'judge: x\n',
  '\n\n',
  'cc:\n',
];

/** Versions of a letter while someone writes in its header. */
function* versions(text: string, next: () => number, edits: number, lines: string): Generator<string> {
  const int = (below: number): number => Math.floor(next() * below);
  let now = text.replaceAll(/\r?\n/g, lines);
  const past = [now];
  for (let i = 0; i < edits; i++) {
    const end = findFrontmatter(now).body;
    const at = int(end);
    const dice = next();
    if (dice < 0.4)
      now = now.slice(0, at) + (TYPED[int(TYPED.length)] ?? '').replaceAll('\n', lines) + now.slice(at);
    else if (dice < 0.6) now = now.slice(0, at) + now.slice(Math.min(end, at + 1 + int(3)));
    else if (dice < 0.65) now = now.slice(0, at) + now.slice(at, at + int(80)) + now.slice(at);
    else now = past.at(-1 - int(4)) ?? text;
    past.push(now);
    yield now;
  }
}

test('a header read key by key after edits says what it says when read at once', () => {
  const next = random(11);
  let byKeys = 0;
  let all = 0;
  for (const [i, text] of letters.entries()) {
    let before: Header | undefined;
    for (const version of versions(text, next, 12, i % 5 === 4 ? '\r\n' : '\n')) {
      const found = findFrontmatter(version);
      const header = readHeader(version, found, before);
      if (header.entries) byKeys++;
      all++;
      expect(said(header), version.slice(0, found.body)).toEqual(said(readHeaderAtOnce(version, found)));
      before = header;
    }
  }
  // Else this test would show nothing of what it is for.
  expect(byKeys).toBeGreaterThan(all / 5);
}, 300_000);

test('a key whose lines are the same is not read again', () => {
  const text = '---\njudge: reznik\nattendees:\n  - name: A\n    role: party\ncase: 1\n---\n';
  const first = readHeader(text, findFrontmatter(text));
  const again = (from: string, to: string, before: Header): Header => {
    const version = text.replace(from, to);
    return readHeader(version, findFrontmatter(version), before);
  };
  const second = again('case: 1', 'case: 12', first);
  const third = again('judge: reznik', 'judge: moses', second);
  expect(third.values.attendees).toBe(second.values.attendees);
  expect(third.values.judge).toBe('moses');
  expect(third.valueSpan(['attendees', 0, 'name'])).toEqual({ start: 38, end: 39 });
});
