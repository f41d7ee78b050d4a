import { Disposable, type Uri, window, workspace } from 'vscode';
import { isLetterDocument } from '../letters.ts';

/**
 * The letter in front. It stays so while another view, such as its pages, has the keyboard, and while it can be
 * seen beside another text.
 */
export function followLetter(changed: () => void): { readonly uri: () => Uri | undefined } & Disposable {
  let current = inFront(undefined);
  const isCurrent = (uri: Uri | undefined): boolean => uri?.toString() === current?.toString();
  const consider = (): void => {
    const uri = inFront(current);
    if (isCurrent(uri)) return;
    current = uri;
    changed();
  };
  const listening = Disposable.from(
    window.onDidChangeActiveTextEditor(consider),
    window.onDidChangeVisibleTextEditors(consider),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // Only an edit of the first lines can make a letter of another text, or the other way round.
      const early = contentChanges.some(({ range }) => range.start.line < 100);
      if (early && (document === window.activeTextEditor?.document || isCurrent(document.uri))) consider();
    }),
  );
  return { uri: () => current, dispose: () => listening.dispose() };
}

function inFront(before: Uri | undefined): Uri | undefined {
  const active = window.activeTextEditor?.document;
  if (active && isLetterDocument(active)) return active.uri;
  const seen = window.visibleTextEditors.map((e) => e.document).filter(isLetterDocument);
  const kept = seen.find(({ uri }) => uri.toString() === before?.toString());
  return (kept ?? (active ? undefined : seen[0]))?.uri;
}
