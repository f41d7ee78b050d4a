import type { Page } from 'playwright-core';

/** In ms: the palette lists a command at once, but a command may come up a moment after its extension. */
const PATIENCE = 60_000;
const ONCE = 5_000;

/**
 * Runs a command by its title, as the keyboard does, once the palette lists it: keys that are pressed before the
 * palette is there would go into the letter.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const field = page.locator('.quick-input-widget input').first();
  const row = page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: title });
  const end = Date.now() + PATIENCE;
  for (;;) {
    await page.keyboard.press('F1');
    try {
      await field.waitFor({ timeout: ONCE });
      await field.fill(`>${title}`);
      await row.first().waitFor({ timeout: ONCE });
      break;
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
}
