// What a reload of the window leaves: it ends the extension host and all tests in it, so that it is tried
// from outside, in the browser that shows the workbench.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { runCommand } from './palette.mts';
import { clean } from './suite/letter.ts';
import { openWorkbench } from './workbench.mts';

const root = join(import.meta.dirname, '../..');
/** In ms; a workbench comes up in a few seconds, on a machine that has nothing else to do. */
const PATIENCE = 90_000;
/** In ms; the workbench writes down what it has open a moment after it was opened. */
const KEPT = 3_000;

interface View {
  readonly frame: Frame;
  /** As its toolbar says them. */
  readonly pages: string;
  readonly zoom: string;
}

/** The page view, once it shows pages. Its page lies two frames deep. */
export async function pageView(page: Page): Promise<View> {
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

export async function reloaded(work: string): Promise<string | null> {
  const folder = join(work, 'reloaded');
  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.md'), clean);
  // Without the file in the address: it would stand in the way of what was open.
  const { page, close } = await openWorkbench({ folder, extension: root });
  try {
    await page.getByRole('treeitem', { name: 'letter.md' }).dblclick({ timeout: PATIENCE });
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: PATIENCE });
    await page.locator('[id$="exParte.status"]').waitFor({ timeout: PATIENCE });
    await runCommand(page, 'Ex Parte: Show Pages');
    const first = await pageView(page);
    await first.frame.locator('#in').click();
    const { pages, zoom } = await pageView(page);
    if (zoom === first.zoom) return `the zoom stays at ${zoom}`;
    await page.waitForTimeout(KEPT);
    const loaded = page.waitForEvent('load', { timeout: PATIENCE });
    await runCommand(page, 'Developer: Reload Window');
    await loaded;
    const after = await pageView(page);
    if (after.pages !== pages) return `it shows ${after.pages}, before it ${pages}`;
    if (after.zoom !== zoom) return `its zoom is ${after.zoom}, before it ${zoom}`;
    return null;
  } finally {
    await close();
  }
}
