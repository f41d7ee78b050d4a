import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Exported } from '../../../server/src/protocol-export.ts';
import { test } from '../runner.ts';
import { answer, shown } from './dialogs.ts';
import { extension, findings, found, open, pause, until } from './editor.ts';
import { clean } from './letter.ts';
import { listen, question, reply } from './quick-input.ts';

const marking = 'Confidential Material for Use Only at Settlement Conference';
const run = (command: string): Thenable<Exported | undefined> => vscode.commands.executeCommand(command);

/** The files beside a letter, without it. */
async function beside({ document }: vscode.TextEditor): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(document.uri, '..'));
  return entries
    .map(([name]) => name)
    .filter((name) => !document.uri.path.endsWith(`/${name}`))
    .sort();
}

test('exports the letter in front as PDF, Word, e-mail and calendar', async () => {
  await extension();
  answer();
  const editor = await open('matter one/Müller letter.md', clean);
  for (const name of ['exportPdf', 'exportWord', 'exportEmail', 'exportCalendar']) {
    const made = await run(`exParte.${name}`);
    assert.equal(made?.kind, 'exported', `${name}: ${shown.join('; ')}`);
  }
  const name = 'Confidential settlement letter - Alfano v Krasne - not for filing';
  assert.deepEqual(await beside(editor), [
    `${name}.docx`,
    `${name}.eml`,
    `${name}.pdf`,
    'Settlement conference dates - Alfano v Krasne.ics',
  ]);
  assert.match(shown[0] ?? '', /not for filing\.pdf: PDF.*, 1 page\./);
});

test('refuses a letter with errors, shows them, and exports for whoever insists', async () => {
  const editor = await open('matter two/letter.md', clean.replace(`**${marking}**`, 'Privileged'));
  await found(editor.document, 'marking');
  answer('Show Problems');
  assert.equal(await run('exParte.exportPdf'), undefined);
  assert.match(shown[0] ?? '', /^Not exported: an error stands \(marking, line \d+\)\.$/);
  assert.deepEqual(await beside(editor), []);
  assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  answer('Export Anyway');
  const made = await run('exParte.exportPdf');
  assert.equal(made?.standing.errors.length, 1);
  assert.match(shown.at(-1) ?? '', /Exported although 1 error stands: marking, line \d+/);
});

test('has no version for the other side of a letter that is for the judge alone', async () => {
  const editor = await open('matter three/letter.md', clean);
  answer();
  assert.equal(await run('exParte.exportExchanged'), undefined);
  assert.match(shown[0] ?? '', /keeps this document from the other side/);
  assert.deepEqual(await beside(editor), []);
});

test('walks through the submission, step by step, by the keyboard alone', async () => {
  const editor = await open('matter four/letter.md', clean);
  answer();
  const walk = vscode.commands.executeCommand('exParte.prepareSubmission');
  for (const extension of ['pdf', 'eml', 'ics']) {
    // The next step is chosen already: Enter takes it.
    for (let tries = 0; tries < 40; tries++) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await pause(250);
      if ((await beside(editor)).some((name) => name.endsWith(`.${extension}`))) break;
    }
    assert(
      (await beside(editor)).some((name) => name.endsWith(`.${extension}`)),
      `no .${extension} was made`,
    );
  }
  await pause(500);
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await walk;
  assert.equal((await beside(editor)).length, 3);
});

test('asks for a letter where none is in front', async () => {
  await open('matter five/notes.md', '# Notes\n');
  answer();
  assert.equal(await run('exParte.exportPdf'), undefined);
  assert.match(shown[0] ?? '', /^Open a letter first/);
});

test('takes out the comments left in a letter, and Undo brings them back', async () => {
  const noted = clean.replace('Dear Judge Reznik:\n', 'Dear Judge Reznik:\n\n<!-- never above 90 -->\n');
  const { document } = await open('matter six/letter.md', noted);
  await until(
    'the letter is checked',
    () => findings(document),
    (all) => all.length === 0,
  );
  answer('Take Out Comments');
  await run('exParte.exportPdf');
  await until(
    'the comment',
    () => document.getText(),
    (text) => text === clean,
  );
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), noted);
});

test('offers to take them out before the PDF is made, in the list of steps', async () => {
  const noted = clean.replace('Dear Judge Reznik:\n', 'Dear Judge Reznik:\n\n<!-- never above 90 -->\n');
  const editor = await open('matter seven/letter.md', noted);
  const { document } = editor;
  answer();
  listen();
  const walk = vscode.commands.executeCommand('exParte.prepareSubmission');
  await reply(1, '$(circle-large-outline) 2. Take out');
  await until(
    'the comment to be gone',
    () => document.getText(),
    (text) => text === clean,
  );
  assert.deepEqual(await beside(editor), []);
  // The list again, without that step.
  const again = await question(2);
  assert('items' in again && again.items[1]?.label.endsWith('2. Make the PDF'));
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await walk;
});
