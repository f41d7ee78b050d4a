import { statSync } from 'node:fs';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver/node';
import { inside } from './bounds.ts';
import type { ClientCan } from './language-client.ts';
import { toPath, toUri } from './language-folders.ts';

/** Orders and exhibits, in capitals too: scanners and Windows write `.PDF`. */
const NAMES = ['*.[yY][aA][mM][lL]', '*.[yY][mM][lL]', '*.[pP][dD][fF]'];
/** And in the folders that are open, letters that nobody has opened. */
const IN_WORKSPACE = [...NAMES, '*.[mM][dD]', '*.markdown'].map((name) => `**/${name}`);

const OURS = /\.(?:ya?ml|pdf|md|markdown)$/i;
const ELSEWHERE = /[\\/](?:\.git|node_modules)[\\/]/;

/**
 * Whether what changed may be of concern. A folder that comes or goes is told by itself alone, not by what is in it:
 * so what was created is looked at, and what is gone may have been one.
 */
export function concerns({ uri, type }: FileEvent): boolean {
  const path = toPath(uri);
  if (path === undefined || OURS.test(path)) return true;
  if (ELSEWHERE.test(path) || type === FileChangeType.Changed) return false;
  if (type === FileChangeType.Deleted) return true;
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true;
  } catch {
    // It cannot be looked at, so it may be a folder.
    return true;
  }
}

/**
 * What the client watches for us: the workspace's folders with all below them; beyond them the folders of
 * letters that lie elsewhere and those of the settings, without what lies below, which may be a whole home.
 */
export class Watch {
  readonly #connection: Connection;
  readonly #can: ClientCan;
  readonly #beyond = new Map<string, Promise<Disposable>>();
  #folders: readonly string[] = [];
  #watching = false;

  constructor(connection: Connection, can: ClientCan) {
    this.#connection = connection;
    this.#can = can;
  }

  /** Whether the client tells of every change below a folder; elsewhere files are looked at anew each time. */
  covers(dir: string): boolean {
    return this.#watching && this.#folders.some((w) => dir === w || inside(dir, w));
  }

  /** Watches the workspace's folders. */
  async start(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    if (!this.#can.watch || this.#watching) return;
    await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        ...IN_WORKSPACE.map((globPattern) => ({ globPattern })),
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
    this.#watching = true;
  }

  /** @param dirs folders that are needed now; of those beyond the workspace no others are watched any more */
  beyond(folders: readonly string[], dirs: Iterable<string>): void {
    this.#folders = folders;
    if (!this.#watching || !this.#can.watchAnywhere) return;
    const wanted = new Set([...dirs].filter((d) => !folders.some((f) => d === f || inside(d, f))));
    for (const [dir, registered] of this.#beyond) {
      if (wanted.has(dir)) continue;
      this.#beyond.delete(dir);
      registered.then((r) => r.dispose()).catch(() => {});
    }
    for (const dir of wanted) {
      if (this.#beyond.has(dir)) continue;
      const registered = this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: NAMES.map((pattern) => ({ globPattern: { baseUri: toUri(dir), pattern } })),
      });
      // A client that refuses tells of nothing there: the next check looks for itself.
      registered.catch(() => this.#beyond.delete(dir));
      this.#beyond.set(dir, registered);
    }
  }
}
