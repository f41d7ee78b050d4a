// Takes the pictures of the walkthrough in each theme, and those of the README, from the sample letters:
//   pictures.mts FOLDER [--theme light|dark|hc|hcLight]... [--only NAME]...
// Look at each; `convert IN +dither -colors 250 PNG8:OUT` makes them small before they go into media/ and docs/images.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { runCommand } from './palette.mts';
import { runToEnd, temporaryFolder } from './process.mts';
import { pageView } from './reload.mts';
import { openWorkbench, STILL, THEMES } from './workbench.mts';

/** In ms: what has not come up by then never will. */
const PATIENCE = 90_000;
/** In ms: widgets fade in, and pages are drawn. */
const SETTLE = 1_500;
const root = join(import.meta.dirname, '../..');
const LETTER = 'Harrow v. Quillmark.md';
/** Of the walkthrough's pictures, in CSS pixels. */
const SMALL = { width: 880, height: 560 };

interface Picture {
  readonly name: string;
  /** Of which sample letter. */
  readonly of: 'reznik-deficient.md' | 'reznik-good.md';
  readonly size: { readonly width: number; readonly height: number };
  /** Only in this theme; in each without. */
  readonly theme?: string;
  readonly act: (page: Page) => Promise<unknown>;
}

const WAIT = { timeout: PATIENCE };
const goto = async (page: Page, place: string): Promise<void> => {
  await page.locator('.view-lines').first().click();
  await page.keyboard.press('Control+G');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
};
/** The letter alone. */
const letter = async (page: Page): Promise<void> => {
  await runCommand(page, 'View: Close Primary Side Bar');
  await goto(page, '1');
};
const checklist = async (page: Page): Promise<void> => {
  await runCommand(page, 'Ex Parte: Focus on Checklist View');
  await page.getByRole('treeitem', { name: /^What it must cover/ }).waitFor(WAIT);
};
const lightBulb = async (page: Page): Promise<void> => {
  await letter(page);
  await goto(page, '2:9');
  await page.keyboard.press('Control+Period');
  await page.locator('.action-widget').waitFor(WAIT);
};
const pages = async (page: Page): Promise<void> => {
  await runCommand(page, 'Ex Parte: Show Pages');
  await pageView(page);
};
/** A command that asks something at the top of the window. */
const asking =
  (title: string) =>
  async (page: Page): Promise<void> => {
    await letter(page);
    await runCommand(page, title);
    await page.locator('.quick-input-title').filter({ hasText: /./ }).waitFor(WAIT);
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor(WAIT);
  };

const STEPS: readonly Pick<Picture, 'name' | 'act'>[] = [
  { name: 'letter', act: letter },
  { name: 'checklist', act: checklist },
  { name: 'mend', act: lightBulb },
  { name: 'pages', act: (page) => letter(page).then(() => pages(page)) },
  { name: 'send', act: asking('Ex Parte: Prepare Submission') },
  { name: 'judge', act: asking('Ex Parte: New Settlement Letter') },
];
const WALKTHROUGH = STEPS.map((step): Picture => ({ ...step, of: 'reznik-deficient.md', size: SMALL }));

const README: readonly Picture[] = [
  {
    name: 'editor',
    of: 'reznik-deficient.md',
    size: { width: 1300, height: 860 },
    theme: 'light',
    act: async (page) => {
      await runCommand(page, 'File: Focus on Files Explorer');
      await runCommand(page, 'Problems: Focus on Problems View');
    },
  },
  {
    name: 'checklist',
    of: 'reznik-deficient.md',
    size: { width: 1200, height: 760 },
    theme: 'light',
    act: checklist,
  },
  {
    name: 'pages',
    of: 'reznik-good.md',
    size: { width: 1240, height: 760 },
    theme: 'light',
    act: async (page) => {
      await letter(page);
      await pages(page);
      // With the chart behind the first section.
      const text = readFileSync(join(root, 'docs/samples/reznik-good.md'), 'utf8');
      const second = text.slice(0, text.indexOf('\n## 2.')).split('\n').length;
      await goto(page, String(second));
      await page.keyboard.type('\n:::negotiation-chart\n');
      // The view follows the cursor, a little above what is to be seen.
      await goto(page, String(second - 3));
      await page.waitForTimeout(SETTLE);
    },
  },
  {
    name: 'prepare',
    of: 'reznik-good.md',
    size: { width: 1000, height: 280 },
    theme: 'dark',
    act: asking('Ex Parte: Prepare Submission'),
  },
];

/** One picture in a VS Code of its own, so that none shows what another has left. */
async function take({ name, of, size, act }: Picture, theme: string, out: string): Promise<void> {
  const folder = join(temporaryFolder(), 'Harrow v. Quillmark');
  mkdirSync(folder);
  const file = join(folder, LETTER);
  cpSync(join(root, 'docs/samples', of), file);
  const { page, close } = await openWorkbench({
    folder,
    file,
    extension: root,
    // A list needs more room than its picture shows.
    size: { ...size, height: Math.max(size.height, SMALL.height) },
    settings: {
      ...STILL,
      'workbench.colorTheme': THEMES[theme],
    },
  });
  try {
    await page.locator('[id$="exParte.status"]:not(:has(.codicon-loading))').waitFor({ timeout: PATIENCE });
    await act(page);
    await page.waitForTimeout(SETTLE);
    await page.screenshot({ path: out, clip: { x: 0, y: 0, ...size } });
    console.log(`${name}, ${theme}`);
  } finally {
    await close();
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      theme: { type: 'string', multiple: true, default: Object.keys(THEMES) },
      only: { type: 'string', multiple: true, default: [...WALKTHROUGH, ...README].map((p) => p.name) },
    },
  });
  const [out] = positionals;
  if (!out || values.theme.some((t) => !(t in THEMES)))
    throw new Error('pictures.mts FOLDER [--theme light|dark|hc|hcLight]... [--only NAME]...');
  const isWanted = ({ name }: Picture): boolean => values.only.includes(name);
  for (const folder of ['walkthrough', 'images']) mkdirSync(join(out, folder), { recursive: true });
  for (const theme of values.theme) {
    for (const p of WALKTHROUGH.filter(isWanted)) {
      await take(p, theme, join(out, 'walkthrough', `${p.name}-${theme}.png`));
    }
    for (const p of README.filter((r) => r.theme === theme && isWanted(r))) {
      await take(p, theme, join(out, 'images', `${p.name}.png`));
    }
  }
}

await runToEnd(main);
