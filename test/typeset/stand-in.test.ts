import { beforeAll, describe, expect, test } from 'vitest';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { InProcessBackend } from '../../server/src/host/typeset/in-process.ts';
import { type EncodedPiece, encode } from '../../server/src/typeset/encode.ts';
import { encodeFormat, LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import { type Gauge, gaugeOf } from '../../server/src/typeset/gauge.ts';
import type { Block } from '../../server/src/typeset/node.ts';
import { type Measures, standIn } from '../../server/src/typeset/ruler/stand-in.ts';
import type { Format } from '../../server/src/typeset/typesetter.ts';
import { random, versionsOf } from '../support/edits.ts';
import { generateLetter } from './generate.ts';
import { chunksOf, dist, prepareAssets, sourceOf } from './support.ts';

const FORMATS: readonly Format[] = [
  LETTER,
  STATEMENT,
  { ...LETTER, size: 11, margin: 1.25 },
  { ...LETTER, size: 14, spacing: 1.15, margin: 0.75 },
];

/** Letters, and twice as many of each sort of block; more in a long run. */
const MANY = Number(process.env.EX_PARTE_RULED ?? 5);

const piecesOf = (markdown: string): readonly EncodedPiece[] => encode(chunksOf(markdown)).pieces;
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

const standInOf = (piece: EncodedPiece, format: string) =>
  standIn(JSON.parse(piece.json) as Block[], JSON.parse(format) as Measures);

/** Lines are ten points apart, and sums of fractions differ in the last place. */
function isAlike(a = '', b = ''): boolean {
  const [x, y] = [a, b].map((heights) => heights.split(/[; ]/).map(Number));
  return x?.length === y?.length && (x ?? []).every((h, i) => Math.abs(h - (y?.[i] ?? 0)) < 100);
}

describe('what stands in for blocks', () => {
  let engine: Engine;
  beforeAll(() => {
    prepareAssets();
    engine = new Engine();
  });

  /** @returns how many there were, and of how many no words are left */
  async function compare(pieces: readonly EncodedPiece[], format: string) {
    let [asked, told] = [0, 0];
    for (const piece of pieces) {
      const { blocks, isTold } = standInOf(piece, format);
      const json = JSON.stringify(blocks);
      const [real, stood] = [gaugeOf(piece.json), gaugeOf(json)];
      if (!real) continue;
      asked++;
      if (isTold) told++;
      const found = stood ? await engine.heights([real, stood], format) : [];
      if (stood?.shape === real.shape && isAlike(...found)) continue;
      throw new Error(`${found.join(' | ')} | ${format} ${piece.json} ${json}`);
    }
    return { asked, told };
  }

  test(
    'fills the same lines, in letters and versions of them',
    async () => {
      const sum = { asked: 0, told: 0 };
      for (let seed = 0; seed < MANY; seed++) {
        const format = encodeFormat(FORMATS[seed % FORMATS.length] ?? LETTER);
        // Of the links that stand all over, only the engine knows where they break.
        const letter = generateLetter(seed).replaceAll(/https:\S+/g, 'and');
        for (const version of [letter, ...versionsOf(letter, seed, 2)]) {
          const found = await compare(piecesOf(version), format);
          sum.asked += found.asked;
          sum.told += found.told;
        }
      }
      // Else this test would show nothing of what it is for.
      expect(sum.told).toBeGreaterThan(sum.asked / 2);
    },
    20_000 * MANY,
  );

  test.each(Object.entries(BLOCKS))(
    'fills the same lines: %s',
    async (_, block) => {
      const next = random(7);
      const words = (least: number, most: number): string => {
        const n = least + Math.floor(next() * (most - least));
        return Array.from({ length: n }, () => PROSE[Math.floor(next() * PROSE.length)]).join(' ');
      };
      const pieces = Array.from({ length: 2 * MANY }, () =>
        piecesOf(block(words(3, 60), [words(2, 30), words(2, 30), words(2, 30)])),
      ).flat();
      const sum = { asked: 0, told: 0 };
      for (const format of FORMATS) {
        const found = await compare(pieces, encodeFormat(format));
        sum.asked += found.asked;
        sum.told += found.told;
      }
      expect(sum.told).toBeGreaterThan(sum.asked / 4);
    },
    20_000 * MANY,
  );

  test(
    'fills as many pages: whole letters',
    async () => {
      const typesetter = createTypesetter({ dist, mode: 'in-process', engine: 'native' });
      for (let seed = 0; seed < 2 * MANY; seed++) {
        const format = FORMATS[seed % FORMATS.length] ?? LETTER;
        const source = sourceOf(generateLetter(seed, 30).replaceAll(/https:\S+/g, 'and'), format);
        const { pages } = await typesetter.layout('a', source);
        expect(await typesetter.count('a', source), `letter ${seed}`).toBe(pages);
        typesetter.close('a');
      }
      await typesetter.dispose();
    },
    20_000 * MANY,
  );
});

test('is the same where a word more makes no line more, so that the engine is not asked', () => {
  const [a, b, c] = ['One of many.', 'One of very many.', `One of${' very'.repeat(30)} many.`].map((text) =>
    piecesOf(text).map((piece) => JSON.stringify(standInOf(piece, encodeFormat(LETTER)).blocks)),
  );
  expect(a).toEqual(['[["p",["x"],false]]']);
  expect(b).toEqual(a);
  expect(c).toEqual(['[["p",["x",["br"],"x"],true]]']);
});

test.each([
  'a link: https://a.example/long/path',
  'another script: приговор',
  'a word in two scripts: приговорs',
  'a sign 🔋',
  'two  `spaces  in`  code',
])('is left to the engine: %s', (text) => {
  const long = ' and so on'.repeat(12);
  const pieces = piecesOf(`${long} ${text}${long}`);
  const stood = pieces.map((piece) => standInOf(piece, encodeFormat(LETTER)));
  expect(stood).toEqual(pieces.map((p) => ({ blocks: JSON.parse(p.json), isTold: false })));
});

test('is left to the engine where another font is set: the widths are those of one', () => {
  const [piece] = piecesOf(`${'and so on '.repeat(12)}to the end`);
  const format = encodeFormat(LETTER);
  const { fonts } = JSON.parse(format) as Measures;
  const other = JSON.stringify({ ...JSON.parse(format), fonts: ['Another', ...fonts] });
  expect(piece && standInOf(piece, format).isTold).toBe(true);
  expect(piece && standInOf(piece, other).isTold).toBe(false);
});

const PROSE = (
  'the of a counsel—not demand, offer; plaintiff’s “defendant” (see damages) $125,000 25% § 1983 re-examination ' +
  '2020–2024 e-mail settlement **conference** *id.* Dep’t and mediator **_bold and slanted_** Mr. Müller’s #3 A&B'
).split(' ');

/** Blocks of a text and three others. */
const BLOCKS: Readonly<Record<string, (text: string, stays: readonly string[]) => string>> = {
  'a paragraph': (text) => text,
  headings: (text, [a]) => `${'#'.repeat(1 + (text.length % 5))} ${text} ${a}`,
  'a bulleted list': (text, [a, b, c]) => `- ${a}\n- ${text}\n- ${b}\n\n  ${c}`,
  'lists in lists': (text, [a, b, c]) => `- ${a}\n  - ${text}\n    - ${b}\n    1. ${c}\n    1. ${text}`,
  'a numbered list': (text, stays) =>
    [...stays, text, ...stays, text].map((s, i) => `${i + 4}) ${s}`).join('\n'),
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
