import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf } from '../../server/src/order-reader/facts-json.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';

/** Facts as they stand beside an order; every field may be null. */
type Facts = Readonly<Record<string, unknown>>;

export interface Score {
  right: number;
  /** Read, though the order is silent or says otherwise; `FILE field: wanted / got`. */
  readonly wrong: string[];
  readonly missed: string[];
}

const plain = (x: unknown): string =>
  String(x ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const SMALL = new Set(['the', 'and', 'any', 'each', 'with', 'that', 'for']);
const wordsOf = (x: unknown): Set<string> =>
  new Set(
    plain(x)
      .split(' ')
      .filter((w) => w.length > 2 && !SMALL.has(w)),
  );

/** Most of the shorter one's words stand in the other. */
export function like(a: unknown, b: unknown): boolean {
  const [A, B] = [wordsOf(a), wordsOf(b)];
  const shared = [...A].filter((w) => B.has(w)).length;
  return shared / Math.max(1, Math.min(A.size, B.size)) >= 0.6;
}

const list = (x: unknown): readonly unknown[] => (Array.isArray(x) ? x : [x]);

/** A count and a date are both right where an order gives both. */
function sameDue(a: Facts, b: Facts): boolean {
  if (a.date && a.date === b.date) return true;
  return a.date === b.date && a.count === b.count && a.unit === b.unit;
}

function same(field: string, want: unknown, got: unknown): boolean {
  if (field === 'judge') return plain(got).endsWith(plain(want)) || plain(want).endsWith(plain(got));
  if (field === 'caption') return like(want, got);
  if (field === 'channel') return list(want).some((x) => list(got).includes(x));
  if (['due', 'demand', 'response'].includes(field)) return sameDue(want as Facts, got as Facts);
  if (['court', 'marking', 'email'].includes(field)) return plain(want) === plain(got);
  return JSON.stringify(want) === JSON.stringify(got);
}

const OUTER = [
  'judge',
  'court',
  'case',
  'caption',
  'conference',
  'order_date',
  'demand',
  'response',
  'authority',
];
const INNER = [
  'max_pages',
  'max_exhibit_pages',
  'due',
  'filed',
  'served',
  'channel',
  'email',
  'marking',
  'hard_copy_over_pages',
];

/** Reads every order of a folder (NN.txt) and compares it with its facts (NN.json). */
export function scoreFolder(dir: string): Score {
  const score: Score = { right: 0, wrong: [], missed: [] };
  for (const file of readdirSync(dir)
    .filter((f) => f.endsWith('.json'))
    .sort()) {
    const want = JSON.parse(readFileSync(join(dir, file), 'utf8')) as Facts;
    const text = ['.txt', '.md'].map((e) => join(dir, file.replace('.json', e))).find((f) => existsSync(f));
    if (text === undefined) throw new Error(`There is no text beside ${file}.`);
    compare(file.replace('.json', ''), want, factsOf(readOrder(readFileSync(text, 'utf8'))), score);
  }
  return score;
}

function compare(name: string, want: Facts, got: Facts, score: Score): void {
  const field = (key: string, w: unknown, g: unknown): void => {
    const say = `${name} ${key}: ${JSON.stringify(w)} / ${JSON.stringify(g)}`;
    if ((w ?? null) === null && (g ?? null) === null) return;
    if ((g ?? null) === null) score.missed.push(say);
    else if ((w ?? null) === null || !same(key, w, g)) score.wrong.push(say);
    else score.right++;
  };
  for (const key of OUTER) field(key, want[key], got[key]);
  const left = [...(got.submissions as Facts[])];
  for (const w of want.submissions as Facts[]) {
    const ways: ((x: Facts) => boolean)[] = [
      (x) => x.kind === w.kind && x.by === w.by,
      (x) => x.kind === w.kind,
      (x) => x.by === w.by,
    ];
    const at = ways.map((way) => left.findIndex(way)).find((i) => i >= 0) ?? -1;
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) {
      score.missed.push(`${name} submission: ${String(w.kind)} by ${String(w.by)}`);
      continue;
    }
    score.right++;
    for (const key of INNER) field(key, w[key], found[key]);
    contents(name, w.contents as string[], found.contents as string[], score);
  }
  for (const x of left) score.wrong.push(`${name} submission: none / ${String(x.kind)} by ${String(x.by)}`);
}

function contents(name: string, want: readonly string[], got: readonly string[], score: Score): void {
  const left = [...got];
  for (const w of want) {
    const at = left.findIndex((g) => like(w, g));
    if (at < 0) score.missed.push(`${name} content: ${w}`);
    else {
      left.splice(at, 1);
      score.right++;
    }
  }
  for (const g of left) score.wrong.push(`${name} content: none / ${g}`);
}

export const precision = (s: Score): number => s.right / Math.max(1, s.right + s.wrong.length);
export const recall = (s: Score): number => s.right / Math.max(1, s.right + s.wrong.length + s.missed.length);
