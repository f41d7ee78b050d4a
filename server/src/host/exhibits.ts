import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { closest } from '../letter/header-issues.ts';
import type { Letter } from '../letter/letter.ts';
import type { ExhibitInfo, Fact } from '../rules/support/rule.ts';
import { type Bounds, boundsOf, inside, mayLie, placeOf, slashes } from './bounds.ts';
import { inTurn } from './disk.ts';
import { type HeldFile, holdFile, Unsteady } from './held-file.ts';
import { leadsOut } from './leads-out.ts';
import { countFile } from './pdf.ts';
import type { PageCount } from './pdf-pages.ts';

/** Where the letter lies; exhibits are named from there. */
export interface ExhibitPlace {
  /** The letter's folder; absent for a letter that is not saved. */
  readonly dir?: string | undefined;
  /** The folder that exhibits must lie in, symbolic links followed; the letter's own without. */
  readonly root?: string | undefined;
}

/** Bytes. A file is read whole to count its pages. */
export const LARGEST = 256 * 1024 * 1024;

/** Files that are looked at side by side, so that hundreds of them do not use up the system's handles. */
const AT_ONCE = 8;

/** Pages by path, with the file's time and size; never its content. */
const known = new Map<string, { readonly stamp: string; readonly count: PageCount }>();
const MOST_KNOWN = 5_000;

/**
 * What the header's exhibits are. Pages are read from the PDFs; a file that did not change since is only
 * looked at, not read. Never rejects: each exhibit's trouble is its own `problem`.
 */
export async function gatherExhibits(
  letter: Letter,
  place: ExhibitPlace,
): Promise<Fact<readonly ExhibitInfo[]>> {
  const { exhibits = [] } = letter.header.values;
  const value: ExhibitInfo[] = exhibits.map(({ pages }, index) => ({
    index,
    pages: pages ?? null,
    problem: null,
  }));
  const waiting = exhibits.flatMap(({ file }, index) => (file === undefined ? [] : [{ file, index }]));
  const bounds = waiting.length > 0 ? boundsAt(place) : { problem: '' };
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { file, index } = next;
      const found = await look(file, bounds);
      value[index] =
        'pages' in found
          ? { index, pages: found.pages, problem: null }
          : { index, pages: exhibits[index]?.pages ?? null, ...found };
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work));
  return { state: 'known', value };
}

/** The files that a letter's exhibits name, absolute, for whoever watches them. */
export function exhibitFiles(letter: Letter, { dir }: ExhibitPlace): string[] {
  if (dir === undefined) return [];
  return (letter.header.values.exhibits ?? []).flatMap(({ file }) =>
    file === undefined || URL_LIKE.test(file) ? [] : [resolve(dir, slashes(file))],
  );
}

/**
 * Of the paths that a letter names those that are there and that it may refer to, with the real path of each.
 */
export async function filesIn(
  named: readonly string[],
  { file, root }: { readonly file?: string | undefined; readonly root?: string | undefined },
): Promise<Map<string, string>> {
  const bounds = boundsAt({ dir: file && dirname(file), root });
  const found = new Map<string, string>();
  if ('problem' in bounds) return found;
  for (const name of named) {
    if (URL_LIKE.test(name) || !mayLie(name, bounds)) continue;
    const path = placeOf(name, bounds);
    if (await inTurn(leadsOut(path, bounds.realRoot))) continue;
    const real = await realpath(path).catch(() => undefined);
    if (real !== undefined && inside(real, bounds.realRoot)) found.set(name, path);
  }
  return found;
}

/** How many files are offered at most. */
const MOST_OFFERED = 200;

/** PDFs and YAML files beside a letter and one folder below, as its header would name them. */
export async function filesNear(letter: string | undefined): Promise<string[]> {
  if (letter === undefined) return [];
  const dir = dirname(letter);
  const here = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const below = here.filter((e) => e.isDirectory() && !/^\.|^node_modules$/.test(e.name)).slice(0, 50);
  const deeper = await Promise.all(
    below.map(async ({ name }) => {
      const inside = await readdir(resolve(dir, name), { withFileTypes: true }).catch(() => []);
      return inside.filter((e) => e.isFile()).map((e) => `${name}/${e.name}`);
    }),
  );
  const all = [...here.filter((e) => e.isFile()).map((e) => e.name), ...deeper.flat()];
  return all.filter((f) => /\.(?:pdf|ya?ml)$/i.test(f)).slice(0, MOST_OFFERED);
}

type Looked = { readonly pages: number } | { readonly problem: string; readonly likely?: string };

const URL_LIKE = /^[a-z][a-z0-9+.-]+:\/\//i;

function boundsAt({ dir, root = dir }: ExhibitPlace): Bounds | { problem: string } {
  if (dir === undefined || root === undefined) {
    return { problem: 'cannot be looked up before the letter is saved' };
  }
  try {
    return boundsOf(dir, root);
  } catch {
    return { problem: "cannot be looked up: the letter's folder is gone" };
  }
}

async function look(file: string, bounds: Bounds | { problem: string }): Promise<Looked> {
  if (URL_LIKE.test(file)) return { problem: 'is an address, not a file beside the letter' };
  if ('problem' in bounds) return bounds;
  if (!mayLie(file, bounds)) return OUTSIDE;
  const named = placeOf(file, bounds);
  if (await inTurn(leadsOut(named, bounds.realRoot))) return OUTSIDE;
  try {
    const path = await realpath(named);
    // Another letter, of another folder, may have business with a file that this one has none with.
    const before = inside(path, bounds.realRoot) ? known.get(path) : undefined;
    if (before !== undefined && before.stamp === stampOf(await stat(path))) return before.count;
    const held = await holdFile(named, bounds);
    if (!held) return OUTSIDE;
    try {
      return await counted(path, held);
    } finally {
      await held.close();
    }
  } catch (error) {
    return explain(error, file, named);
  }
}

/**
 * Wherever a file outside really is: a letter that came from someone else must not put the writer's other files into
 * what goes to chambers. Of such a path not even that is told, whether there is a file.
 */
const OUTSIDE = { problem: 'lies outside the workspace, so it is not read' };

const stampOf = ({ mtimeMs, size }: Stats): string => `${mtimeMs} ${size}`;

async function counted(path: string, held: HeldFile): Promise<PageCount> {
  const { found } = held;
  if (!found.isFile()) return { problem: found.isDirectory() ? 'is a folder' : 'is no ordinary file' };
  let count: PageCount;
  if (found.size === 0) count = { problem: 'is empty' };
  else if (found.size > LARGEST) count = { problem: `is larger than ${LARGEST / 1024 / 1024} MB` };
  else count = await countFile(() => held.read(LARGEST));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(path, { stamp: stampOf(found), count });
  return count;
}

async function explain(error: unknown, file: string, named: string): Promise<Looked> {
  if (error instanceof Unsteady) return { problem: error.message.replace(/^it /, '') };
  const code = (error as { code?: unknown } | null)?.code;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') {
    return { problem: `cannot be read (${typeof code === 'string' ? code : 'unknown reason'})` };
  }
  const likely = await neighbour(file, named);
  return { problem: 'does not exist', ...(likely ? { likely } : {}) };
}

/** The PDF in the same folder whose name is nearest to one that does not exist, as the header would name it. */
async function neighbour(file: string, named: string): Promise<string | undefined> {
  try {
    const names = (await readdir(dirname(named))).filter((f) => extname(f).toLowerCase() === '.pdf');
    const near = closest(basename(named), names);
    return near && slashes(file).replace(/[^/]*$/, () => near);
  } catch {
    // No such folder: nothing is near.
    return undefined;
  }
}
