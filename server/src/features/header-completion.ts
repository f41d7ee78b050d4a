import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { choicesAt, isListAt, keysAt, type SchemaPath } from '../../../schemas/describe.ts';
import type { Letter } from '../letter/letter.ts';
import { span } from '../letter/span.ts';
import type { Matter } from '../order/matter.ts';
import type { OrderSet } from '../order/resolve.ts';
import { toRange } from './convert.ts';

/**
 * What can stand at the cursor in the header: a key that is not there yet, or a value among those that the
 * key takes. Read from the lines, not from the YAML, which is broken while one types.
 */
export function headerCompletion(
  letter: Letter,
  matter: Matter,
  set: OrderSet,
  offset: number,
): CompletionItem[] {
  const { header, lines, text } = letter;
  if (header.state === 'absent' || offset < header.yaml.start || offset > header.yaml.end) return [];
  const line = lines.lineOf(offset);
  const before = lines.text(line).slice(0, lines.position(offset).character);
  const path = pathAt(letter, line);
  const value = /^\s*(?:- )?([\w]+):\s*(\S.*)?$/.exec(before);
  if (value) {
    const typed = value[2] ?? '';
    const range = toRange(letter, span(offset - typed.length, offset));
    return values([...path, value[1] ?? ''], matter, set).map((v) => ({
      ...v,
      textEdit: { range, newText: v.label },
    }));
  }
  const word = /[\w]*$/.exec(before)?.[0] ?? '';
  if (!/^\s*(?:- )?[\w]*$/.test(before)) return [];
  const range = toRange(letter, span(offset - word.length, offset));
  const colon = /^\s*:/.test(text.slice(offset, offset + 2)) ? '' : ': ';
  return keysAt(path)
    .filter(({ key }) => path.length > 0 || header.keySpan([key]) === undefined || key === word)
    .map(({ key, says }, i) => ({
      label: key,
      kind: CompletionItemKind.Property,
      detail: says,
      sortText: String(i).padStart(2, '0'),
      textEdit: { range, newText: `${key}${isListAt([...path, key]) ? `${colon.trimEnd()}\n  - ` : colon}` },
    }));
}

/** Under which key the line stands: `[]` at the margin, `['attendees', 0]` in an entry of that list. */
function pathAt({ lines }: Letter, line: number): SchemaPath {
  if (!/^[ \t-]/.test(lines.text(line))) return [];
  for (let at = line - 1; at > 0; at--) {
    const key = /^(\w+):/.exec(lines.text(at))?.[1];
    if (key) return isListAt([key]) ? [key, 0] : [key];
  }
  return [];
}

function values(path: SchemaPath, matter: Matter, { orders }: OrderSet): CompletionItem[] {
  const [key] = path;
  const item = (label: string, detail?: string): CompletionItem => ({
    label,
    kind: CompletionItemKind.Value,
    ...(detail ? { detail } : {}),
  });
  if (path.length === 1 && key === 'judge')
    return orders.map((o) => item(o.id, `${o.judge.name}, ${o.court}`));
  if (path.length === 1 && key === 'submission')
    return (matter.order?.submissions ?? []).map((s) => item(s.id, s.name));
  if (path.length === 1 && key === 'court')
    return [...new Set(orders.map((o) => o.court))].map((c) => item(c));
  if (path.length === 1 && key === 'to') {
    return (matter.submission?.recipient?.addresses ?? []).map((a) => item(a, 'given by the order'));
  }
  return choicesAt(path).map((c) => item(c));
}
