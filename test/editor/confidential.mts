// A session in which all is done that a letter goes through, under a trace of the system calls of every process that
// VS Code starts: what they connected to, what they wrote, and where the letter's words are afterwards.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Desk } from '../trust/desk.ts';
import { canTrace } from '../trust/trace.ts';
import { faultsIn, filesBelow, SERVER, strayed, wordsFound } from './left-behind.mts';
import { orderWith } from './order.ts';
import { Skipped } from './outside.mts';
import { runCommand } from './palette.mts';
import { atExit } from './process.mts';
import { pageView } from './reload.mts';
import { clean } from './suite/letter.ts';
import { openWorkbench } from './workbench.mts';

const root = join(import.meta.dirname, '../..');
/** In ms; each step takes seconds on a machine that has nothing else to do. */
const PATIENCE = 90_000;
/** In ms; what a dialog needs to look at a path. */
const SETTLE = 500;
const WAIT = { timeout: PATIENCE };

/** Words that stand in no other file: in the letter, typed and saved, typed and not saved, and in the order. */
const WORDS = {
  written: 'Quetzalberry',
  saved: 'Kestrelmarrow',
  unsaved: 'Tamarackfen',
  order: 'Marlowequill',
};

/** Where each may stand afterwards, and does: `data` is VS Code's own storage. */
const EXPECTED: Readonly<Record<keyof typeof WORDS, readonly string[]>> = {
  written: ['matters/letter.md', 'data/data/User/History', 'data/data/User/Backups'],
  saved: ['matters/letter.md', 'data/data/User/History', 'data/data/User/Backups'],
  unsaved: ['data/data/User/Backups'],
  order: [
    'matters/order.txt',
    'matters/Hester Loomis v Green Ridge Slate Company - settlement letter to Judge Quillan.md',
    'matters/.ex-parte/orders/quillan-order.txt',
    'matters/.ex-parte/orders/quillan.yaml',
  ],
};

const ORDER = orderWith(
  '',
  `2. The letter shall address: (a) the facts in dispute, as to the ${WORDS.order} lease; and (b) the history of settlement negotiations.
`,
);

/** Waits until something is there. */
async function until<T>(
  page: Page,
  what: string,
  read: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE / 1000} s`);
    await page.waitForTimeout(100);
  }
}

/** The session's language servers: other sessions of this machine's have another home. */
const serversOf = (desk: Desk): number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(SERVER))
    .map((line) => Number.parseInt(line, 10))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(desk.home);
      } catch {
        return false;
      }
    });

/** Names a file in VS Code's own dialog, which passes over a key that comes before it has found the file. */
async function choose(page: Page, title: string, file: string): Promise<void> {
  const dialog = page.locator('.quick-input-title', { hasText: title });
  await dialog.waitFor(WAIT);
  const field = page.locator('.quick-input-widget input').first();
  await until(page, `${file} to be taken`, async () => {
    // It closes by itself a moment after it has heard the key.
    const brief = { timeout: SETTLE };
    await field.fill(file, brief).catch(() => {});
    await page.waitForTimeout(SETTLE);
    await field.press('Enter', brief).catch(() => {});
    return dialog.waitFor({ state: 'hidden', timeout: 10 * SETTLE }).then(
      () => true,
      () => undefined,
    );
  });
}

/** What a writer does with a letter, and a crash in the end. */
async function session(page: Page, desk: Desk, data: string): Promise<void> {
  await page.getByRole('treeitem', { name: 'letter.md' }).dblclick(WAIT);
  await page.locator('[id$="exParte.status"]:not(:has(.codicon-loading))').waitFor(WAIT);
  await runCommand(page, 'Ex Parte: Show Pages');
  await pageView(page);

  const write = async (text: string): Promise<void> => {
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(text);
  };
  const holds = (files: () => string[], word: string) => () =>
    files().some((file) => readFileSync(file).includes(word)) || undefined;
  const kept = (folder: string) => () =>
    filesBelow(join(data, 'data/User')).filter((file) => file.includes(`/${folder}/`));
  await write(`\n${WORDS.saved}`);
  await page.keyboard.press('Control+s');
  await until(
    page,
    'the letter to be saved',
    holds(() => [desk.letter], WORDS.saved),
  );
  // What is saved in the first moment, before VS Code has begun to keep a history, is in none.
  await until(page, 'a history of what was saved', async () => {
    if (holds(kept('History'), WORDS.saved)()) return true;
    await page.waitForTimeout(10 * SETTLE);
    if (holds(kept('History'), WORDS.saved)()) return true;
    await write(' and so on');
    await page.keyboard.press('Control+s');
    return undefined;
  });
  await write(`\n${WORDS.unsaved}`);

  const made = (ending: string) => () => filesBelow(desk.workspace).find((file) => file.endsWith(ending));
  await runCommand(page, 'Ex Parte: Export PDF for Chambers');
  await until(page, 'the PDF', made('.pdf'));
  await runCommand(page, 'Ex Parte: New Letter from Order');
  await choose(page, 'The order', join(desk.workspace, 'order.txt'));
  await until(page, 'the order file', made('quillan.yaml'));
  await page.getByRole('tab', { name: /quillan\.yaml/ }).waitFor(WAIT);
  await until(page, 'a backup of what is not saved', holds(kept('Backups'), WORDS.unsaved));
  // A crash, with the letter in memory; that the server comes again is shown in suite/4-crash.test.ts.
  const [server] = serversOf(desk);
  if (server === undefined) throw new Error('no language server runs');
  process.kill(server, 'SIGABRT');
  await until(page, 'the server to crash', () => (serversOf(desk).includes(server) ? undefined : true));
}

export async function confidential(work: string): Promise<string | null> {
  if (!canTrace) throw new Skipped('no strace, which is for Linux, or it may not trace here');
  const desk = new Desk();
  atExit(() => desk.remove());
  writeFileSync(desk.letter, clean.replace('out for a month', `out for a month, says ${WORDS.written}`));
  writeFileSync(join(desk.workspace, 'order.txt'), ORDER);
  const trace = join(work, 'trace');
  const profile = join(work, 'profile');
  const extensions = join(work, 'extensions');
  const asked: string[] = [];
  const { page, data, close } = await openWorkbench({
    folder: desk.workspace,
    extension: root,
    extensions,
    profile,
    trace,
    // What is asked for through a ring is no call that a trace sees.
    env: { ...desk.env, XDG_RUNTIME_DIR: desk.temp, UV_USE_IO_URING: '0' },
    settings: { 'files.autoSave': 'off' },
    watch: (opened) => {
      opened.context().on('request', (request) => void asked.push(request.url()));
      opened.on('websocket', (socket) => void asked.push(socket.url()));
    },
  });
  const { host } = new URL(page.url());
  try {
    await session(page, desk, data);
  } finally {
    await close();
  }
  const places = { matters: desk.workspace, home: desk.home, temp: desk.temp, data, extensions, profile };
  const faults = faultsIn(readFileSync(trace, 'utf8'), places);
  // It holds what the processes told one another.
  rmSync(trace);
  faults.push(...strayed(asked, host));
  for (const [name, word] of Object.entries(WORDS)) {
    const found = wordsFound(word, places);
    const expected = EXPECTED[name as keyof typeof WORDS];
    for (const file of found)
      if (!expected.some((e) => file === e || file.startsWith(`${e}/`)))
        faults.push(`“${name}” stands in ${file}`);
    for (const place of expected)
      if (!found.some((file) => file === place || file.startsWith(`${place}/`)))
        faults.push(`“${name}” is not found in ${place}: is it looked for?`);
  }
  return faults.length === 0 ? null : faults.join('\n');
}
