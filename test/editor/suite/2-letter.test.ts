import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import {
  applyAction,
  codeActions,
  fix,
  found,
  gone,
  grave,
  open,
  replace,
  ruleOf,
  rules,
  until,
} from './editor.ts';
import { clean, tooLong, withoutHistory } from './letter.ts';

test('shows on the judge what no section covers, and the quick fix adds the section', async () => {
  const { document } = await open('missing.md', withoutHistory);
  const finding = await found(document, 'missing-section');
  assert.equal(document.getText(finding.range), 'reznik');
  assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
  assert.match(finding.message, /2\(1\)|histor/i);
  assert(typeof finding.code === 'object', 'the rule is not linked to its page');
  const headings = document.getText().match(/^## /gm)?.length ?? 0;
  await fix(document, finding);
  await gone(document, 'missing-section');
  assert.equal(document.getText().match(/^## /gm)?.length, headings + 1);
});

test('inserts every missing section at once, in the order of the order', async () => {
  const header = clean.slice(0, clean.indexOf('## History'));
  const { document } = await open('bare.md', header);
  await until(
    'five missing sections',
    () => rules(document).filter((r) => r === 'missing-section').length,
    (count) => count === 5,
  );
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await codeActions(document, whole, vscode.CodeActionKind.Source);
  const action = actions.find((a) => /missing section/i.test(a.title));
  assert(action, `no source action among: ${actions.map((a) => a.title).join('; ')}`);
  await applyAction(action);
  await gone(document, 'missing-section');
});

test('mends words that the order wants exactly', async () => {
  const marked = 'Confidential Material for Use Only at Settlement Conference';
  const { document } = await open('marking.md', clean.replace(marked, 'Confidential Settlement Material'));
  const finding = await found(document, 'marking');
  assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
  await fix(document, finding);
  await gone(document, 'marking');
  assert(document.getText().includes(marked));
});

test('says where the page too many begins, and is still when it is cut', async () => {
  const editor = await open('long.md', withoutHistory);
  const { document } = editor;
  await found(document, 'missing-section');
  assert(!rules(document).includes('page-limit'));
  const end = '## Case law in support';
  await replace(editor, end, `${tooLong}${end}`);
  const finding = await found(document, 'page-limit');
  assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
  const first = document.getText().indexOf(tooLong);
  assert(document.offsetAt(finding.range.start) > first + tooLong.length / 3, 'the range is before page 11');
  await replace(editor, tooLong, '');
  await gone(document, 'page-limit');
});

test('leaves a letter alone in which nothing is missing', async () => {
  const editor = await open('clean.md', `${clean}\nTODO`);
  const { document } = editor;
  const finding = await found(document, 'placeholder');
  assert.equal(document.getText(finding.range), 'TODO');
  await replace(editor, '\nTODO', '');
  await gone(document, 'placeholder');
  assert.deepEqual(grave(document), []);
});

test('keeps its eye on the letter while it is typed in', async () => {
  const editor = await open('typed.md', clean);
  const { document } = editor;
  await replace(editor, 'judge: reznik', 'judge: resnik');
  const finding = await found(document, 'unknown-judge');
  assert.match(finding.message, /reznik/i);
  assert.deepEqual(
    grave(document).filter((g) => g.startsWith('missing-section')),
    [],
  );
  await fix(document, finding);
  await gone(document, 'unknown-judge');
  await replace(editor, 'conference: 2024-05-28', 'conference: 2024-02-30');
  const header = await found(document, 'header');
  assert.equal(ruleOf(header), 'header');
  assert.equal(document.lineAt(header.range.start.line).text.startsWith('conference:'), true);
});
