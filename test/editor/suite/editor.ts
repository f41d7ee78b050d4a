// What the suites share: letters in the workspace, and waiting for what the server says about them.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extension.ts';
import { afterEach } from '../runner.ts';

/** In ms; a finding comes within a tenth of this even on a busy machine, unless it never comes. */
const PATIENCE = 45_000;

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

/**
 * Waits until something holds; fails with what was there instead.
 * @param patience in ms
 */
export async function until<T>(
  what: string,
  read: () => T,
  holds: (value: T) => boolean,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = read();
    if (holds(value)) return value;
    if (Date.now() > end) assert.fail(`${what}: still ${JSON.stringify(value)} after ${patience / 1000} s`);
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

/** Applies the quick fix that is preferred where a finding stands, or the first; fails when there is none. */
export async function fix(document: vscode.TextDocument, finding: vscode.Diagnostic): Promise<void> {
  const actions = await codeActions(document, finding.range, vscode.CodeActionKind.QuickFix);
  const action = actions.find((a) => a.isPreferred) ?? actions[0];
  assert(action, `no quick fix for ${ruleOf(finding)}`);
  await applyAction(action);
}

export async function applyAction({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert(await vscode.workspace.applyEdit(edit), 'the edit was refused');
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    // So many are resolved, that is, given their edits.
    20,
  );
}

/** Puts a text in a document's place of another, as one edit of the user's. */
export async function replace(editor: vscode.TextEditor, old: string, by: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(old);
  assert(start >= 0, `"${old}" is not in the document`);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  assert(await editor.edit((edit) => edit.replace(range, by)), 'the edit was refused');
}

/** The findings at warning or error: what stands between this letter and chambers. */
export function grave(document: vscode.TextDocument): string[] {
  return findings(document)
    .filter((d) => d.severity <= vscode.DiagnosticSeverity.Warning)
    .map((d) => `${ruleOf(d)}: ${d.message}`);
}
