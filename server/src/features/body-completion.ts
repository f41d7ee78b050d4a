import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { Letter } from '../letter/letter.ts';
import { BOLD_LINE } from '../letter/sections.ts';
import { span } from '../letter/span.ts';
import { cite } from '../order/cite.ts';
import type { Matter } from '../order/matter.ts';
import type { Content, Submission } from '../order/order.ts';
import { rules } from '../rules/index.ts';
import { coverage } from '../rules/support/coverage.ts';
import { sectionMarkdown } from '../rules/support/insert.ts';
import { blockMarkCompletion } from './block-mark-completion.ts';
import { toRange } from './convert.ts';

/**
 * In the body: the sections that are still missing, each with its template, where a heading or a bold run-in
 * begins; in our comments the contents and the rules that can be named.
 */
export function bodyCompletion(
  letter: Letter,
  { submission }: Matter,
  offset: number,
  snippets: boolean,
): CompletionItem[] {
  const { lines, text, header } = letter;
  if (!submission || offset < letter.body.start || offset < header.span.end) return [];
  const line = lines.lineOf(offset);
  const before = lines.text(line).slice(0, lines.position(offset).character);
  const marks = blockMarkCompletion(letter, before, offset, snippets);
  if (marks) return marks;
  const comment = /<!--\s*(covers\s*:|ex-parte-disable\s)([^:>]*)$/.exec(before);
  if (comment) return named(comment[1] ?? '', comment[2] ?? '', letter, submission, offset);
  const opening = /^(?:(#{1,6})(?:[ \t]|$)|(\*\*|__)(?=\S|$))?[\p{L}\d.,()&' \t-]*$/u.exec(before);
  const mark = opening?.[1] ?? opening?.[2];
  // Without a mark only an empty line is one where a heading may be meant.
  if (!opening || (mark === undefined && before.trim() !== '')) return [];
  if (line > 0 && mark?.startsWith('#') !== true && lines.text(line - 1).trim() !== '') return [];
  const level = levelOf(letter, submission, mark, line);
  // The editor may have closed the marks by itself.
  const after = mark !== undefined && text.slice(offset).startsWith(mark) && !mark.startsWith('#') ? 2 : 0;
  const range = toRange(letter, span(offset - before.length, offset + after));
  return missing(letter, submission, line).map((content, i) => {
    const markdown = sectionMarkdown(content, level).replaceAll('\n', eolOf(text));
    return {
      label: content.title,
      labelDetails: { description: cite(content.paragraph) },
      kind: CompletionItemKind.Class,
      detail: `The order asks for ${content.asks} (${cite(content.paragraph)}).`,
      documentation: { kind: 'markdown', value: markdown },
      sortText: String(i).padStart(3, '0'),
      filterText: `${mark ?? ''} ${content.title}`,
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? stops(markdown) : markdown },
      ...(i === 0 ? { preselect: true } : {}),
    };
  });
}

/** As deep as the writer began it; a lone # is a beginning, which goes on as the letter's sections do. */
function levelOf(letter: Letter, submission: Submission, mark: string | undefined, line: number): number {
  if (mark?.startsWith('##')) return mark.length;
  const levels = coverage(letter, submission)
    .flatMap((c) => c.sections)
    .filter((s) => letter.lines.lineOf(s.headingSpan.start) !== line)
    .map((s) => s.level);
  if (mark?.startsWith('#')) return levels.find((l) => l < BOLD_LINE) ?? 2;
  if (mark === undefined) return levels[0] ?? 2;
  return levels.find((l) => l >= BOLD_LINE) ?? BOLD_LINE;
}

/** In the order's sequence; what only the line that is being written covers is still missing. */
function missing(letter: Letter, submission: Submission, line: number): Content[] {
  const { lines } = letter;
  return coverage(letter, submission)
    .filter(
      (c) => c.missing.length > 0 || c.sections.every((s) => lines.lineOf(s.headingSpan.start) === line),
    )
    .map((c) => c.content);
}

/** Each blank becomes a stop, and stays a blank in brackets until something is typed over it. */
function stops(markdown: string): string {
  let n = 0;
  const escaped = markdown.replace(/[\\$}]/g, (mark) => `\\${mark}`);
  return `${escaped.replace(/\[[^\]\n]+\](?!\()/g, (blank) => `\${${++n}:${blank}}`)}$0`;
}

/** In a comment of ours: contents behind `covers:`, rules behind `ex-parte-disable`. */
function named(
  kind: string,
  typed: string,
  letter: Letter,
  submission: Submission,
  offset: number,
): CompletionItem[] {
  const word = /[\w-]*$/.exec(typed)?.[0] ?? '';
  const said = new Set(typed.slice(0, typed.length - word.length).split(/[\s,;]+/));
  const range = toRange(letter, span(offset - word.length, offset));
  const all = kind.startsWith('covers')
    ? submission.contents.map(({ id, asks, paragraph }) => ({ id, detail: `${asks} (${cite(paragraph)})` }))
    : rules.map(({ id, title }) => ({ id, detail: title }));
  return all
    .filter(({ id }) => !said.has(id))
    .map(({ id, detail }, i) => ({
      label: id,
      kind: CompletionItemKind.EnumMember,
      detail,
      sortText: String(i).padStart(3, '0'),
      textEdit: { range, newText: id },
    }));
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
