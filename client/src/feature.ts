import type { Disposable, ExtensionContext } from 'vscode';
import type { Client } from './connection/client.ts';
import type { Followed } from './followed.ts';

/** What a feature works with. The client is made but not started: `connection/start.ts` starts it with the first letter. */
export interface Surroundings {
  readonly extension: ExtensionContext;
  readonly client: Client;
  readonly followed: Followed;
}

/** One thing that the extension adds to the editor; the result ends it. */
export type Feature = (surroundings: Surroundings) => Disposable;
