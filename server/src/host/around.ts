import { access, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Around, type Exposure, exposuresOf } from '../custody/exposure.ts';
import type { Matter } from '../order/matter.ts';
import { inside } from './bounds.ts';

/** What synchronising programs leave at the top of their folder, and the variables by which they name it. */
const MARKERS: readonly (readonly [string, string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.tmp.driveupload', 'Google Drive'],
];
const VARIABLES: readonly (readonly [string, string])[] = [
  ['OneDrive', 'OneDrive'],
  ['OneDriveCommercial', 'OneDrive'],
  ['OneDriveConsumer', 'OneDrive'],
];

/** Looks at the folders above a letter, by names alone but for a repository's configuration. Never rejects. */
export async function lookAround(file: string, env: NodeJS.ProcessEnv = process.env): Promise<Around> {
  const synced: { root: string; service: string }[] = [];
  for (const [name, service] of VARIABLES) {
    const root = env[name];
    if (root && inside(file, resolve(root))) synced.push({ root: resolve(root), service });
  }
  let repository: Around['repository'] = null;
  for (let at = dirname(file); ; at = dirname(at)) {
    repository ??= await repositoryAt(at);
    for (const [name, service] of MARKERS) {
      if (await isThere(join(at, name))) synced.push({ root: at, service });
    }
    if (dirname(at) === at) return { file, repository, synced };
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Bytes; configurations are a few lines. */
const LARGEST = 1_000_000;

async function repositoryAt(root: string): Promise<Around['repository']> {
  const git = join(root, '.git');
  try {
    const found = await stat(git);
    // In a linked working tree `.git` is a file that names the folder (gitrepository-layout).
    const folder = found.isDirectory() ? git : await linked(root, git, found.size);
    const config = join(folder, 'config');
    const { size } = await stat(config);
    return { root, config: size > LARGEST ? '' : await readFile(config, 'utf8') };
  } catch {
    // No repository, or none that Git could read either.
    return null;
  }
}

async function linked(root: string, git: string, size: number): Promise<string> {
  const [, named = ''] = size > LARGEST ? [] : (/^gitdir: (.+)$/m.exec(await readFile(git, 'utf8')) ?? []);
  const folder = resolve(root, named.trim());
  const common = await readFile(join(folder, 'commondir'), 'utf8').catch(() => '.');
  return resolve(folder, common.trim());
}

/** How a letter may get out by itself; none where it is not saved. */
export async function exposuresAt(file: string | undefined, { submission }: Matter): Promise<Exposure[]> {
  if (file === undefined) return [];
  return exposuresOf(await lookAround(file), submission?.filing?.rule === 'forbidden');
}
