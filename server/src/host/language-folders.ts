import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver/node';
import { inside } from './bounds.ts';

/** The folders that the client has open, absolute. */
export class Folders {
  #paths: readonly string[] = [];

  get paths(): readonly string[] {
    return this.#paths;
  }

  /** Clients of before LSP 3.6 know one folder, by its address or, older still, by its path. */
  open({ workspaceFolders, rootUri, rootPath }: InitializeParams): void {
    if (workspaceFolders) this.#paths = workspaceFolders.flatMap(({ uri }) => toPath(uri) ?? []);
    else if (rootUri) this.#paths = [toPath(rootUri) ?? []].flat();
    else this.#paths = rootPath ? [resolve(rootPath)] : [];
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => toPath(uri)));
    const left = this.#paths.filter((path) => !gone.has(path));
    const come = added.flatMap(({ uri }) => toPath(uri) ?? []);
    this.#paths = [...new Set([...left, ...come])];
  }

  /** The folder that a file may refer into: the innermost open one that holds it, else its own. */
  rootOf(file: string): string {
    const holding = this.#paths.filter((folder) => inside(file, folder));
    return holding.sort((a, b) => b.length - a.length)[0] ?? dirname(file);
  }
}

/** The path of a `file:` address, however it is spelt; undefined for any other address. */
export function toPath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

export const toUri = (path: string): string => pathToFileURL(path).href;

/** Whether two paths name one file, as far as the system tells capitals apart. */
export function samePath(a: string | undefined, b: string): boolean {
  if (a === undefined) return false;
  if (a === b) return true;
  return process.platform === 'linux' ? false : a.toLowerCase() === b.toLowerCase();
}
