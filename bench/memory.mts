// `npm run bench:memory`: what server and typesetter hold through 10,000 edits of one letter, and with 200 letters open.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.mts';
import { edit } from './edits.mts';
import { layLetters } from './measure.mts';
import { ours } from './peers.mts';
import { childrenOf, heldBy } from './processes.mts';
import { figure, median } from './statistics.mts';

const quick = process.argv.includes('--quick');
const EDITS = quick ? 2_000 : 10_000;
const LETTERS = quick ? 20 : 200;
const STEPS = 10;

const work = mkdtempSync(join(tmpdir(), 'ex-parte-bench-'));
const client = new Client(ours, work);
const tell = (what: string, ms?: number): void => {
  const took = ms === undefined ? '' : `, a key ${figure(ms)} ms`;
  const whole = heldBy(client.pid) ?? Number.NaN;
  const typesetter = childrenOf(client.pid).reduce((sum, pid) => sum + (heldBy(pid) ?? 0), 0);
  console.log(`${what}: ${figure(whole)} MiB, ${figure(typesetter)} of them the typesetter’s${took}`);
};
try {
  layLetters(work, LETTERS);
  await client.start();
  tell('started');
  // The eighth of the letters has ten pages.
  const { document } = await client.open(join(work, '7.md'));
  tell('one letter of 10 pages open');
  for (let step = 1; step <= STEPS; step++) {
    const times = await edit(client, document, EDITS / STEPS, step);
    tell(`${(EDITS / STEPS) * step} edits`, median(times));
  }
  const open: TextDocument[] = [document];
  for (let i = 0; i < LETTERS; i++) {
    if (i !== 7) open.push((await client.open(join(work, `${i}.md`))).document);
    if (open.length % (LETTERS / 4) === 0) tell(`${open.length} letters open`);
  }
  tell('edits with all of them open', median(await edit(client, document, EDITS / STEPS, STEPS + 1)));
  for (const letter of open) await client.close(letter);
  tell('all closed');
  console.log(`at most: ${figure(client.peak ?? Number.NaN)} MiB, each process’s highest summed`);
} finally {
  await client.stop();
  rmSync(work, { recursive: true, force: true });
}
