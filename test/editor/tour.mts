// Tries the package as who has never seen it would: installs it into a VS Code with nothing else in it, begins a
// letter by the keyboard as the README tells, and takes a picture of each step. Prints how long it took.
//   tour.mts PACKAGE.vsix FOLDER [--theme light|dark|hc|hcLight]
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { install, vscodeServer } from './code-server.mts';
import { runCommand } from './palette.mts';
import { runToEnd, temporaryFolder } from './process.mts';
import { openWorkbench, THEMES } from './workbench.mts';

/** In ms: a step that has not come up by then never will, on a machine with nothing else to do. */
const PATIENCE = 90_000;
/** In ms: widgets fade in. */
const SETTLE = 700;

/** What is done, in order; the picture bears the name. */
const tour: readonly { readonly name: string; readonly act: (page: Page) => Promise<unknown> }[] = [
  {
    name: 'views',
    act: (page) => page.getByRole('tab', { name: 'Ex Parte' }).first().click({ timeout: PATIENCE }),
  },
  { name: 'palette', act: (page) => palette(page, 'settlement') },
  { name: 'judge', act: (page) => enter(page).then(() => question(page, 1)) },
  { name: 'judge-typed', act: (page) => page.keyboard.type('rez') },
  { name: 'caption', act: (page) => enter(page).then(() => question(page, 2)) },
  { name: 'case', act: (page) => enter(page, 'Alfano v. Krasne').then(() => question(page, 3)) },
  { name: 'side', act: (page) => enter(page, '7:23-cv-07291').then(() => question(page, 4)) },
  { name: 'conference', act: (page) => enter(page).then(() => question(page, 5)) },
  { name: 'letter', act: (page) => enter(page, '2030-05-28 14:30').then(() => checked(page)) },
  { name: 'checklist', act: (page) => runCommand(page, 'Ex Parte: Focus on Checklist View') },
  { name: 'problems', act: (page) => runCommand(page, 'Problems: Focus on Problems View') },
  { name: 'problems-closed', act: (page) => runCommand(page, 'View: Hide Panel') },
  {
    name: 'pages',
    act: (page) =>
      inLetter(page)
        .then(() => runCommand(page, 'Ex Parte: Show Pages'))
        .then(() => page.waitForTimeout(4_000)),
  },
  {
    name: 'prepare',
    act: (page) =>
      inLetter(page)
        .then(() => runCommand(page, 'Ex Parte: Prepare Submission'))
        .then(() => page.waitForTimeout(2_000)),
  },
  {
    name: 'refused',
    act: async (page) => {
      await page.keyboard.press('ArrowDown');
      await enter(page);
      await page.waitForTimeout(2_000);
    },
  },
  {
    name: 'cancelled',
    act: (page) => page.keyboard.press('Escape').then(() => page.keyboard.press('Escape')),
  },
  {
    name: 'walkthrough',
    act: (page) => runCommand(page, 'Ex Parte: Get Started').then(() => page.waitForTimeout(2_000)),
  },
];

const enter = async (page: Page, text = ''): Promise<void> => {
  await page.keyboard.type(text);
  await page.waitForTimeout(SETTLE);
  await page.keyboard.press('Enter');
};

const palette = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor({ timeout: PATIENCE });
  await page.keyboard.type(text);
  // The palette lists the command a moment after VS Code has come up.
  await page
    .locator('.quick-input-list .focused')
    .filter({ hasText: 'New Settlement Letter' })
    .waitFor({ timeout: PATIENCE });
};

/** Keys that are pressed before a question is put would be lost. */
const question = (page: Page, n: number): Promise<void> =>
  page
    .locator('.quick-input-title')
    .filter({ hasText: `(${n}/5)` })
    .waitFor({ timeout: PATIENCE });

const inLetter = (page: Page): Promise<void> => page.locator('.view-lines').first().click();

/** The letter is open and the status bar says how it stands. */
const checked = (page: Page): Promise<void> =>
  page.locator('[id$="exParte.status"]:not(:has(.codicon-loading))').waitFor({ timeout: PATIENCE });

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { theme: { type: 'string', default: 'light' } },
  });
  const [vsix, out] = positionals;
  const theme = THEMES[values.theme];
  if (!vsix || !out || !theme)
    throw new Error('tour.mts PACKAGE.vsix FOLDER [--theme light|dark|hc|hcLight]');
  mkdirSync(out, { recursive: true });
  await install();
  const work = temporaryFolder();
  const folder = join(work, 'Alfano v. Krasne');
  mkdirSync(folder);
  const extensions = join(work, 'installed');
  const start = performance.now();
  const since = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  const { node, main: server } = vscodeServer();
  const data = ['--server-data-dir', join(work, 'data'), '--extensions-dir', extensions];
  await promisify(execFile)(node, [server, '--install-extension', resolve(vsix), ...data]);
  console.log(`installed after ${since()}`);
  const settings = { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false };
  const { page, close } = await openWorkbench({ folder, extensions, settings });
  try {
    await page.locator('.monaco-workbench').waitFor({ timeout: PATIENCE });
    for (const [i, { name, act }] of tour.entries()) {
      await act(page);
      await page.waitForTimeout(SETTLE);
      await page.screenshot({ path: join(out, `${String(i + 1).padStart(2, '0')}-${name}.png`) });
      console.log(`${name} after ${since()}`);
    }
  } finally {
    await close();
  }
}

await runToEnd(main);
