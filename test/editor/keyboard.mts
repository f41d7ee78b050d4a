// The checklist for who has no mouse, or cannot see it: its rows' names are what a screen reader says.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from './palette.mts';
import { withoutHistory } from './suite/letter.ts';
import { openWorkbench } from './workbench.mts';

const root = join(import.meta.dirname, '../..');
/** In ms; each is there within seconds on a machine that has nothing else to do. */
const PATIENCE = 90_000;
const WAIT = { timeout: PATIENCE };
/** Rows that are passed on the way to one at the most. */
const ROWS = 40;

const focused = (page: Page): Locator => page.locator('.monaco-list:focus .monaco-list-row.focused');

/** Goes down from the first row to the one that is called so; what it is called, null where there is none. */
async function walkTo(page: Page, name: RegExp): Promise<string | null> {
  await runCommand(page, 'Ex Parte: Focus on Checklist View');
  await page.keyboard.press('Home');
  for (let i = 0; i < ROWS; i++) {
    const said = await focused(page).getAttribute('aria-label', WAIT);
    if (said && name.test(said)) return said;
    await page.keyboard.press('ArrowDown');
  }
  return null;
}

export async function walkedByKeyboard(work: string): Promise<string | null> {
  const folder = join(work, 'keyboard');
  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.md'), withoutHistory);
  const { page, close } = await openWorkbench({ folder, extension: root });
  try {
    await page.getByRole('treeitem', { name: 'letter.md' }).dblclick(WAIT);
    await page.locator('[id$="exParte.status"]:not(:has(.codicon-loading))').waitFor(WAIT);
    await runCommand(page, 'Ex Parte: Focus on Checklist View');
    await page.getByRole('treeitem', { name: /^History of Settlement Negotiations, missing/ }).waitFor(WAIT);

    const issues = await walkTo(page, /^Key Issues of Fact and Law, covered, ¶ 2\(2\)$/);
    if (issues === null) return 'no row says that the key issues are covered';
    await page.keyboard.press('Enter');
    const line = withoutHistory.slice(0, withoutHistory.indexOf('## Key issues')).split('\n').length;
    await page.getByRole('button', { name: new RegExp(`^Ln ${line}, `) }).waitFor(WAIT);

    const history = await walkTo(page, /^History of Settlement Negotiations, missing/);
    if (!/can be mended: Insert section/.test(history ?? '')) return `the missing section says: ${history}`;
    await page.keyboard.press('Control+Period');
    const heading = page.locator('.view-line').filter({ hasText: '## History of Settlement Negotiations' });
    await heading.first().waitFor(WAIT);
    // Its blank is still to be filled in.
    await page
      .getByRole('treeitem', { name: /^History of Settlement Negotiations, to fill in/ })
      .waitFor(WAIT);
    return null;
  } finally {
    await close();
  }
}
