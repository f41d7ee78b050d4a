import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run, STACK } from '../cli/run.ts';
import { Client, type ClientOptions } from '../protocol/client.ts';
import { codes, firmOrder, GOOD, isPartial, letter, of, said, Workspace } from '../protocol/letter.ts';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const PDF = join(import.meta.dirname, '../fixtures/exhibits/three-pages.pdf');
const DAY = 86_400_000;

let workspace: Workspace;
let running: Client[];
beforeEach(() => {
  workspace = new Workspace();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((client) => client.stop()));
  workspace.remove();
});

async function start(more: Partial<ClientOptions> = {}): Promise<Client> {
  const client = await Client.start({ folder: workspace.path, pulls: true, trusted: true, ...more });
  running.push(client);
  return client;
}

/** As the editor tells of a file that changed on the disk. */
const changed = (client: Client, name: string, type = 2): Promise<void> =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(name), type }] });

const WITH_EXHIBIT = GOOD.replace('    pages: 3', '    file: a.pdf');

describe('files that go while a letter is open', () => {
  test('an exhibit removed, renamed and brought back', async () => {
    const file = join(workspace.path, 'a.pdf');
    await copyFile(PDF, file);
    const client = await start();
    await client.open('letter.md', WITH_EXHIBIT);
    expect(codes(await client.diagnostics('letter.md'))).toEqual([]);
    renameSync(file, join(workspace.path, 'aa.pdf'));
    await changed(client, 'a.pdf', 3);
    const gone = of(await client.diagnostics('letter.md'), 'exhibit')
      .map(said)
      .join();
    expect(gone).toMatch(/does not exist/);
    expect(gone).toContain('aa.pdf');
    renameSync(join(workspace.path, 'aa.pdf'), file);
    await changed(client, 'a.pdf', 1);
    expect(codes(await client.diagnostics('letter.md'))).toEqual([]);
  });

  test("the letter's own folder removed: what is open is still checked, and its exhibits are told", async () => {
    mkdirSync(join(workspace.path, 'case'));
    await copyFile(PDF, join(workspace.path, 'case/a.pdf'));
    const client = await start();
    await client.open('case/letter.md', WITH_EXHIBIT);
    expect(codes(await client.diagnostics('case/letter.md'))).toEqual([]);
    rmSync(join(workspace.path, 'case'), { recursive: true });
    // An editor tells of the folder alone, not of what was in it.
    await changed(client, 'case', 3);
    expect(
      of(await client.diagnostics('case/letter.md'), 'exhibit')
        .map(said)
        .join(),
    ).toMatch(/folder is gone|does not exist/);
    await client.replace('case/letter.md', 'Dear Judge', 'Dear TODO Judge');
    expect(codes(await client.diagnostics('case/letter.md'))).toContain('placeholder');
  });

  test('its own file removed: what is open is still checked; renamed, it is told under the new name alone', async () => {
    const file = join(workspace.path, 'letter.md');
    writeFileSync(file, GOOD);
    const client = await start();
    await client.open('letter.md', GOOD);
    expect(codes(await client.diagnostics('letter.md'))).toEqual([]);
    rmSync(file);
    await changed(client, 'letter.md', 3);
    await client.replace('letter.md', 'Dear Judge', 'Dear TODO Judge');
    expect(codes(await client.diagnostics('letter.md'))).toContain('placeholder');
    // An editor closes what is renamed, and opens it under its new name as it stands, saved or not.
    const text = client.text('letter.md');
    await client.close('letter.md');
    await client.open('renamed.md', text);
    expect(codes(await client.diagnostics('renamed.md'))).toContain('placeholder');
    expect(await client.diagnostics('letter.md')).toEqual([]);
  });
});

describe("a firm's order, edited while letters are open", () => {
  const ORDER = '.ex-parte/orders/quenby.yaml';
  const LETTERS = ['a.md', 'b.md', 'c.md'];
  const TEXT = GOOD.replace('judge: reznik', 'judge: quenby').replaceAll(/(?:Victoria )?Reznik\b/g, 'Quenby');

  test('broken on the disk, no letter stays clean; mended, all are again', async () => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start();
    for (const name of LETTERS) await client.open(name, TEXT);
    for (const name of LETTERS) expect(await client.diagnostics(name)).toEqual([]);
    for (const broken of [
      'extends: reznik\njudge: [',
      'id: &a [*a]',
      '',
      'submissions: 7',
      'extends: quenby',
    ]) {
      workspace.write(ORDER, broken);
      await changed(client, ORDER);
      for (const name of LETTERS) {
        const errors = (await client.diagnostics(name)).filter((d) => d.severity === 1);
        expect(errors.map(said).join(), broken).toContain('quenby');
      }
      expect(isPartial(await client.diagnostics('a.md')), broken).toBe(true);
      expect(client.statuses.at(-1)?.state, broken).toBe('incomplete');
    }
    workspace.write(ORDER, firmOrder(12));
    await changed(client, ORDER);
    for (const name of LETTERS) expect(await client.diagnostics(name)).toEqual([]);
  });

  test('gone with its folder, it is missed, and back with it, it holds again', async () => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start();
    await client.open('a.md', TEXT);
    expect(await client.diagnostics('a.md')).toEqual([]);
    const [folder, away] = ['.ex-parte', 'elsewhere'].map((name) => join(workspace.path, name));
    renameSync(folder ?? '', away ?? '');
    await changed(client, '.ex-parte', 3);
    expect(codes(await client.diagnostics('a.md'))).toContain('unknown-judge');
    renameSync(away ?? '', folder ?? '');
    await changed(client, '.ex-parte', 1);
    expect(await client.diagnostics('a.md')).toEqual([]);
  });

  test('half typed in the editor, key by key, it is never taken for no order', async () => {
    workspace.write(ORDER, firmOrder(12));
    const client = await start();
    await client.open('a.md', TEXT);
    await client.open(ORDER, firmOrder(12), 'yaml');
    await client.replace(ORDER, 'max: 12', 'max: ');
    const half = await client.diagnostics('a.md');
    expect(half.some((d) => d.severity === 1 && said(d).includes('quenby'))).toBe(true);
    await client.replace(ORDER, 'max: ', 'max: 1');
    expect(codes(await client.diagnostics('a.md'))).toEqual(['page-limit']);
  });
});

test('200 letters open at once: each has its own findings, by one typesetter', {
  timeout: 120_000,
}, async () => {
  const client = await start();
  const names = Array.from({ length: 200 }, (_, i) => `letter-${i}.md`);
  for (const [i, name] of names.entries()) {
    await client.open(name, letter(`Dear Judge Reznik:\n\n${'TODO this. '.repeat((i % 7) + 1)}\n`));
  }
  const all = await Promise.all(names.map((name) => client.diagnostics(name)));
  for (const [i, items] of all.entries()) {
    expect(of(items, 'placeholder')).toHaveLength((i % 7) + 1);
    expect(isPartial(items)).toBe(false);
  }
  expect(client.children()).toHaveLength(1);
  await client.replace('letter-199.md', 'Dear', 'Dear [Name],');
  expect(of(await client.diagnostics('letter-199.md'), 'placeholder')).toHaveLength((199 % 7) + 2);
});

describe('two windows on one folder', () => {
  test('each has its own server; one that dies leaves the other as it was', async () => {
    const [one, two] = [await start(), await start()];
    await one.open('a.md', GOOD.replace('Dear', 'TODO Dear'));
    await two.open('a.md', GOOD);
    expect(codes(await one.diagnostics('a.md'))).toEqual(['placeholder']);
    expect(await two.diagnostics('a.md')).toEqual([]);
    one.process.kill('SIGKILL');
    running = [two];
    await two.replace('a.md', 'Dear', '[Name] Dear');
    expect(codes(await two.diagnostics('a.md'))).toEqual(['placeholder']);
  });

  test('an order that one of them writes holds in both', async () => {
    const [one, two] = [await start(), await start()];
    const text = letter('Dear Judge Quenby:\n', 'quenby');
    for (const client of [one, two]) {
      await client.open('a.md', text);
      expect(codes(await client.diagnostics('a.md'))).toContain('unknown-judge');
    }
    workspace.write('.ex-parte/orders/quenby.yaml', firmOrder(12));
    for (const client of [one, two]) {
      await changed(client, '.ex-parte/orders/quenby.yaml', 1);
      expect(codes(await client.diagnostics('a.md'))).not.toContain('unknown-judge');
    }
  });
});

test('the clock is set, or the machine slept: the next check knows the day', async () => {
  const clock = workspace.write('clock', '0');
  process.env.EX_PARTE_TEST_CLOCK = clock;
  const client = await start({ before: join(import.meta.dirname, 'clock.cjs') });
  delete process.env.EX_PARTE_TEST_CLOCK;
  const due = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10);
  await client.open('a.md', `---\njudge: reznik\ndue: ${due}\n---\n\nDear Judge Reznik:\n`);
  expect(of(await client.diagnostics('a.md'), 'due-date')).toEqual([]);
  workspace.write('clock', String(30 * DAY));
  await client.replace('a.md', 'Dear', 'To');
  const [late] = of(await client.diagnostics('a.md'), 'due-date');
  expect(late?.severity).toBe(1);
  workspace.write('clock', '0');
  await client.replace('a.md', 'To', 'Dear');
  expect(of(await client.diagnostics('a.md'), 'due-date')).toEqual([]);
});

describe('a disk that takes nothing', () => {
  test.skipIf(!existsSync('/dev/full'))(
    'a report that cannot be written ends in one line and 2',
    async () => {
      const file = workspace.write('letter.md', GOOD);
      const { code, stderr } = await run(['check', file], { stdoutTo: '/dev/full' });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^ex-parte: [^\n]+\n$/);
      expect(stderr).not.toMatch(STACK);
    },
  );

  test('a reader that wants no more does not make findings vanish from the exit code', async () => {
    const file = workspace.write('letter.md', letter('Dear Judge Reznik: TODO\n'));
    const script = `set -o pipefail; "${process.execPath}" "${CLI}" check "${file}" | true`;
    expect(spawnSync('bash', ['-c', script]).status).toBe(1);
  });

  test('a new letter goes to no folder that is not there, and over no file', async () => {
    const there = workspace.write('there.md', 'mine');
    for (const out of [join(workspace.path, 'no/such/a.md'), there, workspace.path]) {
      const { code, stderr } = await run(['new', 'reznik', '-o', out]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^ex-parte: [^\n]+\n$/);
    }
  });
});
