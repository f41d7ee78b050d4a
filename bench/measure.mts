// What is measured of one server, and of one linter.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client, FEATURES } from './client.mts';
import { edit } from './edits.mts';
import { letterOf } from './letters.mts';
import type { Linter, Server } from './peers.mts';
import { median, quantile } from './statistics.mts';

/** By what was measured: milliseconds, MiB under `memory`, and how much was found under `findings`. */
export type Figures = Readonly<Record<string, number>>;

const TIMES = 20;

/** One server, started anew, on one letter of about so many pages. */
export async function session(
  server: Server,
  work: string,
  pages: number,
  { edits, seed }: { readonly edits: number; readonly seed: number },
): Promise<Figures> {
  const folder = join(work, `pages-${pages}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'letter.md');
  writeFileSync(file, letterOf(pages));
  for (const [name, text] of Object.entries(server.files ?? {})) writeFileSync(join(folder, name), text);
  const { client, ready } = await started(server, folder);
  try {
    const { document, took: first } = await client.open(file);
    const times = await edit(client, document, edits, seed);
    const both = ready + first;
    const figures: Record<string, number> = {
      ready,
      first,
      both,
      p50: median(times),
      p95: quantile(times, 0.95),
    };
    for (const feature of FEATURES) {
      const answers: (number | undefined)[] = [];
      for (let line = 3; line < 3 + TIMES; line++)
        answers.push(await client.request(feature, document, line));
      figures[feature] = median(answers.filter((ms) => ms !== undefined));
    }
    const memory = client.peak;
    if (memory !== undefined) figures.memory = memory;
    figures.findings = client.found;
    return figures;
  } finally {
    await client.stop();
  }
}

/** rumdl 0.2.75 sometimes never answers its first message; it is started again then, and that is told. */
async function started(server: Server, folder: string): Promise<{ client: Client; ready: number }> {
  for (let left = 2; ; left--) {
    const client = new Client(server, folder);
    try {
      return { client, ready: await client.start() };
    } catch (error) {
      await client.stop();
      if (left === 0) throw error;
      console.log(`${server.name} did not start, once more`);
    }
  }
}

/** Lays letters of 3 to 10 pages, each of other words. */
export function layLetters(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) writeFileSync(join(folder, `${i}.md`), letterOf(3 + (i % 8), i));
}

/** Seconds for a folder of letters. @throws when the command did not run to its end */
export function lint({ name, command, target, files = {} }: Linter, folder: string): number {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dirname(folder), file), text);
  const [program = '', ...args] = command;
  const began = performance.now();
  const { status, signal } = spawnSync(program, [...args, target(folder)], {
    cwd: dirname(folder),
    stdio: 'ignore',
  });
  // 1 tells of findings.
  if (status === null || status > 1) throw new Error(`${name} ended with ${signal ?? `code ${status}`}`);
  return (performance.now() - began) / 1_000;
}

/** MiB of the files in a folder; maps for a debugger are not shipped. */
export function sizeOf(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && !entry.name.endsWith('.map'))
      bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return bytes / 2 ** 20;
}
