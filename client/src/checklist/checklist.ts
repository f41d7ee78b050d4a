import {
  commands,
  Disposable,
  EventEmitter,
  type TreeDataProvider,
  type Uri,
  window,
  workspace,
} from 'vscode';
import {
  CHECKLIST,
  type ChecklistItem,
  type ChecklistParams,
} from '../../../server/src/protocol-checklist.ts';
import { NotificationType, type State } from '../connection/client.ts';
import { fromServer } from '../connection/convert.ts';
import type { Feature } from '../feature.ts';
import { applyFix, goTo } from './go.ts';
import { isGroup, type Node, Nodes } from './nodes.ts';
import { accessibleLabel, GO_TO, treeItem } from './rows.ts';

const VIEW = 'exParte.checklist';
const FIX = 'exParte.checklist.fix';
/** Milliseconds that a fix waits for the check of the newest text. */
const PATIENCE = 2_000;

const notification = new NotificationType<ChecklistParams>(CHECKLIST);

/** What the view shows, for those who cannot see it. */
export interface ShownChecklist {
  readonly uri: string | undefined;
  readonly version: number | undefined;
  readonly badge: number | undefined;
  readonly message: string | undefined;
  /** Every row as a screen reader says it, by its id. */
  readonly rows: ReadonlyMap<string, string>;
  /** How often rows were drawn anew. */
  readonly drawn: number;
}

export interface Checklist {
  readonly feature: Feature;
  readonly shown: () => ShownChecklist;
}

/** The order's requirements and how the letter in front stands, in a view of its own. */
export function checklist(): Checklist {
  let shown: () => ShownChecklist = () => ({
    uri: undefined,
    version: undefined,
    badge: undefined,
    message: undefined,
    rows: new Map(),
    drawn: 0,
  });

  const feature: Feature = ({ client, followed }) => {
    const known = new Map<string, ChecklistParams>();
    const nodes = new Nodes();
    const changed = new EventEmitter<Node | undefined>();
    let drawn = 0;
    const provider: TreeDataProvider<Node> = {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node?.children ?? nodes.roots)],
      getParent: (node) => node.parent,
      getTreeItem: treeItem,
    };
    const view = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });

    const current = (): ChecklistParams | undefined => {
      const uri = followed.uri();
      return uri && known.get(uri.toString());
    };
    const show = (): void => {
      const uri = followed.uri();
      const params = current();
      const redraw = nodes.update(params);
      for (const node of redraw === 'all' ? [undefined] : redraw) {
        drawn++;
        changed.fire(node);
      }
      view.description = uri ? nameOf(uri) : '';
      view.message = uri ? messageOf(client.state, params) : '';
      const gaps = params?.gaps ?? 0;
      view.badge = gaps > 0 ? { value: gaps, tooltip: gaps === 1 ? '1 gap' : `${gaps} gaps` } : undefined;
    };
    show();

    shown = () => ({
      uri: followed.uri()?.toString(),
      version: current()?.version,
      badge: view.badge?.value,
      message: view.message,
      rows: new Map(nodes.roots.flatMap(withBelow).map((n) => [n.id, said(n)])),
      drawn,
    });

    const itemAt = (id: string | undefined): ChecklistItem | undefined => {
      const data = (id === undefined ? view.selection[0] : nodes.get(id))?.data;
      return data && !isGroup(data) ? data : undefined;
    };
    return Disposable.from(
      view,
      changed,
      followed.onDidChange(show),
      client.onNotification(notification, (params) => {
        known.set(fromServer(params.uri).toString(), params);
        show();
      }),
      client.onDidChangeState((state) => {
        // What a server said that is gone may no longer hold.
        if (state !== 'running') known.clear();
        show();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => void known.delete(uri.toString())),
      commands.registerCommand(GO_TO, async (id?: string) => {
        const uri = followed.uri();
        const range = itemAt(id)?.range;
        if (uri && range) await goTo(uri, range);
      }),
      commands.registerCommand(FIX, async (on?: Node | string) => {
        // Its key selects the row first: arrows only move a focus, of which an extension learns nothing.
        const id = typeof on === 'string' ? on : (on?.id ?? view.selection[0]?.id);
        const uri = followed.uri();
        if (!uri || id === undefined) return;
        const { version } = await workspace.openTextDocument(uri);
        const upToDate = await within(PATIENCE, () => current()?.version === version);
        const fix = itemAt(id)?.fix;
        if (!upToDate) void window.showInformationMessage('The letter is still being checked: try again.');
        else if (fix) await applyFix(uri, fix);
        else void window.showInformationMessage('Nothing can be mended here by itself.');
      }),
    );
  };
  return { feature, shown: () => shown() };
}

const nameOf = (uri: Uri): string => uri.path.split('/').at(-1) ?? '';

function messageOf(state: State, params: ChecklistParams | undefined): string {
  if (state === 'stopped' || state === 'failed') {
    return 'Ex Parte is not running: this letter is not checked.';
  }
  if (!params) return 'The letter is being checked.';
  return params.reasons.length > 0 ? `Not everything could be checked: ${params.reasons.join('; ')}.` : '';
}

const withBelow = (node: Node): Node[] => [node, ...node.children.flatMap(withBelow)];
const said = ({ data }: Node): string =>
  isGroup(data) ? [data.title, data.summary].filter(Boolean).join(', ') : accessibleLabel(data);

async function within(ms: number, holds: () => boolean): Promise<boolean> {
  for (const end = Date.now() + ms; !holds(); ) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
