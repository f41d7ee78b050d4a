import { type Edit, edit, type Mapped } from './mapped.ts';

/**
 * Pleading paper numbers its lines 1 to 24..28 in the margin. Taken out of a PDF the numbers stand at the
 * beginnings of lines, on lines of their own, in a block, or in the midst of the running words. They are known by
 * their sequence: each is one more than the last, about a line's length further on.
 */
export function withoutLineNumbers(m: Mapped): Mapped {
  const found = candidates(m.text);
  const taken = new Set<Candidate>();
  for (const chain of chains(found)) for (const c of chain) taken.add(c);
  for (const run of runs(m.text, found)) for (const c of run) taken.add(c);
  if (taken.size === 0) return m;
  pageNumbers(m.text, found, taken);
  const edits: Edit[] = [...taken]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end, by: '' }));
  return edit(m, edits);
}

interface Candidate {
  readonly n: number;
  readonly start: number;
  readonly end: number;
}

/** The most lines of a page. */
const MOST = 32;

/** Numbers that stand by themselves. */
function candidates(text: string): Candidate[] {
  const list: Candidate[] = [];
  for (const match of text.matchAll(/(?<=^|\s)\d{1,2}(?=\s|$)/g)) {
    const n = Number(match[0]);
    if (n >= 1 && n <= MOST) list.push({ n, start: match.index, end: match.index + match[0].length });
  }
  return list;
}

/** Further apart than this no two lines of a page are. */
const FARTHEST = 260;
/** A number right behind another: a line without words. */
const NEXT = 6;

/** Sequences long enough to be a page's. Linear in the candidates: each looks at what follows within a few lines. */
function chains(found: readonly Candidate[]): Candidate[][] {
  const first = longest(found, 90);
  const gaps = first
    .flatMap((c) => c.slice(1).map((x, i) => x.start - (c[i]?.start ?? 0)))
    .filter((g) => g > 25);
  if (gaps.length === 0) return first;
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 90;
  return longest(found, usual);
}

function longest(found: readonly Candidate[], usual: number): Candidate[][] {
  const used = new Set<Candidate>();
  const all: Candidate[][] = [];
  // A page begins with 1; one whose first lines are lost begins later.
  const starts = [...found.keys()].sort((a, b) => rank(found[a]) - rank(found[b]) || a - b);
  for (const i of starts) {
    const start = found[i];
    if (!start || used.has(start) || start.n > 12) continue;
    const chain = [start];
    for (let last = i; ; ) {
      const next = follower(found, last, usual, used);
      if (next === undefined) break;
      const c = found[next];
      if (c) chain.push(c);
      last = next;
    }
    if (chain.length < 9) continue;
    chain[0] = nearest(found, i, chain, usual);
    for (const c of chain) used.add(c);
    all.push(chain);
  }
  return all;
}

/** Of several ones before a page's second line (its number, a footnote's) the first line's is the last. */
function nearest(
  found: readonly Candidate[],
  from: number,
  chain: readonly Candidate[],
  usual: number,
): Candidate {
  const [first, second] = chain;
  let best = first as Candidate;
  if (!first || !second) return best;
  for (let i = from + 1; i < found.length; i++) {
    const c = found[i];
    if (!c || c.start >= second.start) break;
    const gap = second.start - c.end;
    if (c.n === first.n && (gap <= NEXT || gap > usual / 4)) best = c;
  }
  return best;
}

const rank = (c: Candidate | undefined): number => (c?.n === 1 ? 0 : 1);

/** The number that continues the sequence: that whose place is nearest to where the next line would begin. */
function follower(
  found: readonly Candidate[],
  from: number,
  usual: number,
  used: ReadonlySet<Candidate>,
): number | undefined {
  const here = found[from];
  if (!here) return undefined;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let i = from + 1; i < found.length; i++) {
    const c = found[i];
    if (!c || c.start - here.start > FARTHEST) break;
    const step = c.n - here.n;
    if (step < 1 || step > 4 || used.has(c)) continue;
    const gap = c.start - here.end;
    const off = gap <= NEXT ? 0 : Math.abs(gap - usual * step);
    const cost = off + (step - 1) * 60;
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  return best;
}

/** Blocks of numbers with nothing between them. */
function runs(text: string, found: readonly Candidate[]): Candidate[][] {
  const all: Candidate[][] = [];
  let run: Candidate[] = [];
  for (const c of found) {
    const last = run.at(-1);
    if (last && c.n === last.n + 1 && text.slice(last.end, c.start).trim() === '') run.push(c);
    else {
      if (run.length >= 5) all.push(run);
      run = [c];
    }
  }
  if (run.length >= 5) all.push(run);
  return all;
}

/** The page's own number stands before its first line's or behind its last's. */
function pageNumbers(text: string, found: readonly Candidate[], taken: Set<Candidate>): void {
  for (const [i, c] of found.entries()) {
    if (taken.has(c)) continue;
    const before = found[i - 1];
    const after = found[i + 1];
    const touches = (a: Candidate | undefined, b: Candidate | undefined): boolean =>
      a !== undefined && b !== undefined && text.slice(a.end, b.start).trim() === '';
    const behind = before !== undefined && taken.has(before) && before.n >= 20 && touches(before, c);
    const ahead = after !== undefined && taken.has(after) && after.n === 1 && touches(c, after);
    if (behind || ahead) taken.add(c);
  }
}
