import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { afterEach, test } from '../runner.ts';
import { findings, found, gone, open, ruleOf } from './editor.ts';
import { withoutHistory } from './letter.ts';

const set = (levels: Readonly<Record<string, string>> | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('exParte')
    .update('severities', levels, vscode.ConfigurationTarget.Workspace);

afterEach(async () => set(undefined));

test('a rule’s severity holds as soon as it is set, without another key', async () => {
  const { document } = await open('severities.md', withoutHistory);
  const before = await found(document, 'missing-section');
  assert.equal(before.severity, vscode.DiagnosticSeverity.Warning);
  await set({ 'missing-section': 'off' });
  await gone(document, 'missing-section');
  await set({ 'missing-section': 'error' });
  await found(document, 'missing-section');
  const after = findings(document).find((d) => ruleOf(d) === 'missing-section');
  assert.equal(after?.severity, vscode.DiagnosticSeverity.Error);
  await set(undefined);
});
