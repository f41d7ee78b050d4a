import { access, readFile, realpath, stat } from 'node:fs/promises';
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

/**
 * Looks at the folders above a letter, by names alone but for a repository's configuration, and at those above the place
 * that a link on its way leads to. Never rejects.
 */
export async function lookAround(file: string, env: NodeJS.ProcessEnv = process.env): Promise<Around> {
  const named = await lookAbove(file, env);
  const really = await realpath(file).catch(() => file);
  if (really === file) return named;
  const other = await lookAbove(really, env);
  const synced = [...named.synced, ...other.synced];
  return { file, really, repository: named.repository ?? other.repository, synced };
}

async function lookAbove(file: string, env: NodeJS.ProcessEnv): Promise<Around> {
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
    if (!found.isDirectory() && !found.isFile()) return null;
    // In a linked working tree `.git` is a file that names the folder (gitrepository-layout).
    const folder = found.isDirectory() ? git : await linked(root, git);
    return { root, config: await text(join(folder, 'config')) };
  } catch {
    // No repository, or none that Git could read either.
    return null;
  }
}

async function linked(root: string, git: string): Promise<string> {
  const [, named = ''] = /^gitdir: (.+)$/m.exec(await text(git)) ?? [];
  const folder = onThisMachine(root, named.trim());
  const common = await text(join(folder, 'commondir')).catch(() => '.');
  return onThisMachine(folder, common.trim());
}

/** A file that is none, such as a pipe, would be waited for without end. */
async function text(file: string): Promise<string> {
  const found = await stat(file);
  if (!found.isFile()) throw new Error('no ordinary file');
  return found.size > LARGEST ? '' : await readFile(file, 'utf8');
}

/**
 * Where a path leads that a file of the folder's names. Whoever made the folder chose it: one that names another computer
 * is not asked for, since asking signs the user in there.
 * @throws where it names one
 */
function onThisMachine(from: string, named: string): string {
  if (/^[\\/]{2}/.test(named)) throw new Error('names another computer');
  return resolve(from, named);
}

/** How a letter may get out by itself; none where it is not saved. */
export async function exposuresAt(file: string | undefined, { submission }: Matter): Promise<Exposure[]> {
  if (file === undefined) return [];
  return exposuresOf(await lookAround(file), submission?.filing?.rule === 'forbidden');
}
