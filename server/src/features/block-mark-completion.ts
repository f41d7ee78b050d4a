import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { CHART, CONFIDENTIAL } from '../letter/block-marks.ts';
import type { Letter } from '../letter/letter.ts';
import { span } from '../letter/span.ts';
import { toRange } from './convert.ts';

/**
 * Behind colons that begin a line of the body: what can stand there. Undefined elsewhere.
 * @param before the line up to the cursor
 */
export function blockMarkCompletion(
  letter: Letter,
  before: string,
  offset: number,
  snippets: boolean,
): CompletionItem[] | undefined {
  const begun = /^ {0,3}(:{1,3}[ \t]*[\w-]*)$/.exec(before)?.[1];
  if (begun === undefined) return undefined;
  const eol = letter.text.includes('\r\n') ? '\r\n' : '\n';
  const stop = snippets ? '$0' : '';
  const marks = [
    {
      label: `:::${CONFIDENTIAL}`,
      detail: 'A passage for the judge alone, up to :::. The version for the other side goes without it.',
      text: [`:::${CONFIDENTIAL}`, stop, ':::'].join(eol),
    },
    {
      label: `:::${CHART}`,
      detail: "The header's demands and offers over time, as a chart in the letter.",
      text: `:::${CHART}`,
    },
  ];
  const range = toRange(letter, span(offset - begun.length, offset));
  return marks.map(({ label, detail, text }) => ({
    label,
    detail,
    kind: CompletionItemKind.Keyword,
    filterText: label,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: text },
  }));
}
