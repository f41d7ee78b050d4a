// Writes server/src/typeset/coverage-table.ts: which characters the bundled fonts can print. Run it after
// a font was added or updated; a test says when that was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FILES } from './server/src/typeset/fonts.ts';

const root = import.meta.dirname;
export const TABLE = join(root, 'server/src/typeset/coverage-table.ts');

/** The characters for which a TrueType font has a glyph, from its `cmap` (formats 4 and 12). */
function characters(file: string): Set<number> {
  const bytes = readFileSync(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = new Set<number>();
  const cmap = tableOffset(view, 'cmap');
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) readGroups(view, at, found);
    else if (format === 4) readSegments(view, at, found);
  }
  return found;
}

function tableOffset(view: DataView, wanted: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new Error(`no ${wanted} table`);
}

function readGroups(view: DataView, at: number, found: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    for (let c = view.getUint32(group); c <= view.getUint32(group + 4); c++) found.add(c);
  }
}

function readSegments(view: DataView, at: number, found: Set<number>): void {
  const count = view.getUint16(at + 6) / 2;
  for (let i = 0; i < count; i++) {
    const end = view.getUint16(at + 14 + i * 2);
    const start = view.getUint16(at + 16 + (count + i) * 2);
    const delta = view.getUint16(at + 16 + (2 * count + i) * 2);
    const rangeAt = at + 16 + (3 * count + i) * 2;
    const range = view.getUint16(rangeAt);
    for (let c = start; c <= end && c !== 0xffff; c++) {
      const raw = range === 0 ? c : view.getUint16(rangeAt + range + (c - start) * 2);
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) found.add(c);
    }
  }
}

/** The table's source. @throws when the faces of one family differ, for then a range would not be enough */
export function coverageTable(): string {
  const all = new Set<number>();
  const families = new Map<string, string>();
  for (const { pkg, path } of FONT_FILES) {
    const own = characters(join(root, 'node_modules', pkg, path));
    const list = [...own].sort((a, b) => a - b).join();
    if ((families.get(pkg) ?? list) !== list)
      throw new Error(`the faces of ${pkg} differ in their characters`);
    families.set(pkg, list);
    for (const c of own) all.add(c);
  }
  const ranges: number[] = [];
  let last = -2;
  for (const c of [...all].sort((a, b) => a - b)) {
    if (c === last + 1) ranges[ranges.length - 1] = c;
    else ranges.push(c, c);
    last = c;
  }
  // Differences in base 36 are a third as long as the code points.
  const steps = ranges.map((c, i) => (c - (ranges[i - 1] ?? 0)).toString(36));
  const lines: string[] = [];
  for (let i = 0; i < steps.length; i += 24) lines.push(`  '${steps.slice(i, i + 24).join(' ')}',`);
  return `// Written by coverage.mts from the bundled fonts; do not edit.

/** First and last character of each range that has glyphs, as differences in base 36. */
export const COVERAGE = [
${lines.join('\n')}
].join(' ');
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(TABLE, coverageTable());
