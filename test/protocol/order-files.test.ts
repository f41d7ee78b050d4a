import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompletionItem, DocumentLink, Hover } from 'vscode-languageserver/node';
import type { ImportOrderResult } from '../../server/src/protocol-import-order.ts';
import { Client } from './client.ts';
import { firmOrder, said, Workspace } from './letter.ts';

const ORDER = '.ex-parte/orders/quenby.yaml';
const SAMPLE = join(import.meta.dirname, '../fixtures/read-orders/03-standing.txt');

let workspace: Workspace;
let client: Client;
beforeEach(async () => {
  workspace = new Workspace();
  client = await Client.start({ folder: workspace.path, pulls: true });
});
afterEach(async () => {
  await client.stop();
  workspace.remove();
});

test('a slip in an order file is marked as it is typed, and mended', async () => {
  const text = firmOrder(1).replace(
    'pages: { max: 1 }',
    'due: { when: { count: 3, unit: days, before: conference } }',
  );
  workspace.write(ORDER, text);
  await client.open(ORDER, text, 'yaml');
  await client.replace(ORDER, 'before: conference', 'before: confrence');
  const [slip] = (await client.pushed(ORDER, (items) => items.length === 1)).diagnostics;
  expect(slip && said(slip)).toMatch(/Did you mean conference\?/);
  expect(slip && client.words(ORDER, slip.range)).toBe('confrence');
  const [mend] = await client.actions(ORDER, client.rangeOf(ORDER, 'confrence'), {
    diagnostics: slip ? [slip] : [],
  });
  await client.apply(ORDER, mend);
  expect(client.text(ORDER)).toBe(text);
  await client.pushed(ORDER, (items) => items.length === 0);
});

test('what is no order by its size or its depth is told at once, and not read', async () => {
  const deep = `judge: ${'['.repeat(200_000)}`;
  for (const [text, why] of [
    [deep, 'it is nested too deep to be an order'],
    [`${firmOrder(1)}${'# more\n'.repeat(1_500_000)}`, 'it is too large to be an order'],
  ] as const) {
    workspace.write(ORDER, text);
    await client.open(ORDER, text, 'yaml');
    const [told] = (await client.pushed(ORDER, (items) => items.length === 1)).diagnostics;
    expect(told && said(told)).toBe(why);
    expect(await client.askOf<DocumentLink[]>('documentLink', ORDER)).toEqual([]);
    await client.close(ORDER);
  }
});

test('keys and values are offered and told', async () => {
  const text = firmOrder(1);
  workspace.write(ORDER, text);
  await client.open(ORDER, text, 'yaml');
  const hover = await client.ask<Hover>('hover', ORDER, 'pages:');
  expect(hover).toBeNull();
  const told = await client.ask<Hover>('hover', ORDER, 'source:');
  expect(JSON.stringify(told)).toMatch(/Which orders it was read from/);
  await client.replace(ORDER, '    pages: { max: 1 }', '    kind: ');
  const values = await client.ask<CompletionItem[]>('completion', ORDER, '    kind: ', true);
  expect(values.map((v) => v.label)).toContain('memorandum');
  await client.replace(ORDER, '    kind: ', '    ser');
  const keys = await client.ask<CompletionItem[]>('completion', ORDER, '    ser', true);
  expect(keys.map((k) => k.label)).toContain('service');
});

test('an order that arrived is read; its words are linked, and its questions can be settled', async () => {
  const read = await client.connection.sendRequest<ImportOrderResult>('ex-parte/import-order', {
    file: SAMPLE,
    folder: workspace.path,
  });
  if ('problem' in read) throw new Error(read.problem);
  expect(read).toMatchObject({ name: 'stroud.yaml', textName: 'stroud-order.txt' });
  expect(read.letter).toMatch(/^---\njudge: Stroud\n/);
  const [order, text] = [`.ex-parte/orders/${read.name}`, `.ex-parte/orders/${read.textName}`];
  workspace.write(text, read.text);
  const asked = read.yaml.replace(
    /questions: \[\]\n?$/,
    'questions:\n  - about: due\n    ask: Is it due then?\n',
  );
  workspace.write(order, asked);
  await client.open(order, asked, 'yaml');
  const [question] = (await client.pushed(order, (items) => items.length === 1)).diagnostics;
  expect(question).toMatchObject({ severity: 3, message: 'Is it due then?' });
  const links = await client.askOf<DocumentLink[]>('documentLink', order);
  const judge = links.find((l) => client.words(order, l.range) === 'Wendell Aubrey Stroud');
  const line =
    readFileSync(SAMPLE, 'utf8')
      .split('\n')
      .findIndex((l) => l.includes('Wendell')) + 1;
  expect(judge?.target).toMatch(new RegExp(`stroud-order\\.txt#L${line},`));
  if (!question) throw new Error('no question');
  const [settle] = await client.actions(order, question.range, { diagnostics: [question] });
  await client.apply(order, settle);
  expect(client.text(order)).toMatch(/questions: \[\]\n$/);
  await client.pushed(order, (items) => items.length === 0);
});

test('the words of an order are read in its own workspace alone, not through a link either', async () => {
  const outside = new Workspace();
  try {
    const secret = outside.write('secret.txt', 'The Hon. Wendell Aubrey Stroud');
    workspace.write('near.txt', 'The Hon. Wendell Aubrey Stroud');
    symlinkSync(secret, join(workspace.path, 'linked.txt'));
    const linksOf = async (named: string): Promise<number> => {
      const text = `readFrom: ${JSON.stringify(named)}\nevidence:\n  - { value: judge, words: Wendell Aubrey Stroud, at: [9, 30], confidence: high }\n`;
      workspace.write(ORDER, text);
      await client.open(ORDER, text, 'yaml');
      const links = await client.askOf<DocumentLink[]>('documentLink', ORDER);
      await client.close(ORDER);
      return links.length;
    };
    expect(await linksOf('../../near.txt')).toBe(1);
    for (const named of [secret, '../../linked.txt', '../../../../etc/hosts.txt', '\\\\host\\share\\a.txt']) {
      expect(await linksOf(named)).toBe(0);
    }
  } finally {
    outside.remove();
  }
});

test('a file that is no order is refused in words', async () => {
  const file = workspace.write('a.txt', 'Flour and water.');
  expect(
    await client.connection.sendRequest('ex-parte/import-order', { file, folder: workspace.path }),
  ).toEqual({
    problem: 'a.txt says nothing of a settlement conference or a mediation.',
  });
});

test('other YAML is left alone', async () => {
  await client.open('other.yaml', 'judge: 3\n', 'yaml');
  expect(await client.ask('hover', 'other.yaml', 'judge')).toBeNull();
});
