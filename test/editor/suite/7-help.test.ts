import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { test } from '../runner.ts';
import { found, gone, open, replace, rules, until } from './editor.ts';
import { clean, withoutHistory } from './letter.ts';

async function ask<T>(command: string, { uri }: vscode.TextDocument, ...more: unknown[]): Promise<T> {
  return await vscode.commands.executeCommand<T>(command, uri, ...more);
}

const placeOf = (document: vscode.TextDocument, words: string): vscode.Position =>
  document.positionAt(document.getText().indexOf(words));

/** Asks again until an answer holds: the first may come before the letter has been checked. */
async function eventually<T>(what: string, get: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  let last: T | undefined;
  const again = async (): Promise<void> => {
    last = await get();
  };
  await again();
  for (let i = 0; i < 100 && last !== undefined && !holds(last); i++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await again();
  }
  assert(last !== undefined && holds(last), `${what}: ${JSON.stringify(last)}`);
  return last;
}

test('a lens over each section tells its paragraph and its pages', async () => {
  const { document } = await open('lens.md', clean);
  const lenses = await eventually(
    'five lenses',
    () => ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document, 50),
    (all) => all.filter((l) => /^¶ 2\(\d\) · pp?\. \d/.test(l.command?.title ?? '')).length === 5,
  );
  for (const { range } of lenses) assert.match(document.getText(range), /^## /);
});

test('the outline has the letter once more, with the paragraphs, under our name', async () => {
  const { document } = await open('outline.md', withoutHistory);
  const symbols = await eventually(
    'our symbols',
    () => ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document),
    (all) => (all ?? []).some((s) => s.name.startsWith('Header: Judge')),
  );
  const header = symbols.find((s) => s.name.startsWith('Header: Judge'));
  assert.match(header?.detail ?? '', /covers 4 of 5; missing: History/);
  const ours = symbols.filter((s) => s.detail !== '' && s !== header);
  assert.deepEqual(
    ours.map((s) => s.detail),
    ['¶ 2(2)', '¶ 2(3)', '¶ 2(4)', '¶ 2(5)'],
  );
});

test('typing # offers the missing section, which Enter writes in full', async () => {
  const editor = await open('heading.md', withoutHistory);
  const { document } = editor;
  await found(document, 'missing-section');
  await replace(editor, '## Key issues', '\n\n## Key issues');
  const at = placeOf(document, '\n\n## Key issues');
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('type', { text: '#' });
  await vscode.commands.executeCommand('type', { text: '#' });
  await vscode.commands.executeCommand('type', { text: ' ' });
  await until(
    'the section to be written',
    () => {
      void vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText();
    },
    (text) => /^## History of Settlement Negotiations\n\n\[/m.test(text),
  );
  await gone(document, 'missing-section');
  assert(rules(document).includes('placeholder') || (await found(document, 'placeholder')));
});

test('leads from the judge to the order in plain words, and from there back to the section', async () => {
  const { document } = await open('definition.md', clean);
  const [link] = await eventually(
    'the order',
    () =>
      ask<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document,
        placeOf(document, '## History'),
      ),
    (all) => all.length > 0,
  );
  assert(link);
  const uri = 'targetUri' in link ? link.targetUri : link.uri;
  const range = 'targetUri' in link ? link.targetRange : link.range;
  const page = await vscode.workspace.openTextDocument(uri);
  assert.match(page.lineAt(range.start.line).text, /History of Settlement Negotiations.*¶ 2\(1\)/);
  await vscode.window.showTextDocument(page);
  const back = await eventually(
    'the section',
    () =>
      ask<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', page, range.start),
    (all) => all.length > 0,
  );
  const homes = back.map((b) => ('targetUri' in b ? b.targetUri : b.uri).toString());
  assert(homes.includes(document.uri.toString()), homes.join());
});

test('links an exhibit that the text cites to its file, beside the links of Markdown itself', async () => {
  const text = clean
    .replace('negotiations:', 'exhibits:\n  - { label: C, file: chart.pdf, pages: 1 }\nnegotiations:')
    .replace('Her medical bills', '[A site](https://site.example). See Ex. C. Her medical bills');
  const { uri } = (await open('links.md', text)).document;
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(uri, '../chart.pdf'), Buffer.from('%PDF-1.4\n'));
  const { document } = await open('links.md');
  await eventually(
    'links to the exhibit and to the site',
    () => ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document, 50),
    (all) => {
      const targets = all.map((l) => `${document.getText(l.range)} ${l.target?.path}`);
      return (
        targets.some((t) => /^Ex\. C .*chart\.pdf$/.test(t)) &&
        all.some((l) => l.target?.authority === 'site.example')
      );
    },
  );
});

test('says on hovering a heading what the order asks there and what is still wanting', async () => {
  const { document } = await open('heading-hover.md', clean.replaceAll(/\$[\d,]+/g, 'a sum'));
  const wants = async (): Promise<string> => {
    const hovers = await ask<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document,
      placeOf(document, 'Evaluation of settlement value'),
    );
    return hovers.flatMap((h) => h.contents.map((c) => (typeof c === 'string' ? c : c.value))).join('\n');
  };
  await eventually('what is wanting', wants, (said) => /¶ 2\(3\)/.test(said) && /Still wanting/.test(said));
});
