// What a reload of the window leaves: it ends the extension host and all tests in it, so that it is tried
// from outside, in the browser that shows the workbench.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Result } from './results.ts';
import { clean } from './suite/letter.ts';
import { openWorkbench } from './workbench.mts';

const root = join(import.meta.dirname, '../..');
/** In ms; a workbench comes up in a few seconds. */
const PATIENCE = 40_000;
/** In ms; the workbench writes down what it has open a moment after it was opened. */
const KEPT = 3_000;

interface View {
  readonly frame: Frame;
  /** As its toolbar says them. */
  readonly pages: string;
  readonly zoom: string;
}

/** The page view, once it shows pages. Its page lies two frames deep. */
async function pageView(page: Page): Promise<View> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const read = (id: string): Promise<string> =>
        frame.evaluate((name) => document.getElementById(name)?.textContent ?? '', id).catch(() => '');
      const pages = await read('count');
      if (pages !== '') return { frame, pages, zoom: await read('size') };
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`no page view after ${PATIENCE / 1000} s`);
}

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(command);
  await page.keyboard.press('Enter');
}

async function reloaded(work: string): Promise<string | null> {
  const folder = join(work, 'reloaded');
  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.md'), clean);
  // Without the file in the address: it would stand in the way of what was open.
  const { page, close } = await openWorkbench({ folder, extension: root });
  try {
    await page.getByRole('treeitem', { name: 'letter.md' }).dblclick({ timeout: PATIENCE });
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: PATIENCE });
    await page.locator('[id$="exParte.status"]').waitFor({ timeout: PATIENCE });
    await run(page, 'Ex Parte: Show Pages');
    const first = await pageView(page);
    await first.frame.locator('#in').click();
    const { pages, zoom } = await pageView(page);
    if (zoom === first.zoom) return `the zoom stays at ${zoom}`;
    await page.waitForTimeout(KEPT);
    const loaded = page.waitForEvent('load', { timeout: PATIENCE });
    await run(page, 'Developer: Reload Window');
    await loaded;
    const after = await pageView(page);
    if (after.pages !== pages) return `it shows ${after.pages}, before it ${pages}`;
    if (after.zoom !== zoom) return `its zoom is ${after.zoom}, before it ${zoom}`;
    return null;
  } finally {
    await close();
  }
}

/** A test as those in the extension host. */
export async function reloadTest(work: string): Promise<Result> {
  const name = 'shows the pages again, as they were, after the window was reloaded';
  const start = performance.now();
  const outcome = await reloaded(work).catch((error: unknown) =>
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  const ms = Math.round(performance.now() - start);
  if (outcome === null) return { name, outcome: 'passed', ms };
  if (outcome.includes('No Chromium found')) return { name, outcome: 'skipped', ms, reason: 'no Chromium' };
  return { name, outcome: 'failed', ms, reason: outcome };
}
