import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Feature } from '../feature.ts';
import { isLetterDocument } from '../letters.ts';
import { pageHtml } from './html.ts';
import { uriOf } from './messages.ts';
import { PagePanel, type Shown } from './panel.ts';

const TYPE = 'exParte.pages';
/** Tells the editor's title that the letter in front is one, so that the button stands there alone. */
const IS_LETTER = 'exParte.isLetter';

export interface PageView {
  readonly feature: Feature;
  /** What the page view shows; undefined while there is none in sight. */
  readonly shown: () => Shown | undefined;
}

/** The letter's pages beside its text: one view, which follows the letter in front. */
export function pageView(): PageView {
  let current: PagePanel | undefined;

  const feature: Feature = ({ extension, client, followed }) => {
    const dist = extension.asAbsolutePath('dist');

    const fill = (panel: WebviewPanel, uri: Uri): void => {
      panel.webview.options = { enableScripts: true, localResourceRoots: [] };
      const created = new PagePanel(panel, client, uri);
      current = created;
      panel.onDidDispose(() => {
        created.dispose();
        if (current === created) current = undefined;
      });
      const read = (name: string): string => readFileSync(join(dist, name), 'utf8');
      panel.webview.html = pageHtml(read('page-view.js'), read('page-view-style.css'));
    };

    const show = (): void => {
      const uri = followed.uri();
      if (!uri) {
        void window.showInformationMessage(
          'Open a letter first: a Markdown file whose header names a judge.',
        );
        return;
      }
      if (current) {
        current.follow(uri);
        current.reveal();
        return;
      }
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      fill(window.createWebviewPanel(TYPE, 'Pages', place), uri);
    };

    const consider = (): void => {
      const document = window.activeTextEditor?.document;
      const letter = document !== undefined && isLetterDocument(document);
      void commands.executeCommand('setContext', IS_LETTER, letter);
      if (letter) current?.follow(document.uri);
    };
    consider();

    return Disposable.from(
      commands.registerCommand('exParte.showPages', show),
      window.onDidChangeActiveTextEditor(consider),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Only an edit of the first lines can make a letter of another text.
        const early = contentChanges.some(({ range }) => range.start.line < 100);
        if (early && document === window.activeTextEditor?.document) consider();
      }),
      window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const kept = uriOf(state);
          if (kept === undefined) {
            panel.dispose();
            return;
          }
          const uri = Uri.parse(kept);
          // Opened, it starts the server, even where no editor shows it.
          await workspace.openTextDocument(uri).then(undefined, () => undefined);
          fill(panel, uri);
        },
      }),
    );
  };

  return { feature, shown: () => current?.shown };
}
