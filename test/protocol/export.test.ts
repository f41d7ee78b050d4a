import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type {
  ExportParams,
  ExportResult,
  StepId,
  SubmissionResult,
  SubmissionStep,
} from '../../server/src/protocol-export.ts';
import { exhibitFile } from '../export/support.ts';
import { Client } from './client.ts';
import { GOOD, Workspace } from './letter.ts';

const MARKING = '**CONFIDENTIAL MATERIAL FOR USE ONLY AT SETTLEMENT CONFERENCE**';
const NAME =
  'Confidential settlement letter - Harrow Orchard Supply Co. v Quillmark Cold Storage, Inc - not for filing';

let client: Client;
let folder: Workspace;
let n = 0;
let name = '';
beforeAll(async () => {
  folder = new Workspace();
  client = await Client.start({ folder: folder.path, pulls: true, trusted: true });
});
afterAll(async () => {
  await client.stop();
  folder.remove();
});
beforeEach(() => {
  name = `matter ${++n}/letter.md`;
});
afterEach(() => client.close(name));

const files = (): string[] => readdirSync(join(folder.path, `matter ${n}`)).sort();
async function open(text: string): Promise<void> {
  folder.write(name, text);
  await client.open(name, text);
}
const exported = (more: Partial<ExportParams> = {}): Promise<ExportResult> =>
  client.connection.sendRequest('ex-parte/export', {
    uri: client.uri(name),
    to: 'pdf',
    version: 'chambers',
    insist: false,
    out: null,
    ...more,
  } satisfies ExportParams);
async function steps(): Promise<Partial<Record<StepId, SubmissionStep>>> {
  const result: SubmissionResult | null = await client.connection.sendRequest('ex-parte/submission', {
    uri: client.uri(name),
  });
  return Object.fromEntries((result?.steps ?? []).map((step) => [step.id, step]));
}

describe('an export from the editor', () => {
  test('lies beside the letter, of the text in the editor rather than the file', async () => {
    await open(GOOD);
    await client.replace(name, 'Dear Judge Reznik:', 'Dear Magistrate Judge Reznik:');
    const result = await exported({ to: 'docx' });
    expect(result).toMatchObject({ kind: 'exported', what: 'Word document', replaced: false });
    expect(files()).toEqual([`${NAME}.docx`, 'letter.md']);
    expect(await exported({ to: 'docx' })).toMatchObject({ kind: 'exported', replaced: true });
  });

  test('is refused while errors stand, tells where, and is made for whoever insists', async () => {
    await open(GOOD.replace(MARKING, ''));
    const refused = await exported();
    expect(refused).toMatchObject({ kind: 'refused', mayInsist: true, told: [{ rule: 'marking' }] });
    expect(files()).toEqual(['letter.md']);
    const insisted = await exported({ insist: true });
    expect(insisted).toMatchObject({ kind: 'exported', standing: { errors: [{ rule: 'marking' }] } });
  });

  test('says which warnings stand, as the settings have them', async () => {
    const spoilt = GOOD.replace('## 4.', 'TODO\n\n## 4.');
    await open(spoilt);
    const line = spoilt.slice(0, spoilt.indexOf('TODO')).split('\n').length;
    expect(await exported({ to: 'ics' })).toMatchObject({
      standing: { errors: [], warnings: [{ rule: 'placeholder', line }] },
    });
    client.settings = { severities: { placeholder: 'error' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await expect
      .poll(() => exported({ to: 'ics' }))
      .toMatchObject({ kind: 'refused', told: [{ rule: 'placeholder' }] });
    client.settings = {};
    await client.notify('workspace/didChangeConfiguration', { settings: null });
  });

  test('no e-mail is made to the wrong people, however one insists', async () => {
    await open(GOOD.replace(/^cc: .*$/m, 'cc: opponent@otherfirm.example'));
    const result = await exported({ to: 'eml', insist: true });
    expect(result).toMatchObject({ kind: 'refused', mayInsist: false, told: [{ rule: 'service' }] });
  });

  test('that cannot be written names the file, so that another can be chosen', async () => {
    await open(GOOD);
    writeFileSync(join(folder.path, `matter ${n}`, `${NAME}.pdf`), 'of someone else');
    const result = await exported();
    expect(result).toMatchObject({ kind: 'failed', reason: expect.stringContaining('such a file already') });
    const target = result.kind === 'failed' ? result.target : null;
    expect(target && fileURLToPath(target)).toBe(join(folder.path, `matter ${n}`, `${NAME}.pdf`));
    const out = client.uri(`matter ${n}/Außer Haus.pdf`);
    expect(await exported({ out })).toMatchObject({ kind: 'exported', uri: out });
    expect(readFileSync(join(folder.path, `matter ${n}`, `${NAME}.pdf`), 'utf8')).toBe('of someone else');
  });

  test('that is cancelled ends its work and leaves nothing', async () => {
    folder.write(`matter ${n}/letter.md`, '');
    const labels = Array.from({ length: 8 }, (_, i) => `${i + 1}`);
    for (const label of labels)
      writeFileSync(join(folder.path, `matter ${n}`, `${label}.pdf`), exhibitFile('forty-pages.pdf'));
    const listed = labels.map((l) => `  - { label: "${l}", title: Tab ${l}, file: "${l}.pdf" }`).join('\n');
    await open(GOOD.replace(/exhibits:\n[\s\S]*?attendees:/, `exhibits:\n${listed}\nattendees:`));
    await client.pull(name);
    const before = client.children().length;
    const source = new CancellationTokenSource();
    const uri = client.uri(name);
    const params = { uri, to: 'pdf', version: 'chambers', insist: true, out: null } satisfies ExportParams;
    const running = client.connection.sendRequest('ex-parte/export', params, source.token);
    await expect.poll(() => client.children().length).toBeGreaterThan(before);
    source.cancel();
    await expect(running).rejects.toMatchObject({ code: -32800 });
    await expect.poll(() => client.children().length).toBe(before);
    expect(files()).toEqual([...labels.map((l) => `${l}.pdf`), 'letter.md']);
  });

  test('a letter in no file is told to be saved', async () => {
    const uri = 'untitled:Untitled-1';
    const textDocument = { uri, languageId: 'markdown', version: 1, text: GOOD };
    await client.notify('textDocument/didOpen', { textDocument });
    expect(await exported({ uri })).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('save it'),
    });
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    await open(GOOD);
  });
});

describe('what is left to do', () => {
  test('is done step by step, and again when the letter changes', async () => {
    await open(GOOD);
    expect(Object.keys(await steps())).toEqual(['findings', 'pdf', 'email', 'calendar']);
    expect(await steps()).toMatchObject({ findings: { state: 'done' }, pdf: { state: 'open', file: null } });
    await exported();
    expect((await steps()).pdf).toMatchObject({ state: 'done', detail: expect.stringContaining('PDF/A-2b') });
    await exported({ to: 'eml' });
    await exported({ to: 'ics' });
    expect(Object.values(await steps()).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    await client.replace(name, 'Dear Judge Reznik:', 'Dear Magistrate Judge Reznik:');
    expect((await steps()).pdf).toMatchObject({
      state: 'open',
      detail: expect.stringContaining('changed since'),
    });
  });

  test('a file that is gone, or is no longer what was made, has to be made again', async () => {
    await open(GOOD);
    await exported();
    writeFileSync(join(folder.path, `matter ${n}`, `${NAME}.pdf`), 'scribbled over');
    expect((await steps()).pdf).toMatchObject({ state: 'open', file: null });
  });
});
