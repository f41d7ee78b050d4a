import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { extension, open, pause, rules } from './editor.ts';

/** Full of what would be found in a letter; its header names no judge. */
const readme = `---
title: An ordinary file
---

# Readme

The judge: nobody. TODO: say more. [Amount] ____ Served on opposing counsel, electronically filed.
`;

test('activates with Markdown, and starts no server for a README', async () => {
  const { document } = await open('README.md', readme);
  const api = await extension();
  await pause(500);
  assert.equal(api.running(), false);
  assert.deepEqual(rules(document), []);
});

test('starts no server for a text that is not Markdown, though it looks like a letter', async () => {
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'plaintext', content: '---\njudge: reznik\n---\n' }),
  );
  const api = await extension();
  await pause(500);
  assert.equal(api.running(), false);
});
