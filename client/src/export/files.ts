import { commands, env, UIKind, type Uri, workspace } from 'vscode';

/** Something that can be done with a file that was made. */
export interface FileAction {
  readonly title: string;
  /** Name of a codicon. */
  readonly icon: string;
  readonly run: () => Promise<unknown>;
}

/** Whether files lie on the machine before which the person sits. */
const isLocal = (): boolean => env.remoteName === undefined && env.uiKind === UIKind.Desktop;

/** What can be done with a file here: on another machine no program of this one opens it. */
export function fileActions(uri: Uri): readonly FileAction[] {
  if (isLocal()) {
    return [
      { title: 'Open', icon: 'go-to-file', run: () => openOutside(uri) },
      { title: 'Show in Folder', icon: 'folder-opened', run: () => run('revealFileInOS', uri) },
    ];
  }
  if (!workspace.getWorkspaceFolder(uri)) {
    return [{ title: 'Open', icon: 'go-to-file', run: () => run('vscode.open', uri) }];
  }
  return [
    { title: 'Download', icon: 'cloud-download', run: () => download(uri) },
    { title: 'Show in Explorer', icon: 'folder-opened', run: () => run('revealInExplorer', uri) },
  ];
}

/** With the system's program for it: a mail program for an e-mail, a calendar for dates. */
async function openOutside(uri: Uri): Promise<void> {
  if (!(await env.openExternal(uri))) await run('vscode.open', uri);
}

/** The explorer downloads what is selected in it. */
async function download(uri: Uri): Promise<void> {
  await run('revealInExplorer', uri);
  await run('explorer.download');
}

const run = async (command: string, ...args: readonly unknown[]): Promise<unknown> =>
  commands.executeCommand(command, ...args);
