import type { Disposable, ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** What a feature works with. The client is made but not started: `server.ts` starts it with the first letter. */
export interface Surroundings {
  readonly extension: ExtensionContext;
  readonly client: LanguageClient;
}

/** One thing that the extension adds to the editor; the result ends it. */
export type Feature = (surroundings: Surroundings) => Disposable;
