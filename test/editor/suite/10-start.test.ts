import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { found } from './editor.ts';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

function manifest() {
  const own = vscode.extensions.all.find((e) => e.packageJSON.name === 'ex-parte');
  assert(own);
  return own;
}

test('each step of the walkthrough has an action that exists, a picture in each theme, and an end', async () => {
  const { packageJSON, extensionPath } = manifest();
  const [{ steps }] = packageJSON.contributes.walkthroughs as [{ steps: readonly Step[] }];
  const known = new Set(await vscode.commands.getCommands(true));
  for (const { id, description, media, completionEvents } of steps) {
    const actions = [...description.matchAll(/\(command:([\w.]+)\)/g)].map((m) => m[1] ?? '');
    assert(actions.length > 0, `${id} has nothing to press`);
    for (const action of actions) assert(known.has(action), `${id}: there is no ${action}`);
    assert(completionEvents.length > 0, `${id} never ends`);
    assert(media.altText, `${id} has no words for its picture`);
    for (const file of Object.values(media.image)) assert(existsSync(join(extensionPath, file)), file);
  }
  await vscode.commands.executeCommand('exParte.openWalkthrough');
});

test('the sample letter opens in no file, and is found wanting', async () => {
  await vscode.commands.executeCommand('exParte.openSample');
  const editor = vscode.window.activeTextEditor;
  assert(editor?.document.isUntitled);
  await found(editor.document, 'missing-section');
});
