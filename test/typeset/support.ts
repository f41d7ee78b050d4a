import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { layAssets } from '../../assets.mts';
import type { Chunk } from '../../server/src/letter/chunk.ts';
import { parseBody } from '../../server/src/letter/markdown.ts';
import { LETTER } from '../../server/src/typeset/formats.ts';
import type { Format, Source } from '../../server/src/typeset/typesetter.ts';

const root = join(import.meta.dirname, '../..');

/** A folder as the build makes it, for the typesetter alone; kept between runs, for its engines are big. */
export const dist = join(root, 'node_modules/.cache/ex-parte-typeset');

/** Fills `dist` with what an engine in this process needs. */
export function prepareAssets(): void {
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n');
  layAssets(dist);
}

/** Fills `dist` with the bundles of the typesetter's process and of its client too. */
export function prepareProcess(): void {
  prepareAssets();
  esbuild.buildSync({
    entryPoints: {
      typesetter: join(root, 'server/src/host/typeset/process.ts'),
      child: join(root, 'server/src/host/typeset/child.ts'),
    },
    outdir: dist,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    loader: { '.typ': 'text' },
    define: { 'import.meta.url': '""' },
  });
}

export const chunksOf = (markdown: string): Chunk[] =>
  parseBody(markdown, 0).pieces.map(({ chunk }) => chunk);

export const sourceOf = (markdown: string, format: Format = LETTER): Source => ({
  chunks: chunksOf(markdown),
  format,
});

/** Whether poppler's tools are here; CI installs them. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

/** Runs a tool of poppler's on a PDF and returns what it prints. */
export function poppler(
  tool: 'pdftotext' | 'pdfinfo' | 'pdffonts',
  pdf: Uint8Array,
  ...args: string[]
): string {
  const folder = mkdtempSync(join(tmpdir(), 'ex-parte-'));
  try {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, pdf);
    const rest = tool === 'pdftotext' ? ['-'] : [];
    return execFileSync(tool, [...args, file, ...rest], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const pagesOf = (pdf: Uint8Array): number =>
  Number(/^Pages:\s+(\d+)/m.exec(poppler('pdfinfo', pdf))?.[1]);
