import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { Client } from './client.ts';
import { Workspace } from './letter.ts';

const workspace = new Workspace();
let client: Client;
beforeAll(async () => {
  workspace.write('chart.pdf', 'x');
  workspace.write('exhibits/Log.PDF', 'x');
  client = await Client.start({ folder: workspace.path, pulls: true });
});
afterAll(async () => {
  await client.stop();
  workspace.remove();
});

let files = 0;
async function offered(header: string, rest = '---\n\nDear Judge Reznik:\n') {
  const name = `header-${++files}.md`;
  await client.open(name, `---\n${header.replace('|', '')}\n${rest}`);
  const typed = `---\n${header.slice(0, header.indexOf('|'))}`;
  const items = await client.ask<CompletionItem[]>('completion', name, typed, true);
  return { name, items, labels: items.map((i) => i.label) };
}
const detail = (items: readonly CompletionItem[], label: string): string =>
  items.find((i) => i.label === label)?.detail ?? '';

const CASE = 'judge: reznik\ncaption: Alfano v. Krasne\nconference: 2024-05-28 14:30\n';

describe('values', () => {
  test("the letter's due date, with its weekday and how it is counted", async () => {
    const { items } = await offered(`${CASE}due: |`);
    expect(items.map((i) => i.label)).toEqual(['2024-05-20']);
    expect(detail(items, '2024-05-20')).toMatch(/^Monday, May 20, 2024: .*5 business days before.*\(¶ 2\)/);
    expect(items[0]?.labelDetails?.description).toMatch(/^Monday, May 20, 2024/);
  });

  test('the dates that the letter itself gives', async () => {
    const body =
      '---\n\nMay 17, 2024\n\nRe: the settlement conference on May 28, 2024\n\nDear Judge Reznik:\n';
    expect((await offered('judge: reznik\ndated: |', body)).labels).toContain('2024-05-17');
    expect((await offered('judge: reznik\nconference: |', body)).labels).toEqual(['2024-05-28']);
  });

  test.each([
    ['to: |', 'ReznikNYSDChambers@nysd.uscourts.gov'],
    ['to:\n  - |', 'ReznikNYSDChambers@nysd.uscourts.gov'],
    ['to: [|', 'ReznikNYSDChambers@nysd.uscourts.gov'],
    ['attendees:\n  - { name: Dana Ruiz, role: |', 'counsel'],
    ['attendees:\n  - name: Dana Ruiz\n    authority: f|', 'full'],
    ['attendees:\n  - party: |', 'Krasne'],
    ['negotiations:\n  - { date: 2024-05-01, by: plaintiff, kind: |', 'offer'],
    ['negotiations:\n  - { date: 2024-05-01, by: |', 'defendant'],
    ['exhibits:\n  - { label: A, file: |', 'exhibits/Log.PDF'],
    ['exhibits:\n  - { label: A, pages: 1 }\n  - { label: |', 'B'],
    ['layout: { spacing: 1, font: |', 'Times New Roman'],
    ['case: |', '7:24-cv-00361'],
  ])('%s', async (header, expected) => {
    const { labels } = await offered(`${CASE}${header}`);
    expect(labels).toContain(expected);
  });
});

describe('keys, though the YAML does not parse', () => {
  test.each([
    ['attendees:\n  - |', 'name'],
    ['attendees:\n  - name: Dana Ruiz\n    ro|', 'role'],
    ['attendees:\n  - { name: Dana Ruiz, |', 'authority'],
    ['exhibits:\n  - { label: A, fi|', 'file'],
    ['negotiations:\n  - date: 2024-05-01\n    |', 'kind'],
    ['leave:\n  |', 'pages'],
    ['caption: "Alfano\nco|', 'conference'],
    ['case: [1, 2\nro|', 'role'],
  ])('%s', async (header, expected) => {
    const { labels } = await offered(`judge: reznik\n${header}`);
    expect(labels).toContain(expected);
  });

  test('none that stands there already, in the same entry', async () => {
    const { labels } = await offered(
      'judge: reznik\nattendees:\n  - { name: A, role: party }\n  - { name: B, |',
    );
    expect(labels).not.toContain('name');
    expect(labels).toContain('role');
  });

  test('a list is begun with its first entry, but a word in braces is not', async () => {
    const insert = (items: readonly CompletionItem[], label: string) =>
      (items.find((i) => i.label === label)?.textEdit as { newText: string } | undefined)?.newText;
    expect(insert((await offered('judge: reznik\nexh|')).items, 'exhibits')).toBe('exhibits:\n  - ');
    expect(insert((await offered('judge: reznik\nleave: { pa|')).items, 'pages')).toBe('pages: ');
  });
});

describe('hover', () => {
  const hover = async (header: string, words: string): Promise<string> => {
    const name = `hover-${++files}.md`;
    await client.open(name, `---\n${header}\n---\n`);
    const found = await client.ask<Hover | null>('hover', name, words);
    return JSON.stringify(found?.contents ?? null);
  };
  test('on a key: what it holds and which paragraphs look at it', async () => {
    const said = await hover(`${CASE}leave: { pages: 12 }`, 'leave');
    expect(said).toContain('Leave of the Court');
    expect(said).toContain('at most 10 pages (¶ 2)');
  });
  test('on a key in a list, and where the YAML is broken', async () => {
    expect(await hover(`${CASE}attendees:\n  - { name: A, authority: full }`, 'authority')).toContain(
      'Authority to settle',
    );
    expect(await hover(`${CASE}caption2: "x\nattendees:\n  - name: A`, 'attendees')).toContain('Who attends');
  });
  test('is silent on words that are no keys', async () => {
    expect(await hover(`${CASE}party: role model`, 'role model')).toBe('null');
    expect(await hover(`${CASE}nonsense: 1`, 'nonsense')).toBe('null');
  });
});
