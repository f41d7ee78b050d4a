// Run in a VS Code in which a package is installed, as whoever installs it would.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { note, test } from '../runner.ts';
import { extension, found, open, until } from '../suite/editor.ts';
import { withoutHistory } from '../suite/letter.ts';

/** Which of the typesetter's engines is to be at work here: set by whoever installed the package. */
const ENGINE = process.env.EX_PARTE_EXPECTED_ENGINE;

/** Whether a process on this machine has the native engine of that folder in its memory. */
function isNativeLoaded(folder: string): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        return readFileSync(`/proc/${pid}/maps`, 'utf8').includes(`${folder}/dist/native/`);
      } catch {
        // Ended meanwhile, or another user's.
        return false;
      }
    });
}

test('the installed package checks a letter and counts its pages', async () => {
  const own = vscode.extensions.all.find((e) => e.packageJSON.name === 'ex-parte');
  assert(own, 'it is not installed');
  assert(own.extensionPath.includes('/installed/'), `it comes from ${own.extensionPath}`);
  const start = performance.now();
  const { document } = await open('first.md', withoutHistory);
  await found(document, 'missing-section');
  note(`from opening the letter to its first finding: ${Math.round(performance.now() - start)} ms`);
  const { checklist } = await extension();
  const { rows } = await until('the pages to be counted', checklist, (now) =>
    /1 page now/.test(now.rows.get('form/pages') ?? ''),
  );
  assert.match(rows.get('contents/history') ?? '', /missing/);
  // Elsewhere there is no telling from outside what a process has loaded.
  if (process.platform !== 'linux') return;
  assert.equal(isNativeLoaded(own.extensionPath), ENGINE === 'native', 'another engine is at work');
});

test('the installed package begins a letter from an order’s name', async () => {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('exParte.newLetter', 'percy');
  assert(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  await found(document, 'placeholder');
});
