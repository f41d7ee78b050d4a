// Writes what is known of the bundled fonts: server/src/typeset/coverage-table.ts, the characters that they can
// print, and server/src/typeset/ruler/advances-table.ts, how wide those are that letters are mostly made of. Run it
// after a font was added or updated; a test says when that was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FILES } from './server/src/typeset/fonts.ts';

const root = import.meta.dirname;
export const TABLE = join(root, 'server/src/typeset/coverage-table.ts');
export const ADVANCES = join(root, 'server/src/typeset/ruler/advances-table.ts');

/** Characters with their glyphs. */
type Glyphs = Map<number, number>;

function open(file: string): DataView {
  const bytes = readFileSync(file);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The characters for which a TrueType font has a glyph, from its `cmap` (formats 4 and 12). */
function glyphs(view: DataView): Glyphs {
  const found: Glyphs = new Map();
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

function readGroups(view: DataView, at: number, found: Glyphs): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12;
    const [first, last, glyph] = [0, 4, 8].map((k) => view.getUint32(group + k)) as [number, number, number];
    for (let c = first; c <= last; c++) found.set(c, glyph + c - first);
  }
}

function readSegments(view: DataView, at: number, found: Glyphs): void {
  const count = view.getUint16(at + 6) / 2;
  for (let i = 0; i < count; i++) {
    const end = view.getUint16(at + 14 + i * 2);
    const start = view.getUint16(at + 16 + (count + i) * 2);
    const delta = view.getUint16(at + 16 + (2 * count + i) * 2);
    const rangeAt = at + 16 + (3 * count + i) * 2;
    const range = view.getUint16(rangeAt);
    for (let c = start; c <= end && c !== 0xffff; c++) {
      const raw = range === 0 ? c : view.getUint16(rangeAt + range + (c - start) * 2);
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) found.set(c, glyph);
    }
  }
}

/** The table's source. @throws when the faces of one family differ, for then a range would not be enough */
export function coverageTable(): string {
  const all = new Set<number>();
  const families = new Map<string, string>();
  for (const { pkg, path } of FONT_FILES) {
    const own = [...glyphs(open(join(root, 'node_modules', pkg, path))).keys()];
    const list = own.toSorted((a, b) => a - b).join();
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

/** Those that letters are mostly made of: ASCII, letters with accents, and the marks of print. */
const COMMON = Array.from({ length: 0x2027 }, (_, c) => String.fromCharCode(c)).filter((c) =>
  /[ -~§¶©®À-ÖØ-öø-ÿ–—‘’“”•‣…]/.test(c),
);
const STYLES = /_(400Regular|400Regular_Italic|700Bold|700Bold_Italic)\.ttf$/;

/** The table's source: the width of each character in each face of the family that letters are set in, from `hmtx`. */
export function advancesTable(): string {
  const units = new Set<number>();
  const faces = FONT_FILES.filter(({ path }) => STYLES.test(path) && path.includes('/Tinos_')).map(
    ({ pkg, path }) => {
      const view = open(join(root, 'node_modules', pkg, path));
      units.add(view.getUint16(tableOffset(view, 'head') + 18));
      const own = glyphs(view);
      const many = view.getUint16(tableOffset(view, 'hhea') + 34);
      const hmtx = tableOffset(view, 'hmtx');
      return COMMON.map((c) => {
        const glyph = own.get(c.codePointAt(0) ?? 0);
        if (glyph === undefined) throw new Error(`${path} has no ${c}`);
        return view.getUint16(hmtx + 4 * Math.min(glyph, many - 1));
      });
    },
  );
  if (units.size !== 1) throw new Error('the faces differ in their units');
  const lines = faces.map((widths) => `  '${widths.join(' ')}',`);
  return `// Written by coverage.mts from the bundled fonts; do not edit.

/** Of an em. */
export const UNITS = ${[...units].join()};

export const CHARACTERS =
  '${COMMON.join('').replaceAll(/[\\']/g, '\\$&')}';

/** How wide each of them is: regular, italic, bold, bold italic. */
export const ADVANCES = [
${lines.join('\n')}
];
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(TABLE, coverageTable());
  writeFileSync(ADVANCES, advancesTable());
}
