import { commands, Disposable, EventEmitter, TabInputText, type Uri, window, workspace } from 'vscode';
import { isLetterDocument } from './letters.ts';

/** Tells the manifest that there is a letter to which commands and the checklist apply. */
const FOLLOWS = 'exParte.followsLetter';
/** An edit below so many lines never makes a letter of another text, or the other way round. */
const HEAD = 100;

/** The letter in front, which the checklist shows and commands are about. */
export interface Followed extends Disposable {
  readonly uri: () => Uri | undefined;
  readonly onDidChange: (changed: () => void) => Disposable;
}

/**
 * Follows the letter in front. It stays so while it can be seen beside another text, and while what is no text lies
 * over it: its pages, the walkthrough that leads through the commands, settings.
 */
export function followLetter(): Followed {
  const changed = new EventEmitter<void>();
  let current: Uri | undefined;
  const isCurrent = (uri: Uri | undefined): boolean => uri?.toString() === current?.toString();
  const consider = (): void => {
    const uri = inFront(current);
    if (isCurrent(uri)) return;
    current = uri;
    void commands.executeCommand('setContext', FOLLOWS, uri !== undefined);
    changed.fire();
  };
  consider();
  const listening = Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor(consider),
    window.onDidChangeVisibleTextEditors(consider),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (closed.length > 0) consider();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const early = contentChanges.some(({ range }) => range.start.line < HEAD);
      if (early && (document === window.activeTextEditor?.document || isCurrent(document.uri))) consider();
    }),
  );
  return {
    uri: () => current,
    onDidChange: (listener) => changed.event(listener),
    dispose: () => listening.dispose(),
  };
}

function inFront(before: Uri | undefined): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active && isLetterDocument(active)) return active.uri;
  const isBefore = ({ uri }: { readonly uri: Uri }): boolean => uri.toString() === before?.toString();
  const seen = window.visibleTextEditors.map((e) => e.document).filter(isLetterDocument);
  const kept = seen.find(isBefore);
  if (kept || active) return kept?.uri;
  const behind = workspace.textDocuments.find(isBefore);
  return behind && isLetterDocument(behind) && hasTab(behind.uri) ? behind.uri : seen[0]?.uri;
}

/** A document may be kept for a while after its tab was closed. */
const hasTab = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
