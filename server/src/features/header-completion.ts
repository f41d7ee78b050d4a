import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { isListAt, keysAt, type SchemaPath } from '../../../schemas/describe.ts';
import { span } from '../letter/span.ts';
import { toRange } from './convert.ts';
import { type HeaderCursor, headerCursor } from './header-cursor.ts';
import { type HeaderFacts, offersAt } from './header-values.ts';

/** Asks the editor to offer values as soon as a key is chosen; a name of VS Code's. */
const OFFER_AGAIN = { title: 'Offer values', command: 'editor.action.triggerSuggest' };

/**
 * What can stand at the cursor in the header: a key that is not there yet, or a value among those that the
 * key takes.
 * @param inVsCode whether VS Code's own commands are there
 */
export function headerCompletion(facts: HeaderFacts, offset: number, inVsCode: boolean): CompletionItem[] {
  const { header, text } = facts.letter;
  if (header.state === 'absent' || offset < header.yaml.start || offset > header.yaml.end) return [];
  const cursor = headerCursor(text.slice(header.yaml.start, offset));
  if (!cursor) return [];
  return cursor.kind === 'key' ? keys(facts, cursor, offset, inVsCode) : values(facts, cursor, offset);
}

function values(facts: HeaderFacts, { path, typed, flow }: HeaderCursor, offset: number): CompletionItem[] {
  const range = toRange(facts.letter, span(offset - typed.length, offset));
  return offersAt(path, facts).map(({ value, why }, i) => ({
    label: value,
    kind: CompletionItemKind.Value,
    // The details stand beside the chosen item alone; which of two dates is meant is seen by comparing them.
    ...(why ? { detail: why, labelDetails: { description: why } } : {}),
    sortText: sorted(i),
    textEdit: { range, newText: flow && /[,{}[\]]/.test(value) ? JSON.stringify(value) : value },
    ...(/^["']/.test(typed) ? { filterText: `${typed[0]}${value}` } : {}),
  }));
}

function keys(
  { letter }: HeaderFacts,
  { path, typed, beside, flow }: HeaderCursor,
  offset: number,
  inVsCode: boolean,
): CompletionItem[] {
  const { header, text } = letter;
  // The word under the cursor may be a key already, whose colon stays.
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 40))?.[0] ?? '';
  const colon = /^\s*:/.test(text.slice(offset + rest.length, offset + rest.length + 2)) ? '' : ': ';
  const range = toRange(letter, span(offset - typed.length, offset + rest.length));
  const there = (key: string): boolean =>
    key !== `${typed}${rest}` && (beside.includes(key) || header.keySpan([...path, key]) !== undefined);
  return keysAt(path)
    .filter(({ key }) => !there(key))
    .map(({ key, says }, i) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail: says,
      sortText: sorted(i),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText: `${key}${colon && opening([...path, key], flow, colon)}` },
      ...(inVsCode && colon !== '' ? { command: OFFER_AGAIN } : {}),
    }));
}

/** What a key opens: a value behind it, an entry of a list, or keys below. */
function opening(path: SchemaPath, flow: boolean, colon: string): string {
  if (flow) return colon;
  if (isListAt(path)) return ':\n  - ';
  return keysAt(path).length > 0 ? ':\n  ' : colon;
}

const sorted = (i: number): string => String(i).padStart(3, '0');
