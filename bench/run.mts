// `npm run bench`: ours and its peers in turn, on the same letters with the same edits. Two ratios of different runs can
// be compared, two times in milliseconds cannot. `--quick` for a first look.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './client.mts';
import { growthCurve } from './curve.mts';
import { letterOf } from './letters.mts';
import { installPeers, linter, ours, oursInTerminal, rumdl, type Server } from './peers.mts';

const root = join(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const EDITS = quick ? 60 : 200;
const ROUNDS = quick ? 1 : 3;
const LETTERS = quick ? 100 : 1_000;
const PAGES = [10, 100];
const CURVE = quick ? [1, 10, 50] : [1, 3, 10, 30, 100, 200, 300];
const REQUESTS = ['completion', 'hover', 'codeAction'].map((name) => `textDocument/${name}`);

const work = mkdtempSync(join(tmpdir(), 'ex-parte-bench-'));
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

type Figures = Record<string, number>;

/** One server on one letter: milliseconds, and MiB at the end. */
async function measure(server: Server, pages: number, edits: number, seed: number): Promise<Figures> {
  const file = join(work, `letter-${pages}.md`);
  writeFileSync(file, letterOf(pages));
  const client = new Client(server, file);
  try {
    const ready = await client.start();
    const first = await client.open();
    const times: number[] = [];
    const body = client.text.indexOf('Dear Judge');
    for (let i = 0; i < edits; i++) {
      const where =
        body + Math.floor(((i * 7919 + seed * 104_729) % 99_991) * ((client.text.length - body) / 99_991));
      times.push(await client.edit(where, i % 10 === 9 ? '\n' : 'x'));
    }
    const figures: Figures = { ready, first, p50: at(sorted(times), 0.5), p95: at(sorted(times), 0.95) };
    for (const method of REQUESTS) {
      const answers: number[] = [];
      for (let i = 0; i < 20; i++) answers.push(await client.request(method, 3 + i));
      figures[method.slice('textDocument/'.length)] = at(sorted(answers), 0.5);
    }
    const memory = client.memory();
    if (memory !== undefined) figures.memory = memory;
    return figures;
  } finally {
    client.stop();
  }
}

/** Seconds for a folder of letters, each of another seed. */
function inTerminal({ command: [program = '', ...args] }: Server, folder: string): number {
  const began = performance.now();
  spawnSync(program, [...args, folder], { stdio: 'ignore', shell: process.platform === 'win32' });
  return (performance.now() - began) / 1_000;
}

const rows: {
  what: string;
  pages: number | null;
  ours: number;
  peer: number;
  name: string;
  ratio: number;
}[] = [];
const add = (
  what: string,
  pages: number | null,
  mine: readonly number[],
  theirs: readonly number[],
  name: string,
) => {
  const a = at(sorted(mine), 0.5);
  const b = at(sorted(theirs), 0.5);
  const ratio = at(sorted(mine.map((m, i) => m / (theirs[i] ?? Number.NaN))), 0.5);
  rows.push({ what, pages, ours: a, peer: b, name, ratio });
};

const peers = installPeers();
if (!peers) console.log('The peers could not be installed: ours is measured alone.');
try {
  for (const pages of PAGES) {
    const mine: Figures[] = [];
    const theirs: Figures[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      if (peers) theirs.push(await measure(rumdl, pages, EDITS, round));
      mine.push(await measure(ours, pages, EDITS, round));
    }
    for (const what of Object.keys(mine[0] ?? {})) {
      add(
        what,
        pages,
        mine.map((f) => f[what] ?? Number.NaN),
        theirs.map((f) => f[what] ?? Number.NaN),
        rumdl.name,
      );
    }
  }
  const folder = join(work, 'letters');
  mkdirSync(folder);
  for (let i = 0; i < LETTERS; i++) writeFileSync(join(folder, `${i}.md`), letterOf(3 + (i % 8), i));
  const theirs = peers ? [inTerminal({ ...linter, command: [...linter.command] }, `${folder}/*.md`)] : [];
  add(`terminal, ${LETTERS} letters, s`, null, [inTerminal(oursInTerminal, folder)], theirs, linter.name);
  const curve: (readonly [number, number])[] = [];
  for (const pages of CURVE) curve.push([pages, (await measure(ours, pages, 60, 1)).p50 ?? Number.NaN]);
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  if (!quick) writeFileSync(join(root, 'docs/images/growth.svg'), growthCurve(curve));
  const size = sizeOf(join(root, 'dist')) / 2 ** 20;
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    join(root, 'bench/results.json'),
    `${JSON.stringify({ day, machine, rows, curve, distMiB: size }, null, 2)}\n`,
  );
  console.log(
    `${day}, ${machine}; medians of ${ROUNDS} rounds of ${EDITS} edits; dist ${size.toFixed(1)} MiB\n`,
  );
  console.log('| what | pages | ours | peer | peer’s | ratio |\n| --- | ---: | ---: | --- | ---: | ---: |');
  const n = (value: number): string => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 0) : '–');
  for (const r of rows)
    console.log(`| ${r.what} | ${r.pages ?? ''} | ${n(r.ours)} | ${r.name} | ${n(r.peer)} | ${n(r.ratio)} |`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += sizeOf(path);
    else if (!entry.name.endsWith('.map')) bytes += statSync(path).size;
  }
  return bytes;
}
