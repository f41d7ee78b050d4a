// Writing the header: what is offered, and what is mended.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { findings, fix, found, gone, open, ruleOf, until } from './editor.ts';
import { clean } from './letter.ts';

const CHAMBERS = 'ReznikNYSDChambers@nysd.uscourts.gov';

/** What is offered behind the words, where they first stand: each value with what is said beside it. */
async function offered(document: vscode.TextDocument, behind: string): Promise<Map<string, string>> {
  const at = document.positionAt(document.getText().indexOf(behind) + behind.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return new Map(
    list.items.map(({ label }) =>
      typeof label === 'string' ? [label, ''] : [label.label, label.description ?? ''],
    ),
  );
}

test('offers sides, ways to attend, days with their weekday, and the address of chambers', async () => {
  const text = clean
    .replace('role: plaintiff', 'role: ')
    .replace(/^dated: .*/m, 'dated: \ndue: ')
    .replace(/^to: .*/m, 'to: ')
    .replace('authority: full, attends: video', 'authority: full, attends: ');
  const { document } = await open('values.md', text);
  await until(
    'the letter to be checked',
    () => findings(document).length,
    (n) => n > 0,
  );
  const roles = await offered(document, '\nrole: ');
  assert.deepEqual([...roles.keys()].slice(0, 2), ['plaintiff', 'defendant']);
  assert((await offered(document, 'authority: full, attends: ')).has('in-person'));
  // The day on which it is due is counted from the conference.
  const due = await offered(document, '\ndue: ');
  assert.match(due.get('2024-05-20') ?? '', /^Monday, May 20, 2024: .*5 business days before/);
  assert.match((await offered(document, '\ndated: ')).get('2024-05-17') ?? '', /as the letter is dated/);
  assert.match((await offered(document, '\nto: ')).get(CHAMBERS) ?? '', /given by the order/);
});

test('what is offered is taken by the keyboard', async () => {
  const editor = await open('taken.md', clean.replace(/^to: .*/m, 'to: '));
  const { document } = editor;
  await found(document, 'recipient');
  const at = document.positionAt(document.getText().indexOf('\nto: ') + 5);
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await until(
    'the address to be written',
    () => {
      void vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText();
    },
    (now) => now.includes(`\nto: ${CHAMBERS}\n`),
  );
  await gone(document, 'recipient');
});

for (const [what, right, wrong, rule] of [
  ['a judge', 'judge: reznik', 'judge: Reznick', 'unknown-judge'],
  ['a key', 'conference: 2024', 'confrence: 2024', 'header'],
  ['a side', 'role: plaintiff', 'role: plantiff', 'header'],
] as const) {
  test(`asks of ${what} that is misspelt whether another was meant, and the light bulb writes it`, async () => {
    const { document } = await open(`misspelt-${wrong.slice(0, 4)}.md`, clean.replace(right, wrong));
    const finding = await found(document, rule);
    assert.match(finding.message, /Did you mean/);
    assert.equal(ruleOf(finding), rule);
    await fix(document, finding);
    await gone(document, rule);
    assert.equal(document.getText(), clean);
  });
}
