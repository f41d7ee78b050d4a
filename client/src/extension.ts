import type { ExtensionContext } from 'vscode';
import { checklist, type ShownChecklist } from './checklist/checklist.ts';
import { type Client, createClient } from './connection/client.ts';
import { compiledCode } from './connection/compiled.ts';
import { startAgain, startWithLetter } from './connection/start.ts';
import { exportFeature } from './export/export.ts';
import { exposureFeature } from './exposures.ts';
import type { Feature } from './feature.ts';
import { followLetter } from './followed.ts';
import { importOrderFeature } from './import-order.ts';
import { matters } from './matters/matters.ts';
import { newLetterFeature } from './new-letter/new-letter.ts';
import { pageView } from './page-view/page-view.ts';
import type { Shown } from './page-view/panel.ts';
import { startFeature } from './start.ts';
import { statusBar } from './status-bar.ts';
import { trustFeature } from './trust.ts';

const pages = pageView();
const list = checklist();
const overview = matters();

/** Everything that the extension adds. What listens to the server stands before what starts it. */
const features: readonly Feature[] = [
  statusBar,
  list.feature,
  overview.feature,
  trustFeature,
  pages.feature,
  startFeature,
  newLetterFeature,
  importOrderFeature,
  exportFeature,
  exposureFeature,
  startAgain,
  startWithLetter,
];

let client: Client | undefined;

/** What the extension shows to others in the editor, read-only. */
export interface ExtensionApi {
  /** Whether the server runs, which it does from the first letter on. */
  readonly running: () => boolean;
  /** What the page view has on the screen; undefined without one in sight. */
  readonly pages: () => Shown | undefined;
  /** What the checklist shows. */
  readonly checklist: () => ShownChecklist;
  /** The letters of the open folders, a line each. */
  readonly matters: () => readonly string[];
}

export function activate(extension: ExtensionContext): ExtensionApi {
  const { version } = extension.extension.packageJSON as { readonly version: string };
  const created = createClient({
    module: extension.asAbsolutePath('dist/server.js'),
    compiled: compiledCode(extension.globalStorageUri.fsPath, version),
  });
  client = created;
  const followed = followLetter();
  extension.subscriptions.push(followed);
  for (const feature of features)
    extension.subscriptions.push(feature({ extension, client: created, followed }));
  return {
    running: () => created.state === 'running',
    pages: pages.shown,
    checklist: list.shown,
    matters: overview.shown,
  };
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
