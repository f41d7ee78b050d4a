// What the suites share: letters in the workspace, and waiting for what the server says about them.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extension.ts';
import { afterEach } from '../runner.ts';

/** In ms; a finding comes within a tenth of this even on a busy machine, unless it never comes. */
const PATIENCE = 15_000;

/** The extension under test, wherever its manifest puts it. */
export async function extension(): Promise<ExtensionApi> {
  const found = vscode.extensions.all.find((e) => e.packageJSON.name === 'ex-parte');
  assert(found, 'the extension is not there');
  return (await found.activate()) as ExtensionApi;
}

function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'no folder is open');
  return folder.uri;
}

/** Opens a file of the workspace, written anew when a text is given. */
export async function open(name: string, text?: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  if (text !== undefined) await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return vscode.window.showTextDocument(uri);
}

/** Opens a text that is in no file. */
export async function untitled(content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
  );
}

/** The rule ids that are reported on a document now, in the document's order. */
export function rules(document: vscode.TextDocument): string[] {
  return findings(document).map(ruleOf);
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((d) => d.source === 'Ex Parte')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until something holds; fails with what was there instead. */
export async function until<T>(what: string, read: () => T, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = read();
    if (holds(value)) return value;
    if (Date.now() > end) assert.fail(`${what}: still ${JSON.stringify(value)} after ${PATIENCE / 1000} s`);
    await pause(50);
  }
}

/** Waits until the document has a finding of a rule, and returns it. */
export async function found(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  await until(
    `${rule} to be found`,
    () => rules(document),
    (all) => all.includes(rule),
  );
  const finding = findings(document).find((d) => ruleOf(d) === rule);
  assert(finding);
  return finding;
}

/** Waits until a document has no finding of a rule. */
export async function gone(document: vscode.TextDocument, rule: string): Promise<void> {
  await until(
    `${rule} to be gone`,
    () => rules(document),
    (all) => !all.includes(rule),
  );
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

afterEach(async () => {
  while (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
});
