import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/** Whether a path lies in a folder, by their letters alone. */
export function inside(path: string, dir: string): boolean {
  const way = relative(dir, path);
  return way !== '' && way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

/** Letters are shared between systems: a path written on Windows is meant elsewhere too. */
export const slashes = (path: string): string => path.replaceAll('\\', '/');

/**
 * Where a path really leads, spelt as the disk spells it: with the capitals that it has there, and on Windows with the
 * share behind a drive's letter. All that is compared must be spelt so; `realpathSync` alone keeps what it is given, and
 * `fs/promises` does not.
 * @throws what the system says of a path that is not there
 */
export const realOf = (path: string): string => realpathSync.native(path);

/** The folder of a letter and the one that what it names must lie in, as they are called and as they are. */
export interface Bounds {
  readonly dir: string;
  readonly root: string;
  readonly realDir: string;
  readonly realRoot: string;
}

/** @throws what the system says of a folder that is not there */
export const boundsOf = (dir: string, root: string): Bounds => ({
  dir,
  root,
  realDir: realOf(dir),
  realRoot: realOf(root),
});

/**
 * Whether a named file may be looked for, by the letters of its path. To be asked before the disk is: a Windows path
 * may name another computer, and asking for a file there signs the user in to it.
 */
export const mayLie = (named: string, { dir, root, realDir, realRoot }: Bounds): boolean =>
  [dir, realDir].some((from) => {
    const path = resolve(from, slashes(named));
    return inside(path, root) || inside(path, realRoot);
  });

/** Where a named file is looked for; links in its path are still to be followed. */
export const placeOf = (named: string, { realDir }: Bounds): string => resolve(realDir, slashes(named));
