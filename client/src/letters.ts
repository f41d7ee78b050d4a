import type { TextDocument } from 'vscode';
import { isLetter } from '../../server/src/letter/frontmatter.ts';

/** The documents that the server is shown. A letter can be unsaved, but a diff or a Git version is none. */
export const selector = [
  { language: 'markdown', scheme: 'file' },
  { language: 'markdown', scheme: 'untitled' },
];

/** Order files, which are shown to the server too; it passes over YAML that is none. */
export const orderFiles = [{ language: 'yaml', scheme: 'file' }];

/** Whether a document is a letter (its header names a judge). Dear texts are read only behind an opening `---`. */
export function isLetterDocument(document: TextDocument): boolean {
  if (!selector.some((s) => s.language === document.languageId && s.scheme === document.uri.scheme))
    return false;
  return document.lineAt(0).text.includes('---') && isLetter(document.getText());
}
