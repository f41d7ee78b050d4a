import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { Feature } from './feature.ts';

/** The manifest's walkthrough. */
const WALKTHROUGH = 'exParte.start';
const SAMPLES = 'docs/samples';
/** How the names of those end in which things are missing; one of them is shipped. */
const DEFICIENT = '-deficient.md';

/** What leads to a first letter. */
export const startFeature: Feature = ({ extension }) =>
  Disposable.from(
    commands.registerCommand('exParte.openWalkthrough', () =>
      commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${extension.extension.id}#${WALKTHROUGH}`,
        false,
      ),
    ),
    commands.registerCommand('exParte.openSample', async () => {
      // In no file, so that whatever is tried on it spoils nothing.
      const folder = Uri.joinPath(extension.extensionUri, SAMPLES);
      const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
      const name = names.find((n) => n.endsWith(DEFICIENT));
      if (name === undefined) throw new Error(`no sample letter in ${folder.toString()}`);
      const bytes = await workspace.fs.readFile(Uri.joinPath(folder, name));
      const content = new TextDecoder().decode(bytes);
      await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
    }),
    commands.registerCommand('exParte.openOrdersGuide', () =>
      commands.executeCommand('markdown.showPreview', Uri.joinPath(extension.extensionUri, 'docs/orders.md')),
    ),
  );
