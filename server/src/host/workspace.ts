import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that a letter's workspace is taken to be, outside of an editor: the nearest above it that has
 * a `.ex-parte` folder, else the letter's own.
 */
export function workspaceOf(dir: string): string {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, '.ex-parte'))) return at;
    if (dirname(at) === at) return dir;
  }
}
