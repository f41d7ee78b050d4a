import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { check } from '../../server/src/check/check.ts';
import { takingOut } from '../../server/src/custody/clean-up.ts';
import { exposuresOf, remotesIn } from '../../server/src/custody/exposure.ts';
import { leftoversOf, notesIn } from '../../server/src/custody/leftovers.ts';
import { lookAround } from '../../server/src/host/around.ts';
import { readSettings } from '../../server/src/host/settings.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { openMatter } from '../../server/src/order/matter.ts';
import { Client } from '../protocol/client.ts';
import { GOOD } from '../protocol/letter.ts';
import { applyFix } from '../support/check.ts';
import { allOrders } from '../support/orders.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'ex-parte-custody-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const kinds = (file: string, forbidden = true): string[] =>
  exposuresOf({ file, repository: null, synced: [] }, forbidden).map((e) => e.kind);

describe('a folder that synchronises, by its name', () => {
  test.each([
    ['/home/a/Dropbox/letter.md', 'Dropbox'],
    ['/Users/a/Dropbox (Firm LLP)/matters/letter.md', 'Dropbox'],
    ['C:\\Users\\a\\OneDrive - Firm LLP\\letter.md', 'OneDrive'],
    ['/Users/a/Library/CloudStorage/OneDrive-Firm/letter.md', 'OneDrive'],
    ['/Users/a/Library/Mobile Documents/com~apple~CloudDocs/letter.md', 'iCloud'],
    ['C:\\Users\\a\\iCloudDrive\\letter.md', 'iCloud'],
    ['/Users/a/Library/CloudStorage/GoogleDrive-a@firm.example/My Drive/letter.md', 'Google Drive'],
    ['/Users/a/Box/letter.md', 'Box'],
    ['C:\\Users\\a\\Firm LLP Dropbox\\A Writer\\letter.md', 'Dropbox'],
    ['G:\\My Drive\\letter.md', 'Google Drive'],
    ['G:\\Shared drives\\Firm\\letter.md', 'Google Drive'],
    ['/Users/a/Library/Mobile Documents/iCloud~com~example~editor/letter.md', 'iCloud'],
    ['/home/a/Nextcloud/matters/letter.md', 'Nextcloud'],
    ['/Volumes/Egnyte Drive/letter.md', 'Egnyte'],
  ])('%s: %s', (file, service) => {
    const [found] = exposuresOf({ file, repository: null, synced: [] }, true);
    expect(found).toMatchObject({ kind: 'cloud', message: expect.stringContaining(service) });
    expect(file.startsWith(found?.place ?? 'x')).toBe(true);
  });
  test.each([
    '/home/a/matters/letter.md',
    '/home/a/Dropbox v. Pelham/letter.md',
    '/home/a/matters/Pelham v. Dropbox/letter.md',
    '/home/a/My Drive/letter.md',
    '/home/a/drop box/letter.md',
    '/home/a/boxes/letter.md',
    '/home/a/Mailbox/letter.md',
    '/home/a/matters/Dropbox',
    '/home/a/drive/letter.md',
  ])('%s is none', (file) => expect(kinds(file)).toEqual([]));
});

describe('a name like that of a filing', () => {
  test.each([
    'ECF 45 - Letter.md',
    'Letter (ECF No. 45).md',
    'Dkt. 12.md',
    'Doc 38-1 letter.md',
    'gov.uscourts.nysd.123456.38.0.md',
    'letter as-filed.md',
    'statement_filed_2024-05-01.md',
  ])('%s', (name) => {
    expect(kinds(`/home/a/${name}`)).toEqual(['filed-name']);
    expect(kinds(`/home/a/${name}`, false)).toEqual([]);
  });
  test.each([
    'letter.md',
    '24-cv-00361 settlement letter.md',
    'Confidential settlement letter - Alfano v Krasne - not for filing.md',
    'unfiled draft 3.md',
    'Doctor 12 report.md',
    'docs.md',
    'document 2.md',
  ])('%s is none', (name) => expect(kinds(`/home/a/${name}`)).toEqual([]));
});

describe('what is found on a disk', () => {
  const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, stdio: 'ignore' });

  test('a repository counts once it has a remote, in a linked working tree too', async () => {
    const root = join(home, 'repository');
    mkdirSync(join(root, 'deep'), { recursive: true });
    git(root, 'init', '-q');
    const file = join(root, 'deep/letter.md');
    const found = async (of = file) => exposuresOf(await lookAround(of, {}), true);
    expect(await found()).toEqual([]);
    git(root, 'remote', 'add', 'origin', 'https://git.example/firm.git');
    expect(await found()).toMatchObject([{ kind: 'repository', place: root }]);
    expect((await found())[0]?.message).toContain('origin');
    git(root, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '--allow-empty', '-m', 'x');
    git(root, 'worktree', 'add', '-q', join(home, 'tree'));
    expect(await found(join(home, 'tree/letter.md'))).toMatchObject([{ kind: 'repository' }]);
  });

  test('a folder that a variable or a file left there tells of', async () => {
    const file = join(home, 'work/matter/letter.md');
    mkdirSync(join(home, 'work/matter'), { recursive: true });
    const around = (env: NodeJS.ProcessEnv) => lookAround(file, env).then((a) => exposuresOf(a, true));
    expect(await around({})).toEqual([]);
    expect(await around({ OneDriveCommercial: join(home, 'work') })).toMatchObject([
      { place: join(home, 'work') },
    ]);
    writeFileSync(join(home, 'work/.dropbox'), '');
    expect(await around({})).toMatchObject([{ kind: 'cloud', place: join(home, 'work') }]);
  });

  test('a link into such a folder, or into a repository, leads there', async () => {
    const [cloud, link] = [join(home, 'Dropbox/matter'), join(home, 'matters')];
    mkdirSync(cloud, { recursive: true });
    writeFileSync(join(cloud, 'letter.md'), '');
    symlinkSync(cloud, link);
    const found = exposuresOf(await lookAround(join(link, 'letter.md'), {}), true);
    expect(found).toMatchObject([{ kind: 'cloud', place: expect.stringContaining('Dropbox') }]);
  });

  test('a repository made to be waited for, or to reach another computer, is none', async () => {
    const made = (name: string, lay: (git: string, root: string) => void): string => {
      const root = join(home, name);
      mkdirSync(root);
      lay(join(root, '.git'), root);
      return join(root, 'letter.md');
    };
    const fifo = (path: string) => execFileSync('mkfifo', [path]);
    const config = '[Remote "origin"]\n';
    const pipes = [
      made('pipe', (git) => fifo(git)),
      made('config', (git) => {
        mkdirSync(git);
        fifo(join(git, 'config'));
      }),
      // On Linux such a path is one like any other, so that what would be read elsewhere can be laid there.
      made('share', (git, root) => {
        mkdirSync(join(root, 'there'));
        writeFileSync(join(root, 'there/config'), config);
        writeFileSync(git, `gitdir: /${join(root, 'there')}\n`);
      }),
      made('common', (git, root) => {
        mkdirSync(join(root, 'there'));
        writeFileSync(join(root, 'there/config'), config);
        writeFileSync(join(root, 'there/commondir'), `/${join(root, 'there')}\n`);
        writeFileSync(git, `gitdir: ${join(root, 'there')}\n`);
      }),
    ];
    for (const file of pipes) expect((await lookAround(file, {})).repository, file).toBeNull();
    const sound = made('sound', (git) => {
      mkdirSync(git);
      writeFileSync(join(git, 'config'), config);
    });
    expect(exposuresOf(await lookAround(sound, {}), true)).toMatchObject([{ kind: 'repository' }]);
  });

  test('a configuration that is no configuration has no remotes', () => {
    expect(remotesIn('[remote "origin"]\n\turl = x\n[branch "remote"]\n  [remote "b"]')).toEqual([
      'origin',
      'b',
    ]);
    expect(remotesIn('remote origin\0')).toEqual([]);
  });
});

describe('what is left in a letter', () => {
  const left = (body: string) => {
    const letter = parseLetter(`${GOOD}\n${body}`);
    const facts = { letter, matter: openMatter(letter, allOrders), today: '2024-05-01' };
    const result = check({
      ...facts,
      pages: { state: 'known', value: { count: 1, over: null, fewest: null } },
      exhibits: { state: 'known', value: [] },
    });
    return { letter, told: leftoversOf(letter, result).join(' ') };
  };
  const lines = GOOD.split('\n').length;

  test('notes to oneself, with their lines, and not what is said to the check', () => {
    const { letter, told } = left(
      '<!-- ask Dana -->\n\n<!-- covers: history -->\n\n<!-- never\nabove 90 -->\n',
    );
    expect(notesIn(letter).map(({ start, end }) => letter.text.slice(start, end))).toEqual([
      '<!-- ask Dana -->',
      '<!-- never\nabove 90 -->',
    ]);
    expect(told).toContain(`2 comments (line ${lines + 1}, ${lines + 5})`);
    expect(told).not.toContain('Dana');
  });
  test('no words that are printed', () => {
    expect(left('```\n<!-- printed -->\n```\n\n`<!-- too -->` and <!-- -->\n').told).toBe('');
  });
  test('findings that were silenced', () => {
    expect(left('<!-- ex-parte-disable placeholder: quoted -->\n\n[Name] and [Amount]\n').told).toContain(
      'placeholder',
    );
  });
  test('nothing', () => expect(left('').told).toBe(''));
});

describe('taking out the comments', () => {
  const cleaned = (body: string): string => {
    const text = `${GOOD}\n${body}`;
    const letter = parseLetter(text);
    const after = applyFix(text, { title: '', edits: takingOut(letter, notesIn(letter)) });
    expect(notesIn(parseLetter(after))).toEqual([]);
    return after.slice(GOOD.length + 1);
  };
  test.each([
    ['one on a line of its own', 'One.\n\n<!-- ask -->\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['one of several lines, at the end', 'One.\n\n<!-- ask\n\nDana -->\n', 'One.\n\n'],
    ['one within a sentence', 'One <!-- ask -->two.\n', 'One two.\n'],
    ['one that parts two paragraphs', 'One.\n<!-- ask -->\nTwo.\n', 'One.\n\nTwo.\n'],
    ['one that parts two lists', '- a\n\n<!-- ask -->\n\n- b\n', '- a\n\n<!-- -->\n\n- b\n'],
    ['lines that end as Windows ends them', 'One.\r\n\r\n<!-- a -->\r\n\r\nTwo.\r\n', 'One.\r\n\r\nTwo.\r\n'],
    ['none in code', '```\n<!-- a -->\n```\n', '```\n<!-- a -->\n```\n'],
  ])('%s', (_, body, after) => expect(cleaned(body)).toBe(after));
});

describe('an editor that is not ours', () => {
  const session = async (settings: unknown, wanted: number): Promise<string[]> => {
    const root = mkdtempSync(join(home, 'session-'));
    mkdirSync(join(root, 'Dropbox'));
    const client = await Client.start({ folder: root, pulls: true });
    client.settings = settings;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    const told: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }) => void told.push(message));
    for (const name of ['Dropbox/a.md', 'Dropbox/b.md']) {
      await client.open(name, GOOD);
      await client.diagnostics(name);
    }
    await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(wanted), { timeout: 60_000 });
    await client.stop();
    return told;
  };

  test('is told once for each place', async () => {
    expect(await session({}, 1)).toEqual([expect.stringContaining('Dropbox')]);
  });
  test('and not where the warnings are switched off', async () => {
    expect(await session({ exposureWarnings: false }, 0)).toEqual([]);
    expect(readSettings({ exposureWarnings: 'x' }).exposureWarnings).toBe(true);
  });
});
