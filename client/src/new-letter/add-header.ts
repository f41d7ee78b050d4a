import {
  commands,
  Disposable,
  languages,
  Position,
  Selection,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { findFrontmatter, isLetter } from '../../../server/src/letter/frontmatter.ts';
import { isLetterDocument, selector } from '../letters.ts';

/** Tells the manifest that the Markdown in front names no judge, so that it could be made a letter. */
const COULD_BE = 'exParte.couldBeLetter';

/** The Markdown in front, or a text in no file yet, unless it is a letter already. */
export function textInFront(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (!document || isLetterDocument(document)) return undefined;
  const isMarkdown = selector.some(
    (s) => s.language === document.languageId && s.scheme === document.uri.scheme,
  );
  return isMarkdown || isPasted(document) ? document : undefined;
}

/** Where a letter from elsewhere is pasted first: a new text, which VS Code takes for plain. */
const isPasted = ({ languageId, isUntitled }: TextDocument): boolean =>
  isUntitled && languageId === 'plaintext';

/** Makes Markdown of a text in no file yet; whether that is all that it lacked to be a letter. */
export async function isLetterOnceMarkdown(document: TextDocument): Promise<boolean> {
  if (isPasted(document)) await languages.setTextDocumentLanguage(document, 'markdown');
  return isLetter(document.getText());
}

/** Keeps the manifest told whether there is such a text. */
export function watchText(): Disposable {
  let before: boolean | undefined;
  const consider = (): void => {
    const now = textInFront() !== undefined;
    if (now !== before) void commands.executeCommand('setContext', COULD_BE, now);
    before = now;
  };
  consider();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(consider),
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) consider();
    }),
  );
}

/**
 * Puts a new letter's header above a text, and the cursor into the first blank; into a header that stands there
 * already only what makes it a letter's.
 * @param letter a new letter, of which the header alone is taken
 */
export async function addHeader(document: TextDocument, letter: string): Promise<void> {
  const made = findFrontmatter(letter);
  const there = findFrontmatter(document.getText());
  if (made.state !== 'closed') throw new Error('a new letter has no header');
  const yaml = letter.slice(made.yaml.start, made.yaml.end);
  const editor = await window.showTextDocument(document);
  const text =
    there.state === 'absent'
      ? `---\n${yaml}---\n\n`
      : (yaml.match(/^(judge|submission):.*\n/gm) ?? []).join('');
  const at = document.positionAt(there.state === 'absent' ? there.body : there.yaml.start);
  if (!(await editor.edit((edit) => edit.insert(at, text)))) {
    void window.showWarningMessage('The editor refused to put the header in.');
    return;
  }
  const blank = text.split('\n').findIndex((line) => /^\w+:$/.test(line));
  const line = at.line + Math.max(0, blank);
  const place = new Position(line, document.lineAt(line).text.length);
  editor.selection = new Selection(place, place);
}
