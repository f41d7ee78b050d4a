import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder in which Node keeps the server's code as it compiled it, so that the next start need not: a folder for
 * each version of the extension, of which the others are removed. Only code lies there, and nothing of a letter.
 * @param storage the extension's own folder in VS Code's storage, which need not exist yet
 */
export function compiledCode(storage: string, version: string): string {
  const all = join(storage, 'compiled');
  try {
    for (const other of readdirSync(all)) {
      if (other !== version) rmSync(join(all, other), { recursive: true, force: true });
    }
  } catch {
    // None was kept yet, or another window removes it: then it is compiled anew, or removed next time.
  }
  return join(all, version);
}
