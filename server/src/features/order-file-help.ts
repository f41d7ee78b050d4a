import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind } from 'vscode-languageserver-types';
import { choicesAt, isListAt, keysAt, saysAt } from '../../../schemas/describe.ts';
import { LineIndex } from '../letter/lines.ts';
import { headerCursor } from './header-cursor.ts';

/** Events from which a period may count; a date's id too. */
const EVENTS = ['conference', 'demand', 'order'];

/** What can stand at the cursor in an order file. */
export function orderFileCompletion(text: string, offset: number): CompletionItem[] {
  const cursor = headerCursor(text.slice(0, offset));
  if (!cursor) return [];
  const range = new LineIndex(text).range(offset - cursor.typed.length, offset);
  // Below an entry's first key a word that has no colon yet may be a value that goes on, or the next key.
  if (cursor.kind === 'key' || keysAt(cursor.path, 'order').length > 0) {
    return keysAt(cursor.path, 'order')
      .filter(({ key }) => !cursor.beside.includes(key))
      .map(({ key, says }, i) => ({
        label: key,
        kind: CompletionItemKind.Property,
        detail: says,
        sortText: String(i).padStart(3, '0'),
        textEdit: { range, newText: isListAt([...cursor.path, key], 'order') ? `${key}:` : `${key}: ` },
      }));
  }
  const last = cursor.path.at(-1);
  const values = last === 'before' || last === 'after' ? EVENTS : choicesAt(cursor.path, 'order');
  return values.map((value) => ({
    label: value,
    kind: CompletionItemKind.Value,
    textEdit: { range, newText: value },
  }));
}

/** What the key under the cursor holds. */
export function orderFileHover(text: string, offset: number): Hover | null {
  const start = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 60), offset))?.[0].length ?? 0;
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 60))?.[0].length ?? 0;
  const from = offset - start;
  const key = text.slice(from, offset + rest);
  if (key === '' || !/^\s*:/.test(text.slice(offset + rest, offset + rest + 4))) return null;
  const cursor = headerCursor(text.slice(0, offset + rest));
  const says = cursor?.kind === 'key' ? saysAt([...cursor.path, key], 'order') : undefined;
  if (!says) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: `**${key}**: ${says}` },
    range: new LineIndex(text).range(from, offset + rest),
  };
}
