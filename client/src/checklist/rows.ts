import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ChecklistItem, ItemState } from '../../../server/src/protocol-checklist.ts';
import { isGroup, type Node } from './nodes.ts';

export const GO_TO = 'exParte.checklist.goTo';
/** What the manifest's menus know a row by that can be mended. */
const FIXABLE = 'fixable';

/** A shape of its own for each state, so that nothing hangs on colour. */
const ICONS: Readonly<Record<ItemState, readonly [icon: string, colour?: string]>> = {
  met: ['pass', 'testing.iconPassed'],
  missing: ['warning', 'list.warningForeground'],
  notice: ['info'],
  unchecked: ['question'],
  told: ['circle-small'],
  past: ['history'],
  soon: ['bell', 'list.warningForeground'],
  ahead: ['calendar'],
};
/** Facts look like what they are facts of. */
const FACTS: Readonly<Record<string, string>> = { exhibits: 'file', attendees: 'person' };

export function treeItem({ id, group, data, children }: Node): TreeItem {
  if (isGroup(data)) {
    // What nobody can check is read once.
    const folded = data.id === 'told';
    const state = folded ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
    const row = new TreeItem(data.title, state);
    row.id = id;
    row.description = data.summary;
    row.accessibilityInformation = { label: spoken([data.title, data.summary]) };
    return row;
  }
  const row = new TreeItem(
    data.label,
    children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  row.id = id;
  // What is in order says so by its mark; the room is for what is not.
  row.description = [data.state === 'met' ? '' : data.word, data.note].filter(Boolean).join(' · ');
  row.tooltip = tooltip(data);
  row.iconPath = icon(data.state, group);
  row.accessibilityInformation = { label: accessibleLabel(data) };
  if (data.fix) row.contextValue = FIXABLE;
  if (data.range) row.command = { command: GO_TO, title: 'Go to It in the Letter', arguments: [id] };
  return row;
}

/** What a screen reader says of a row: the state first among what stands beside its name. */
export const accessibleLabel = ({ label, word, note, fix }: ChecklistItem): string =>
  spoken([label, word, note, fix ? `can be mended: ${fix.title}` : '']);

const spoken = (parts: readonly string[]): string => parts.filter(Boolean).join(', ');

function icon(state: ItemState, group: string): ThemeIcon {
  const [name, colour] = ICONS[state];
  const fact = state === 'told' ? FACTS[group] : undefined;
  return new ThemeIcon(fact ?? name, colour ? new ThemeColor(colour) : undefined);
}

/** As text, not Markdown: names and words come from files. */
function tooltip({ label, word, note, detail }: ChecklistItem): MarkdownString {
  const text = new MarkdownString();
  const beside = [word, note].filter(Boolean).join(', ');
  [label, beside, ...detail].filter(Boolean).forEach((line, i) => {
    if (i > 0) text.appendMarkdown('\n\n');
    text.appendText(line);
  });
  return text;
}
