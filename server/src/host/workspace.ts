import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that a letter's workspace is taken to be, outside of an editor: the nearest above it that has
 * a `.ex-parte` folder, else the letter's own. A link that leads nowhere is one too, as to a drive that is not connected:
 * what is wrong with it is told where its orders are read.
 */
export function workspaceOf(dir: string): string {
  for (let at = dir; ; at = dirname(at)) {
    if (isEntry(join(at, '.ex-parte'))) return at;
    if (dirname(at) === at) return dir;
  }
}

/** Links not followed. What cannot be asked for, as in a folder that may not be entered, is taken not to be there. */
function isEntry(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
