import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeLens, CompletionItem, DocumentSymbol, Hover } from 'vscode-languageserver/node';
import { Client } from './client.ts';
import { codes, GOOD, letter, Workspace } from './letter.ts';

const workspace = new Workspace();
let client: Client;
beforeAll(async () => {
  client = await Client.start({ folder: workspace.path, pulls: true });
});
afterAll(async () => {
  await client.stop();
  workspace.remove();
});

const TITLES = [
  'History of Settlement Negotiations',
  'Key Issues of Fact and Law',
  'Evaluation of Settlement Value and Rationale',
  'Case Law Authority',
  'Other Facts Helpful to the Court',
];
let files = 0;

/** What is offered behind the last words of a body. */
async function offered(body: string, judge?: string) {
  const name = `offered-${++files}.md`;
  const text = letter(body.replace('|', ''), judge);
  await client.open(name, text);
  const items: CompletionItem[] = await client.connection.sendRequest('textDocument/completion', {
    textDocument: { uri: client.uri(name) },
    position: client.rangeOf(name, body.slice(0, body.indexOf('|'))).end,
  });
  return { name, items, labels: items.map((i) => i.label) };
}

async function accept(name: string, item: CompletionItem | undefined): Promise<string> {
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error('nothing is offered');
  await client.edit(name, [{ range: item.textEdit.range, text: plain(item.textEdit.newText) }]);
  return client.text(name);
}

/** What is left of a snippet when nothing is typed into it. */
const plain = (snippet: string): string =>
  snippet.replace(/\$\{\d+:((?:\\.|[^}])*)\}|\$0/g, '$1').replace(/\\(.)/g, '$1');

describe('completion at a heading', () => {
  test.each(['#|', '# |', '##|', '## |', '## Hist|', '**|', '|'])(
    'offers what is missing in the sequence of the order at %s',
    async (typed) => {
      const { labels } = await offered(`Dear Judge Reznik:\n\n${typed}`);
      expect(labels).toEqual(TITLES);
    },
  );

  test('leaves out what another section covers, though not what only this line does', async () => {
    const { labels } = await offered('## Prior offers\n\nNone.\n\n## Case law|');
    expect(labels).toEqual(TITLES.slice(1));
  });

  test('writes the section with its template, as deep as the others and with blanks that are found', async () => {
    const { name, items } = await offered('### Prior offers\n\nNone.\n\n#|');
    const text = await accept(
      name,
      items.find((i) => i.label === 'Case Law Authority'),
    );
    expect(text).toMatch(/\n### Case Law Authority\n\n\[.+\]/);
    expect(codes(await client.diagnostics(name))).toContain('placeholder');
  });

  test('writes a run-in where the letter has run-ins', async () => {
    const { name, items } = await offered('**Prior offers.** None.\n\n**|');
    const text = await accept(name, items[0]);
    expect(text).toMatch(/\n\*\*Key Issues of Fact and Law\.\*\* \[/);
  });

  test.each([
    'The parties met.|',
    'The parties\n#1 met|',
    '    ## code|',
    '# Title\n\nWe demand **|',
    'A paragraph of words\n**|',
  ])('is silent in %s', async (body) => {
    expect((await offered(`Dear Judge Reznik:\n\n${body}`)).labels).toEqual([]);
  });

  test('names contents and rules in our comments', async () => {
    const { labels } = await offered('## Where we stand\n\n<!-- covers: history, |');
    expect(labels).toEqual(['issues', 'evaluation', 'authority', 'other-facts']);
    expect((await offered('<!-- ex-parte-disable pl|')).labels).toContain('placeholder');
  });

  test('keeps to the line endings of the text', async () => {
    const name = 'crlf.md';
    await client.open(name, letter('## \r\n').replace(/\r?\n/g, '\r\n'));
    const items = await client.ask<CompletionItem[]>('completion', name, '## ', true);
    expect(await accept(name, items[0])).not.toMatch(/[^\r]\n/);
  });
});

const titles = (lenses: readonly CodeLens[]): string[] => lenses.map((l) => l.command?.title ?? '');

describe('code lens', () => {
  test('tells the paragraph and the pages of each section', async () => {
    await client.open('lens.md', GOOD);
    const lenses = await client.askOf<CodeLens[]>('codeLens', 'lens.md');
    expect(lenses).toHaveLength(5);
    expect(titles(lenses)[0]).toMatch(/^¶ 2\(1\) · p\. 1, 0\.\d of a page$/);
    expect(titles(lenses).every((t) => /^¶ 2\(\d\) · pp?\. \d/.test(t))).toBe(true);
    for (const { range } of lenses) expect(client.words('lens.md', range)).toMatch(/^## /);
  });

  test('follows the text, and counts the pages of the very version', async () => {
    await client.open('grow.md', GOOD);
    await client.askOf('codeLens', 'grow.md');
    const heading = '## 2. ';
    await client.replace('grow.md', heading, `${'Word and word. '.repeat(1_200)}\n\n${heading}`);
    const lenses = await client.askOf<CodeLens[]>('codeLens', 'grow.md');
    expect(titles(lenses)[0]).toMatch(/^¶ 2\(1\) · pp\. 1–\d, [2-9]\.?\d? pages/);
  });

  test('says what is empty, what is wanting and what the order does not ask for', async () => {
    await client.open(
      'gaps.md',
      letter('## History of offers\n\nSome were made.\n\n## Settlement value\n\n## Weather\n\nFair.\n'),
    );
    const lenses = titles(await client.askOf<CodeLens[]>('codeLens', 'gaps.md'));
    expect(lenses[0]).toContain('something is still wanting');
    expect(lenses[1]).toContain('empty');
    expect(lenses[2]).toMatch(/^not asked for by the order · p\. 1/);
  });
});

describe('document symbols', () => {
  test('are the tree of headings with the paragraphs, under the header that says what is missing', async () => {
    const body =
      '# Letter\n\n## Prior offers\n\nx\n\n### First\n\nx\n\n## Weather\n\nx\n\n**Case law.** x\n\n**Bold** x\n';
    await client.open('symbols.md', letter(body));
    const [header, title, ...more] = await client.askOf<DocumentSymbol[]>('documentSymbol', 'symbols.md');
    expect(more).toEqual([]);
    expect(header).toMatchObject({
      name: 'Header: Judge Reznik',
      children: [{ name: 'judge' }],
      detail: expect.stringMatching(/^covers 2 of 5; missing: Key Issues/),
    });
    const names = (of: DocumentSymbol | undefined): unknown =>
      of && [of.name, of.detail ?? '', ...(of.children ?? []).map(names)];
    expect(names(title)).toEqual([
      'Letter',
      '',
      ['Prior offers', '¶ 2(1)', ['First', '']],
      ['Weather', '', ['Case law.', '¶ 2(4)']],
    ]);
  });

  test('every symbol lies in its parent and holds its own selection', async () => {
    await client.open('inside.md', GOOD);
    const symbols = await client.askOf<DocumentSymbol[]>('documentSymbol', 'inside.md');
    const ahead = (a: { line: number; character: number }, b: typeof a): boolean =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    const walk = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      expect(ahead(range.start, selectionRange.start) && ahead(selectionRange.end, range.end)).toBe(true);
      for (const c of children) {
        expect(ahead(range.start, c.range.start) && ahead(c.range.end, range.end)).toBe(true);
        walk(c);
      }
    };
    symbols.forEach(walk);
    expect(symbols.length).toBeGreaterThan(5);
  });
});

test('hover on a heading tells what the order asks there and what is still wanting', async () => {
  await client.open('hover.md', letter('## History of offers\n\nSome were made.\n'));
  const found = await client.ask<Hover>('hover', 'hover.md', 'History');
  const said = JSON.stringify(found.contents);
  expect(said).toContain('¶ 2(1)');
  expect(said).toContain('Still wanting: ');
  await client.replace('hover.md', 'Some were made.', 'Plaintiff demanded $5,000 on May 1, 2024.');
  const mended = await client.ask<Hover>('hover', 'hover.md', 'History');
  expect(JSON.stringify(mended.contents)).not.toContain('Still wanting');
});

test('nothing of this is said of other Markdown', async () => {
  await client.open('README.md', '# Notes\n\n## \n');
  expect(await client.askOf('codeLens', 'README.md')).toEqual([]);
  expect(await client.askOf('documentSymbol', 'README.md')).toEqual([]);
  expect(await client.askOf('documentLink', 'README.md')).toEqual([]);
  expect(await client.ask('completion', 'README.md', '## ', true)).toEqual([]);
  expect(await client.ask('definition', 'README.md', 'Notes')).toEqual([]);
});
