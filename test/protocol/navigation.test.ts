import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentLink, Location } from 'vscode-languageserver/node';
import { Client } from './client.ts';
import { firmOrder, GOOD, letter, Workspace } from './letter.ts';

const workspace = new Workspace();
let client: Client;
beforeAll(async () => {
  workspace.write('.ex-parte/orders/quenby.yaml', firmOrder(12));
  client = await Client.start({ folder: workspace.path, pulls: true });
});
afterAll(async () => {
  await client.stop();
  workspace.remove();
});

const target = async (name: string, words: string): Promise<Location> => {
  const [found, ...more] = await client.ask<Location[]>('definition', name, words);
  expect(more).toEqual([]);
  if (!found) throw new Error(`${words} leads nowhere`);
  return found;
};

describe('links', () => {
  const HEADER = `exhibits:
  - { label: A, title: Chart, file: chart.PDF }
  - { label: B, file: sub\\log.pdf }
  - { label: C, file: gone.pdf }
  - { label: D, file: ../outside.pdf }
  - { label: E, file: "https://x.example/e.pdf" }
`;
  test('lead from citations and from the header to the files that are there', async () => {
    workspace.write('chart.PDF', 'x');
    workspace.write('sub/log.pdf', 'x');
    workspace.write('../outside.pdf', 'x');
    const text = letter(
      'See Ex. A at 3, Exs. A, B and C, and Exhibit “B”. [Ex. A](other.pdf). Ex. D; Ex. E. Dkt. 31, Ex. A. `Ex. A`\n',
    ).replace('judge: reznik\n', `judge: reznik\norder: case.yaml\n${HEADER}`);
    workspace.write('case.yaml', firmOrder(12));
    await client.open('links.md', text);
    const links = await client.askOf<DocumentLink[]>('documentLink', 'links.md');
    expect(links.map((l) => [client.words('links.md', l.range), l.target?.split('/').pop()])).toEqual([
      ['case.yaml', 'case.yaml'],
      ['chart.PDF', 'chart.PDF'],
      ['sub\\log.pdf', 'log.pdf'],
      ['Ex. A', 'chart.PDF'],
      ['A', 'chart.PDF'],
      ['B', 'log.pdf'],
      ['Exhibit “B”', 'log.pdf'],
    ]);
  });
});

describe('from the letter to the order and back', () => {
  test('a built-in order is told in plain words', async () => {
    await client.open('a.md', GOOD);
    const judge = await target('a.md', 'reznik');
    expect(judge.uri).toBe('ex-parte-order:/built-in/reznik.md');
    const { text }: { text: string } = await client.connection.sendRequest('workspace/textDocumentContent', {
      uri: judge.uri,
    });
    const line = ({ range }: Location): string => text.split('\n')[range.start.line] ?? '';
    expect(line(judge)).toContain('Victoria Reznik');
    for (const [words, told] of [
      ['## 1. ', '(¶ 2(1))'],
      ['conference:', 'due 5 business days before the conference'],
      ['to: Reznik', 'goes to ReznikNYSDChambers@'],
      ['negotiations:', 'a demand by the plaintiff'],
      ['attendees:', 'ultimate authority'],
    ] as const) {
      if (GOOD.includes(words)) expect(line(await target('a.md', words)), words).toContain(told);
    }
  });

  test('a content named in a comment leads there too, and its line back to the section', async () => {
    await client.open('b.md', letter('## Where we stand\n\n<!-- covers: history, authority -->\n\nAt $5.\n'));
    const { uri, range } = await target('b.md', 'authority');
    expect(uri).toBe('ex-parte-order:/built-in/reznik.md');
    const back: Location[] = await client.connection.sendRequest('textDocument/definition', {
      textDocument: { uri },
      position: range.start,
    });
    const here = back.filter((l) => l.uri === client.uri('b.md'));
    expect(here.map((l) => client.words('b.md', l.range))).toEqual(['## Where we stand']);
  });

  test("a firm's order is opened where its file says so, and told in words where it extends another", async () => {
    await client.open(
      'c.md',
      letter('## Prior offers\n\nNone.\n', 'quenby').replace(
        'judge: quenby',
        'judge: quenby\nleave: { pages: 14, by: order }',
      ),
    );
    expect((await target('c.md', 'quenby')).uri).toBe(client.uri('.ex-parte/orders/quenby.yaml'));
    const limit = await target('c.md', 'leave');
    expect(limit.uri).toBe(client.uri('.ex-parte/orders/quenby.yaml'));
    expect(limit.range.start.line).toBe(
      firmOrder(12)
        .split('\n')
        .findIndex((l) => l.includes('pages')),
    );
    expect((await target('c.md', '## Prior')).uri).toBe('ex-parte-order:/workspace/quenby.md');
  });

  test('a page that is shown is told anew when its order has changed', async () => {
    await client.open('e.md', letter('## Prior offers\n\nNone.\n', 'quenby'));
    const { uri } = await target('e.md', '## Prior');
    const read = async (): Promise<string> => {
      const { text }: { text: string } = await client.connection.sendRequest(
        'workspace/textDocumentContent',
        {
          uri,
        },
      );
      return text;
    };
    const refreshed: string[] = [];
    client.connection.onRequest('workspace/textDocumentContent/refresh', (p: { uri: string }) => {
      refreshed.push(p.uri);
      return null;
    });
    expect(await read()).toContain('at most 12 pages');
    const order = '.ex-parte/orders/quenby.yaml';
    workspace.write(order, firmOrder(3));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(order), type: 2 }],
    });
    expect(await read()).toContain('at most 3 pages');
    expect(refreshed).toEqual([uri]);
    workspace.write(order, firmOrder(12));
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri(order), type: 2 }],
    });
  });

  test('references on the judge are all sections that cover anything', async () => {
    await client.open('d.md', GOOD);
    const found = await client.ask<Location[]>('references', 'd.md', 'reznik', false, {
      context: { includeDeclaration: false },
    });
    expect(found.map((l) => client.words('d.md', l.range))).toHaveLength(5);
  });

  test('a client that shows no texts of the server is led to files alone', async () => {
    const plain = await Client.start({
      folder: workspace.path,
      pulls: true,
      says: { capabilities: { textDocument: { diagnostic: {} } } },
    });
    try {
      await plain.open('a.md', GOOD);
      expect(await plain.ask('definition', 'a.md', 'reznik')).toEqual([]);
      await plain.open('c.md', letter('## Prior offers\n', 'quenby'));
      const [found] = await plain.ask<Location[]>('definition', 'c.md', '## Prior');
      expect(found?.uri).toBe(client.uri('.ex-parte/orders/quenby.yaml'));
    } finally {
      await plain.stop();
    }
  });
});
