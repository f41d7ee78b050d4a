import {
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import { MATTERS, type MatterRow, type MattersParams } from '../../../server/src/protocol-matters.ts';
import { NotificationType } from '../connection/client.ts';
import { fromServer } from '../connection/convert.ts';
import { ensureStarted } from '../connection/start.ts';
import type { Feature } from '../feature.ts';

const notification = new NotificationType<MattersParams>(MATTERS);

export interface Matters {
  readonly feature: Feature;
  /** Every row as a screen reader says it, in the order in which they stand. */
  readonly shown: () => readonly string[];
}

/** The letters of the open folders by the day on which they are due. */
export function matters(): Matters {
  let rows: readonly MatterRow[] = [];

  const feature: Feature = ({ client }) => {
    const changed = new EventEmitter<undefined>();
    const provider: TreeDataProvider<MatterRow> = {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => (row ? [] : [...rows]),
      getTreeItem: (row) => treeItem(row, fromServer(row.uri), fileOf(row, rows)),
    };
    const view = window.createTreeView('exParte.matters', { treeDataProvider: provider });
    const show = (params: MattersParams): void => {
      rows = params.letters;
      view.message = params.lacks ?? '';
      changed.fire(undefined);
    };
    const start = (): void => {
      // Whoever looks here wants to see the letters, though none is open.
      if (view.visible && client.state === 'stopped') void ensureStarted(client);
    };
    start();
    return Disposable.from(
      view,
      changed,
      view.onDidChangeVisibility(start),
      client.onNotification(notification, show),
      client.onDidChangeState((state) => {
        // What a server said that is gone may no longer hold.
        if (state === 'stopped' || state === 'failed') show({ letters: [], lacks: null });
      }),
    );
  };
  return { feature, shown: () => rows.map((row) => spoken(row, fileOf(row, rows))) };
}

function treeItem(row: MatterRow, uri: Uri, file: string): TreeItem {
  const item = new TreeItem(file || nameOf(row));
  item.id = row.uri;
  item.resourceUri = uri;
  item.description = [row.judge, row.due?.words, gapsOf(row), file && nameOf(row)]
    .filter(Boolean)
    .join(' · ');
  item.iconPath = iconOf(row);
  item.tooltip = tooltip(row, uri, file);
  item.accessibilityInformation = { label: spoken(row, file) };
  item.command = { command: 'vscode.open', title: 'Open the Letter', arguments: [uri] };
  return item;
}

const nameOf = ({ matter, uri }: MatterRow): string => matter ?? Uri.parse(uri).path.split('/').at(-1) ?? uri;

/** A shape of its own for each state, so that nothing hangs on colour. */
function iconOf({ gaps, reasons, due }: MatterRow): ThemeIcon {
  if (reasons.length > 0) return new ThemeIcon('question');
  if (gaps > 0) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon(due && due.left < 0 ? 'history' : 'pass');
}

function gapsOf({ gaps, reasons }: MatterRow): string {
  if (reasons.length > 0) return 'not checked whole';
  return gaps === 0 ? '' : gaps === 1 ? '1 gap' : `${gaps} gaps`;
}

/** The file, where several letters are in one matter, as are a statement and a confidential letter; else nothing. */
const fileOf = (row: MatterRow, rows: readonly MatterRow[]): string =>
  row.matter !== null && rows.some((other) => other !== row && other.matter === row.matter)
    ? workspace.asRelativePath(fromServer(row.uri))
    : '';

const spoken = (row: MatterRow, file: string): string =>
  [
    ...(file ? [file] : []),
    nameOf(row),
    row.judge ? `Judge ${row.judge}` : 'no order',
    row.due ? `due ${row.due.words}` : 'due date not known',
    gapsOf(row) || 'nothing missing',
  ].join(', ');

/** As text, not Markdown: names and reasons come from files. */
function tooltip(row: MatterRow, uri: Uri, file: string): MarkdownString {
  const text = new MarkdownString();
  const number = row.case && row.case !== row.matter ? [`No. ${row.case}`] : [];
  [nameOf(row), ...number, spoken(row, file), ...row.reasons, uri.fsPath].forEach((line, i) => {
    if (i > 0) text.appendMarkdown('\n\n');
    text.appendText(line);
  });
  return text;
}
