// `npm run bench`: ours and its peers in turn, on the same letters with the same edits. Two ratios of different runs can
// be compared, two times in milliseconds cannot. `--quick` for a first look.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { growthCurve } from './curve.mts';
import { type Figures, layLetters, lint, session, sizeOf } from './measure.mts';
import * as peers from './peers.mts';
import { figure, median } from './statistics.mts';

const root = join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const EDITS = quick ? 60 : 200;
const ROUNDS = quick ? 1 : 3;
const LETTERS = quick ? 100 : 1_000;
const PAGES = [10, 100];
const CURVE = quick ? [1, 10, 50] : [1, 3, 10, 30, 100, 200, 300];

const work = mkdtempSync(join(tmpdir(), 'ex-parte-bench-'));
const there = peers.installPeers();
if (!there) console.log('The peers could not be installed: ours is measured alone.');
const servers: readonly peers.Server[] = [
  ...(there ? [peers.rumdl, peers.vsCodeMarkdown, peers.remark] : []),
  peers.ours,
  peers.oursInWasm,
];

/** What all rounds measured on letters of one length, by server. */
async function sessions(pages: number): Promise<Map<string, Figures[]>> {
  const found = new Map<string, Figures[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of servers)
      found.get(server.name)?.push(await session(server, work, pages, { edits: EDITS, seed: round + 1 }));
  }
  return found;
}

const across = (rounds: readonly Figures[], what: string): number =>
  median(rounds.map((f) => f[what] ?? Number.NaN));

/** The median of each round's ratio, for rounds follow upon one another on a machine that changes. */
const ratio = (a: readonly Figures[], b: readonly Figures[], what: string): number =>
  median(a.map((f, i) => (f[what] ?? Number.NaN) / (b[i]?.[what] ?? Number.NaN)));

function table(pages: number, found: ReadonlyMap<string, readonly Figures[]>) {
  const baseline = found.get(peers.rumdl.name) ?? found.get(peers.ours.name) ?? [];
  const rows = Object.keys(baseline[0] ?? {}).map((what) => ({
    what,
    pages,
    figures: Object.fromEntries([...found].map(([name, rounds]) => [name, across(rounds, what)])),
    ratios: Object.fromEntries([...found].map(([name, rounds]) => [name, ratio(rounds, baseline, what)])),
  }));
  console.log(
    `\n| ${pages} pages | ${[...found.keys()].join(' | ')} |\n| --- |${' ---: |'.repeat(found.size)}`,
  );
  for (const { what, figures, ratios } of rows) {
    const cells = [...found.keys()].map((n) => `${figure(figures[n] ?? NaN)} (${figure(ratios[n] ?? NaN)})`);
    console.log(`| ${what} | ${cells.join(' | ')} |`);
  }
  return rows;
}

try {
  const began = loadavg()[0];
  const rows: ReturnType<typeof table>[number][] = [];
  for (const pages of PAGES) rows.push(...table(pages, await sessions(pages)));

  const folder = join(work, 'terminal/letters');
  layLetters(folder, LETTERS);
  const commands = [peers.oursInTerminal, ...(there ? peers.linters : [])];
  const terminal = Object.fromEntries(commands.map((command) => [command.name, lint(command, folder)]));
  console.log(`\n${LETTERS} letters, seconds: ${listed(terminal)}`);

  const sizes = peers.packages
    .filter(([, path]) => existsSync(path))
    .map(([name, path]) => [name, sizeOf(path)]);
  const sizesMiB = Object.fromEntries(sizes) as Record<string, number>;
  console.log(`Sizes unpacked, MiB: ${listed(sizesMiB)}`);

  const curve: Record<string, [number, number][]> = {};
  for (const pages of CURVE) {
    for (const server of there ? [peers.ours, peers.rumdl, peers.vsCodeMarkdown] : [peers.ours]) {
      const { p50 = Number.NaN } = await session(server, work, pages, { edits: 60, seed: 1 });
      curve[server.name] = [...(curve[server.name] ?? []), [pages, p50]];
    }
  }
  for (const [name, line] of Object.entries(curve))
    console.log(
      `${name}, key to diagnostics by pages, ms: ${line.map(([p, ms]) => `${p}: ${figure(ms)}`).join(', ')}`,
    );
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  if (!quick) writeFileSync(join(root, 'docs/images/growth.svg'), growthCurve(curve));

  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const day = new Date().toISOString().slice(0, 10);
  const load = `load ${figure(began ?? NaN)} before, ${figure(loadavg()[0] ?? NaN)} after`;
  console.log(
    `\n${day}, ${machine}, ${load}; medians of ${ROUNDS} rounds of ${EDITS} edits, beside rumdl's in brackets`,
  );
  writeFileSync(
    join(root, 'bench/results.json'),
    `${JSON.stringify({ day, machine, load, rows, terminal, letters: LETTERS, sizesMiB, curve }, null, 2)}\n`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

function listed(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', ');
}
