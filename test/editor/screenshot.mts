// Saves a picture of the workbench with a file open in it, for the README:
//   screenshot.mts FILE OUT.png [--theme light|dark|hc|hcLight] [--size 1280x800] [--scale 2] [--do STEP]...
// A STEP is done in order, after the letter was checked: `goto:LINE[:COLUMN]`, `press:Control+Period`,
// `type:TEXT`, `hover:TEXT` (the first place where the editor shows it), `run:COMMAND TITLE`, `wait:MS`.
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { runToEnd } from './process.mts';
import { openWorkbench, STILL, THEMES } from './workbench.mts';

/** The workbench has come up, or the letter was checked, within this many ms. */
const PATIENCE = 30_000;
/** In ms: widgets fade in, and colours follow the text a moment later. */
const SETTLE = 800;

const root = join(import.meta.dirname, '../..');

const steps: Readonly<Record<string, (page: Page, argument: string) => Promise<void>>> = {
  goto: async (page, place) => {
    await page.keyboard.press('Control+G');
    await page.keyboard.type(place);
    await page.keyboard.press('Enter');
  },
  press: (page, key) => page.keyboard.press(key),
  type: (page, text) => page.keyboard.type(text),
  hover: (page, text) => page.locator('.view-lines').getByText(text).first().hover(),
  run: async (page, title) => {
    await page.keyboard.press('F1');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
  },
  wait: (page, ms) => page.waitForTimeout(Number(ms)),
};

async function take(page: Page, todo: readonly string[], out: string): Promise<void> {
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: PATIENCE });
  // The status bar speaks once the letter was checked; a file that is no letter never makes it speak.
  const checked = page.locator('[id$="exParte.status"]:not(:has(.codicon-loading))');
  await checked.waitFor({ timeout: PATIENCE }).catch(() => console.log('No status shown: is it a letter?'));
  await page.locator('.view-lines').first().click();
  for (const step of todo) {
    const [, name = '', argument = ''] = /^(\w+):(.*)$/s.exec(step) ?? [];
    const act = steps[name];
    if (!act) throw new Error(`--do ${step}: the steps are ${Object.keys(steps).join(', ')}`);
    await act(page, argument);
    await page.waitForTimeout(SETTLE);
  }
  await page.waitForTimeout(SETTLE);
  await page.screenshot({ path: out });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', default: 'light' },
      size: { type: 'string', default: '1280x800' },
      scale: { type: 'string', default: '2' },
      do: { type: 'string', multiple: true, default: [] },
    },
  });
  const [file, out] = positionals;
  const theme = THEMES[values.theme];
  const [width, height] = values.size.split('x').map(Number);
  if (!file || !out || !theme || !width || !height) {
    throw new Error(
      'screenshot.mts FILE OUT.png [--theme light|dark|hc|hcLight] [--size 1280x800] [--do STEP]...',
    );
  }
  const path = resolve(file);
  const workbench = await openWorkbench({
    folder: dirname(path),
    file: path,
    extension: root,
    size: { width, height },
    scale: Number(values.scale),
    settings: {
      ...STILL,
      'workbench.colorTheme': theme,
      'explorer.openEditors.visible': 0,
    },
  });
  try {
    await take(workbench.page, values.do, resolve(out));
    console.log(`${basename(out)}: ${basename(file)}, ${values.theme}`);
  } finally {
    await workbench.close();
  }
}

await runToEnd(main);
