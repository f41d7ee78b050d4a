import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import type { MattersParams } from '../../server/src/protocol-matters.ts';
import { Client } from './client.ts';
import { GOOD, letter, Workspace } from './letter.ts';

let workspace: Workspace;
let client: Client;
let told: MattersParams[];
beforeEach(async () => {
  workspace = new Workspace();
  workspace.write('good.md', GOOD);
  workspace.write('deep/down/bare.md', letter('Dear Judge Reznik:\n'));
  workspace.write('README.md', '# Readme\n\nTODO\n');
  workspace.write('node_modules/x/letter.md', letter('Dear Judge:\n'));
  client = await Client.start({ folder: workspace.path, pulls: true, trusted: true });
  told = [];
  client.connection.onNotification('ex-parte/matters', (params: MattersParams) => void told.push(params));
});
afterEach(async () => {
  await client.stop();
  workspace.remove();
});

const ask = (): Promise<WorkspaceDiagnosticReport> =>
  client.connection.sendRequest('workspace/diagnostic', { identifier: 'ex-parte', previousResultIds: [] });
const findings = ({ items }: WorkspaceDiagnosticReport): Record<string, number> =>
  Object.fromEntries(items.map((i) => [i.uri.split('/').at(-1), i.kind === 'full' ? i.items.length : -1]));

test('all letters of the folder are checked without being opened, and no other file', async () => {
  const found = findings(await ask());
  expect(Object.keys(found).sort()).toEqual(['bare.md', 'good.md']);
  expect(found['bare.md']).toBeGreaterThan(4);
  expect(
    told
      .at(-1)
      ?.letters.map((l) => [l.judge, l.gaps > 0])
      .sort(),
  ).toEqual([
    ['Reznik', false],
    ['Reznik', true],
  ]);
});

test('the next answer waits for a change, and tells of that alone', async () => {
  await ask();
  const next = ask();
  const early = await Promise.race([next, new Promise((done) => setTimeout(done, 700, 'waits'))]);
  expect(early).toBe('waits');
  const file = workspace.write('good.md', GOOD.replace('judge: ', 'judge: nobody # '));
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: new URL(`file://${file}`).href, type: 2 }],
  });
  expect(findings(await next)).toEqual({ 'good.md': expect.any(Number) });
  expect(told.at(-1)?.letters.filter((l) => l.judge === null)).toHaveLength(1);
});

test('what was found in a file that cannot be read any more stands no longer, and it is not shown as clean', async () => {
  const before = findings(await ask());
  expect(before['bare.md']).toBeGreaterThan(4);
  const file = workspace.write('deep/down/bare.md', '\0');
  const next = ask();
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(file).href, type: 2 }],
  });
  expect(findings(await next)).toEqual({ 'bare.md': 0 });
  const row = told.at(-1)?.letters.find(({ uri }) => uri.endsWith('bare.md'));
  expect(row?.reasons).toEqual(['the file cannot be read: it is not a text file']);
});

test('a letter that is open counts as the editor has it', async () => {
  await ask();
  await client.open('good.md', GOOD.replace(/^caption: .*$/m, 'caption: Edited v. Unsaved'));
  await client.diagnostics('good.md');
  expect(told.at(-1)?.letters.map((l) => l.matter)).toContain('Edited v. Unsaved');
  await client.close('good.md');
  await ask();
  expect(told.at(-1)?.letters.map((l) => l.matter)).not.toContain('Edited v. Unsaved');
});

test('a letter whose address the editor spells otherwise is listed once, before and while it is open', async () => {
  const name = 'Alfano v. Krasne, Inc.md';
  const path = workspace.write(name, letter('Dear Judge Reznik:\n'));
  await ask();
  expect(told.at(-1)?.letters).toHaveLength(3);
  const uri = pathToFileURL(path).href.replace(',', '%2C');
  expect(uri).toContain('%2C');
  await client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: GOOD },
  });
  await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  await expect.poll(() => told.at(-1)?.letters.some((l) => l.uri === uri)).toBe(true);
  expect(told.at(-1)?.letters).toHaveLength(3);
});

test('typing is answered while other letters are checked', async () => {
  for (let i = 0; i < 60; i++) workspace.write(`many/${i}.md`, GOOD);
  await client.open('mine.md', GOOD);
  await client.diagnostics('mine.md');
  const all = ask();
  let done = false;
  void all.then(() => {
    done = true;
  });
  let answered = 0;
  while (!done) {
    await client.replace('mine.md', 'Dear Judge', 'Dear  Judge');
    await client.diagnostics('mine.md');
    await client.replace('mine.md', 'Dear  Judge', 'Dear Judge');
    if (!done) answered++;
  }
  expect(answered).toBeGreaterThan(5);
  expect(Object.keys(findings(await all))).toHaveLength(62);
});

test('a link to nothing keeps no other letter from being looked at', async () => {
  symlinkSync(join(workspace.path, 'nowhere.md'), join(workspace.path, 'a-link.md'));
  expect(Object.keys(findings(await ask())).sort()).toEqual(['bare.md', 'good.md']);
  expect(told.at(-1)).toMatchObject({ lacks: null, letters: [{}, {}] });
});

test('a link that leads out of the folder is not read, one within it is', async () => {
  const outside = new Workspace();
  try {
    symlinkSync(outside.write('secret.md', GOOD), join(workspace.path, 'out.md'));
    symlinkSync(join(workspace.path, 'good.md'), join(workspace.path, 'within.md'));
    expect(Object.keys(findings(await ask())).sort()).toEqual(['bare.md', 'good.md', 'within.md']);
    expect(told.at(-1)?.letters).toHaveLength(3);
    expect(told.at(-1)?.lacks).toBe('Not looked at, since they are links out of this folder: out.md.');
  } finally {
    outside.remove();
  }
});

test('a link to a folder elsewhere is not followed, and that is said', async () => {
  const outside = new Workspace();
  try {
    outside.write('secret.md', GOOD);
    symlinkSync(outside.path, join(workspace.path, 'closed-cases'));
    symlinkSync(workspace.path, join(workspace.path, 'round'));
    expect(Object.keys(findings(await ask())).sort()).toEqual(['bare.md', 'good.md']);
    expect(told.at(-1)?.lacks).toBe('Not looked at, since they are links out of this folder: closed-cases.');
  } finally {
    outside.remove();
  }
});

test('a letter whose judge is misspelt is told of, until it is mended', async () => {
  workspace.write('slip.md', GOOD.replace(/^judge:/m, 'jugde:'));
  await ask();
  expect(told.at(-1)?.lacks).toMatch(/names no judge \(jugde: is probably meant for judge:\): slip\.md/);
  workspace.write('slip.md', `${GOOD}\n`);
  const changes = [{ uri: pathToFileURL(join(workspace.path, 'slip.md')).href, type: 2 }];
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  await ask();
  expect(told.at(-1)?.lacks).toBeNull();
});

test('so is one whose judge stands in quotation marks', async () => {
  workspace.write('slip.md', GOOD.replace(/^judge:/m, '"judge":'));
  await ask();
  expect(told.at(-1)?.lacks).toMatch(/Not taken for a letter: slip\.md \(write the line as judge: \w+\)/);
});

test('what was found in a folder that cannot be read any more stays, and that is said', async () => {
  await ask();
  const elsewhere = `${workspace.path}-elsewhere`;
  renameSync(workspace.path, elsewhere);
  try {
    const changes = [{ uri: pathToFileURL(workspace.path).href, type: 3 }];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    expect((await ask()).items).toEqual([]);
    expect(told.at(-1)).toMatchObject({ lacks: 'Not all folders could be read.', letters: [{}, {}] });
  } finally {
    renameSync(elsewhere, workspace.path);
  }
});

test('a question that the client gives up is answered', async () => {
  await ask();
  const given = new CancellationTokenSource();
  const params = { identifier: 'ex-parte', previousResultIds: [] };
  const waiting = client.connection.sendRequest('workspace/diagnostic', params, given.token);
  // A notification overtakes a request that is still being written.
  await new Promise((done) => setTimeout(done, 300));
  given.cancel();
  const settled = waiting.then(
    () => 'settled',
    () => 'settled',
  );
  expect(await settled).toBe('settled');
});
