import {
  Disposable,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { STATUS, type StatusParams } from '../../server/src/protocol.ts';
import { NotificationType, type State } from './connection/client.ts';
import { fromServer } from './connection/convert.ts';
import { START_AGAIN } from './connection/start.ts';
import type { Feature } from './feature.ts';
import { isLetterDocument } from './letters.ts';
import { describe, type Standing, summarize } from './status-text.ts';

const status = new NotificationType<StatusParams>(STATUS);

const CHECKLIST = { command: 'exParte.checklist.focus', title: 'Show the checklist' };
const AGAIN = { command: START_AGAIN, title: 'Start Ex Parte again' };

/** One item that says how the letter in front stands; hidden for every other document. */
export const statusBar: Feature = ({ client }) => {
  const item = window.createStatusBarItem('exParte.status', StatusBarAlignment.Right, 100);
  item.name = 'Ex Parte';
  const known = new Map<string, StatusParams>();

  const show = (): void => {
    const document = window.activeTextEditor?.document;
    if (document && isLetterDocument(document)) {
      render(item, standing(client.state, known.get(document.uri.toString())));
    } else item.hide();
  };
  // Server and editor may write one URI differently (a drive's colon, a space); the editor's form is the key.
  const receive = (params: StatusParams): void => {
    known.set(fromServer(params.uri).toString(), params);
    show();
  };
  return Disposable.from(
    item,
    client.onNotification(status, receive),
    client.onDidChangeState((state) => {
      // What a server said that is gone may no longer hold.
      if (state !== 'running') known.clear();
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) show();
    }),
    workspace.onDidCloseTextDocument(({ uri }) => void known.delete(uri.toString())),
  );
};

function standing(state: State, params: StatusParams | undefined): Standing {
  if (state === 'stopped' || state === 'failed') return 'stopped';
  return params ?? 'starting';
}

function render(item: StatusBarItem, at: Standing): void {
  const { text, alarm } = summarize(at);
  const lines = describe(at);
  item.text = text;
  item.command = at === 'stopped' ? AGAIN : CHECKLIST;
  item.backgroundColor = alarm ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  const tooltip = new MarkdownString();
  lines.forEach((line, i) => {
    // As text, not Markdown: names and reasons come from files.
    if (i > 0) tooltip.appendMarkdown('\n\n');
    tooltip.appendText(line);
  });
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: lines.join('. ') };
  item.show();
}
