import { beforeAll, describe, expect, test } from 'vitest';
import { InProcessBackend } from '../../server/src/host/typeset/in-process.ts';
import { type EncodedPiece, encode } from '../../server/src/typeset/encode.ts';
import { encodeFormat, LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import { type Gauge, gaugeOf } from '../../server/src/typeset/gauge.ts';
import { areSameLines, leavesOf, type Measures } from '../../server/src/typeset/ruler/ruler.ts';
import type { Format } from '../../server/src/typeset/typesetter.ts';
import { random, versionsOf } from '../support/edits.ts';
import { generateLetter } from './generate.ts';
import { chunksOf, dist, prepareAssets } from './support.ts';

const FORMATS: readonly Format[] = [
  LETTER,
  STATEMENT,
  { ...LETTER, size: 11, margin: 1.25 },
  { ...LETTER, size: 14, spacing: 1.15, margin: 0.75 },
];

/** Letters and pairs of blocks that are tried; more in a long run. */
const MANY = Number(process.env.EX_PARTE_RULED ?? 10);

const piecesOf = (markdown: string): readonly EncodedPiece[] => encode(chunksOf(markdown)).pieces;
const leavesIn = ({ plain }: Gauge, format: string) => leavesOf(plain, JSON.parse(format) as Measures) ?? [];

/** What the engine makes of blocks, set by themselves: how far below a leaf's first mark its others stand. */
class Engine {
  readonly #backend = new InProcessBackend(dist, 'native');

  async heights(gauges: readonly Gauge[], format: string): Promise<string[]> {
    const blocks = JSON.stringify(gauges.flatMap((g) => g.blocks));
    const at = new Map(await this.#backend.typeset('gauge', () => ({ format, blocks })));
    return gauges.map((g) => g.leaves.map((marks) => this.#below(marks, at)).join(';'));
  }

  #below([first, ...rest]: readonly number[], at: ReadonlyMap<number, number>): string {
    return rest.map((m) => Math.round(((at.get(m) ?? 0) - (at.get(first ?? 0) ?? 0)) * 100)).join(' ');
  }
}

/** Versions of a text that have one shape, each beside the one before. */
function* pairs(text: string, seed: number, edits: number): Generator<readonly [Gauge, Gauge]> {
  let before: Gauge | undefined;
  for (const version of versionsOf(text, seed, edits)) {
    const pieces = piecesOf(version);
    const [only] = pieces;
    const now = (pieces.length === 1 && only && gaugeOf(only.json)) || undefined;
    if (now && before?.shape === now.shape) yield [before, now];
    before = now;
  }
}

/** Lines are ten points apart, and sums of fractions differ in the last place. */
function isAlike(a = '', b = ''): boolean {
  const [x, y] = [a, b].map((heights) => heights.split(/[; ]/).map(Number));
  return x?.length === y?.length && (x ?? []).every((h, i) => Math.abs(h - (y?.[i] ?? 0)) < 100);
}

describe('lines told by the widths of words', () => {
  let engine: Engine;
  beforeAll(() => {
    prepareAssets();
    engine = new Engine();
  });

  /** @returns how often it was told without the engine, and how often then that lines differ */
  async function compare(compared: Iterable<readonly [Gauge, Gauge]>, format: string) {
    let [asked, told, other] = [0, 0, 0];
    for (const [before, now] of compared) {
      asked++;
      const same = areSameLines(leavesIn(before, format), leavesIn(now, format));
      if (same === undefined) continue;
      told++;
      if (!same) other++;
      const [a, b] = await engine.heights([before, now], format);
      if (same !== isAlike(a, b)) {
        const blocks = JSON.stringify([before.plain, now.plain]);
        throw new Error(`told as ${same ? 'equal' : 'others'}: ${a} | ${b} | ${format} ${blocks}`);
      }
    }
    return { asked, told, other };
  }

  test(
    'are as many as the engine sets, through edits of all sorts of blocks',
    async () => {
      let [told, asked] = [0, 0];
      for (let seed = 0; seed < MANY; seed++) {
        const format = encodeFormat(FORMATS[seed % FORMATS.length] ?? LETTER);
        // Of the links that stand all over, only the engine knows where they break.
        const letter = generateLetter(seed).replaceAll(/https:\S+/g, 'and');
        for (const [i, { text }] of chunksOf(letter).entries()) {
          const found = await compare(pairs(text, seed * 100 + i, 6), format);
          told += found.told;
          asked += found.asked;
        }
      }
      // Else this test would show nothing of what it is for.
      expect(told).toBeGreaterThan(asked / 2);
    },
    20_000 * MANY,
  );

  test.each(Object.entries(BLOCKS))(
    'are as many as the engine sets: %s',
    async (kind, block) => {
      const next = random(7);
      const words = (least: number, most: number): string => {
        const n = least + Math.floor(next() * (most - least));
        return Array.from({ length: n }, () => PROSE[Math.floor(next() * PROSE.length)]).join(' ');
      };
      const versions = Array.from({ length: MANY }, () => {
        const stays = Array.from({ length: 8 }, () => words(2, 30));
        return [words(3, 60), words(3, 30)].map((more) => gauged(block(more, stays)));
      });
      const compared = versions.flatMap(([a, b]) => (a && b && a.shape === b.shape ? [[a, b] as const] : []));
      const sum = { asked: 0, told: 0, other: 0 };
      for (const format of FORMATS) {
        const found = await compare(compared, encodeFormat(format));
        sum.asked += found.asked;
        sum.told += found.told;
        sum.other += found.other;
      }
      expect(sum.told).toBeGreaterThan(sum.asked / 2);
      // Where there is room no cell has a second line.
      if (kind !== 'a table with room') expect(sum.other).toBeGreaterThan(2);
    },
    20_000 * MANY,
  );
});

test.each([
  'a link: https://a.example/long/path',
  'another script: приговор',
  'a sign 🔋',
  'two  `spaces  in`  code',
])('are left to the engine in %s', (text) => {
  const long = ' and so on'.repeat(12);
  const [a, b] = [text, `${text}.`].map((t) => gauged(`${long} ${t}${long}`));
  const format = encodeFormat(LETTER);
  expect(a && b ? areSameLines(leavesIn(a, format), leavesIn(b, format)) : 'unfit').toBe(undefined);
});

function gauged(markdown: string): Gauge | undefined {
  const [only, ...more] = piecesOf(markdown);
  return (only && more.length === 0 && gaugeOf(only.json)) || undefined;
}

const PROSE = (
  'the of a counsel—not demand, offer; plaintiff’s “defendant” (see damages) $125,000 25% § 1983 re-examination ' +
  '2020–2024 e-mail settlement **conference** *id.* Dep’t and mediator **_bold and slanted_** Mr. Müller’s #3 A&B'
).split(' ');

/** Blocks with a text that changes and eight that do not. */
const BLOCKS: Readonly<Record<string, (text: string, stays: readonly string[]) => string>> = {
  'a paragraph': (text) => text,
  headings: (text, [a]) => `${'#'.repeat(1 + (text.length % 5))} ${text} ${a}`,
  'a bulleted list': (text, [a, b, c]) => `- ${a}\n- ${text}\n- ${b}\n\n  ${c}`,
  'lists in lists': (text, [a, b, c]) => `- ${a}\n  - ${text}\n    - ${b}\n    1. ${c}\n    1. ${text}`,
  'a numbered list': (text, stays) => stays.map((s, i) => `${i + 4}) ${i === 5 ? text : s}`).join('\n'),
  'a quotation': (text, [a, b]) => `> ${a}\n>\n> - ${text}\n>\n> > ${b} ${text}`,
  'a table with room': (text, [a = '']) =>
    `| ${words(text, 4)} | ${words(a, 3)} | Amount |\n|---|:-:|--:|\n| ${words(a, 2)} | **${words(text, 2)}** | $3 |`,
  'a crowded table': (text, [a = '', b = '']) =>
    `| Item | ${words(a, 3)} | Amount |\n|---|---|--:|\n| ${text} | ${b} | $3 |\n| ${words(b, 3)} | ${words(text, 9)} | ${a} |`,
  'a table of five columns': (text, [a = '', b = '']) =>
    `| A | B | C | D | E |\n|---|---|---|---|---|\n| ${words(text, 5)} | ${words(a, 2)} | ${words(b, 4)} | none | ${words(text, 2)} |`,
  'a footnote': (text, [a, b]) => `${a}[^1] ${b}.\n\n[^1]: ${text}\n\n    ${b} ${text}`,
  'the text around footnotes': (text, [a, b]) => `${text}[^1] ${a}[^2], ${b}[^1]\n\n[^1]: ${a}\n[^2]: ${b}`,
  'lines that the writer ends': (text, [a, b]) => `${a}\\\n${text}\\\n${b}`,
};

const words = (text: string, n: number): string => text.split(' ').slice(0, n).join(' ');
