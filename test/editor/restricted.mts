// A folder that nobody trusts yet, then trusts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from './palette.mts';
import { clean, withoutHistory } from './suite/letter.ts';
import { openWorkbench } from './workbench.mts';

const root = join(import.meta.dirname, '../..');
/** In ms; each is there within seconds on a machine that has nothing else to do. */
const PATIENCE = 90_000;
const WAIT = { timeout: PATIENCE };
const DAY = 86_400_000;
/** Letters whose check takes long enough to be shown to go on. */
const MANY = 400;

/** What another firm's folder may hold: an order of its own, and a setting that silences a rule. */
function lay(folder: string): void {
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write(
    '.ex-parte/orders/quenby.yaml',
    [
      'extends: reznik',
      'id: quenby',
      'judge: { name: Ida Quenby, surname: Quenby }',
      "title: Firm's order",
      'source: Invented for the tests.',
      'cases: []',
      '',
    ].join('\n'),
  );
  write('.vscode/settings.json', JSON.stringify({ 'exParte.severities': { 'missing-section': 'off' } }));
  const conference = new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10);
  const letter = clean
    .replaceAll(/reznik(?!NYSD)/gi, 'Quenby')
    .replace(/^conference: .*/m, `conference: ${conference} 14:30`)
    .replace(/^dated: .*\n/m, '');
  write('letter.md', letter);
  write('silenced.md', withoutHistory);
  for (let i = 0; i < MANY; i++) write(`many/${i}.md`, clean.replace('Krasne', `Krasne ${i}`));
}

export async function restricted(work: string): Promise<string | null> {
  const folder = join(work, 'folder');
  lay(folder);
  const { page, close } = await openWorkbench({
    folder,
    extension: root,
    askTrust: true,
    // Restricted without asking: a smoke test is shown no dialogs.
    settings: { 'security.workspace.trust.startupPrompt': 'never' },
  });
  // Seen while the letters in the background are checked, which may be over before anybody asks.
  const progress = page
    .getByText(/Checking the letters of this folder/)
    .first()
    .waitFor(WAIT);
  progress.catch(() => {});
  try {
    await page.getByRole('treeitem', { name: 'letter.md' }).dblclick(WAIT);
    await progress;
    await status(page, /No order matches the header.*Not everything could be checked.*trust/s).waitFor(WAIT);
    await page.getByRole('treeitem', { name: 'silenced.md' }).dblclick(WAIT);
    await status(page, /Reznik: .*1 gap/s).waitFor(WAIT);
    await runCommand(page, 'Workspaces: Manage Workspace Trust');
    await page
      .getByRole('button', { name: /^Trust$/ })
      .first()
      .click(WAIT);
    // It lies over the letters.
    await page
      .locator('.monaco-modal-editor-block')
      .getByRole('button', { name: /^Close/ })
      .last()
      .click(WAIT);
    await page.getByRole('tab', { name: /silenced\.md/ }).click(WAIT);
    await status(page, /Reznik: .*Nothing is missing/s).waitFor(WAIT);
    await page.getByRole('tab', { name: /letter\.md/ }).click(WAIT);
    await status(page, /Quenby: .*1\/10 pages, counted as letter/s).waitFor(WAIT);
    return null;
  } finally {
    await close();
  }
}

/** The status bar's item, once it says so to a screen reader, which is what its tooltip says. */
const status = (page: Page, says: RegExp): Locator =>
  page.locator('[id$="exParte.status"]').filter({ has: page.getByRole('button', { name: says }) });
