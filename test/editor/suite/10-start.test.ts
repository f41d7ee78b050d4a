import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { note, test } from '../runner.ts';
import { extension, findings, open, until } from './editor.ts';
import { clean } from './letter.ts';

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

/** Milliseconds from a letter's opening until the server has answered `initialize`, on an idle machine. */
const READY = 400;
/** Milliseconds after which it is too slow on any machine. */
const HANGS = 10_000;

test('the server is ready soon after the first letter is opened', async () => {
  const { running } = await extension();
  if (running()) {
    note('not measured: it was running already');
    return;
  }
  const start = performance.now();
  // A file: the window keeps the text of what lies in none, and would put it into the sample's place.
  const shown = open('ready.md', clean);
  while (!running() && performance.now() - start < HANGS) await new Promise((done) => setTimeout(done, 5));
  const took = performance.now() - start;
  note(`ready in ${Math.round(took)} ms; aim ${READY} ms`);
  assert(running(), `not within ${HANGS} ms`);
  await shown;
});

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
  await until(
    'something to be missing',
    () => findings(editor.document).length,
    (count) => count > 0,
  );
});
