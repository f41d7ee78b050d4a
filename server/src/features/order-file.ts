import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentLink,
} from 'vscode-languageserver-types';
import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { LineIndex } from '../letter/lines.ts';
import type { PlacedIssue } from '../order/order-places.ts';

const SOURCE = 'Ex Parte';

/** What is wrong in an order file, and what its reader left open. */
export function orderFileDiagnostics(text: string, issues: readonly PlacedIssue[]): Diagnostic[] {
  const lines = new LineIndex(text);
  return [
    ...issueDiagnostics(text, issues),
    ...questionsIn(text).map(
      ({ start, end, ask }): Diagnostic => ({
        range: lines.range(start, Math.min(end, endOfLine(text, start))),
        severity: DiagnosticSeverity.Information,
        source: SOURCE,
        code: 'question',
        message: ask,
      }),
    ),
  ];
}

/** As `orderFileDiagnostics`, of a text that is not to be read as YAML: what is wrong alone. */
export function issueDiagnostics(text: string, issues: readonly PlacedIssue[]): Diagnostic[] {
  const lines = new LineIndex(text);
  return issues.map(({ span, message, likely }) => ({
    range: lines.range(span.start, span.end),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    code: 'order',
    message,
    ...(likely ? { data: { likely } } : {}),
  }));
}

/** The mends: the word that was likely meant, or the question taken out as settled. */
export function orderFileActions(
  at: { readonly uri: string; readonly version: number },
  text: string,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const lines = new LineIndex(text);
  return diagnostics.flatMap((d): CodeAction[] => {
    const likely = (d.data as { likely?: string } | undefined)?.likely;
    if (d.code === 'order' && likely) {
      return [fix(at, `Change to ${likely}`, d, d.range, likely)];
    }
    if (d.code !== 'question') return [];
    const offset = lines.offset(d.range.start);
    const question = questionsIn(text).find((q) => q.start === offset);
    if (!question) return [];
    const start = text.lastIndexOf('\n', offset) + 1;
    const only = questionsIn(text).length === 1;
    const from = only ? text.lastIndexOf('questions:', start) : start;
    return [
      fix(
        at,
        'Settled: take this question out',
        d,
        lines.range(from, question.end),
        only ? 'questions: []\n' : '',
      ),
    ];
  });
}

function fix(
  at: { readonly uri: string; readonly version: number },
  title: string,
  d: Diagnostic,
  range: Diagnostic['range'],
  newText: string,
): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [d],
    isPreferred: true,
    edit: {
      documentChanges: [{ textDocument: { uri: at.uri, version: at.version }, edits: [{ range, newText }] }],
    },
  };
}

interface Asked {
  readonly start: number;
  readonly end: number;
  readonly ask: string;
}

/** The open questions; `end` is where the next entry begins. */
function questionsIn(text: string): Asked[] {
  const list = parseDocument(text, { prettyErrors: false }).get('questions');
  if (!isSeq(list)) return [];
  return list.items.flatMap((item) => {
    const ask = isMap(item) ? item.get('ask') : undefined;
    const range = (item as Node).range;
    return typeof ask === 'string' && range ? [{ start: range[0], end: range[2], ask }] : [];
  });
}

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/**
 * Each datum's words lead to where they stand in the order's text. `original` is that text, `target` its address.
 */
export function evidenceLinks(text: string, original: string, target: string): DocumentLink[] {
  const lines = new LineIndex(text);
  const there = new LineIndex(original);
  const links: DocumentLink[] = [];
  visit(parseDocument(text, { prettyErrors: false }), {
    Map(_, map) {
      const words = map.items.find((p) => isPair(p) && isScalar(p.key) && p.key.value === 'words');
      const at = map.get('at');
      const [start, end] = isSeq(at) ? at.items.map((i) => (isScalar(i) ? i.value : undefined)) : [];
      const range = (words?.value as Node | undefined)?.range;
      if (!range || typeof start !== 'number' || typeof end !== 'number' || end > original.length) return;
      const to = there.range(start, end);
      links.push({
        range: lines.range(range[0], range[1]),
        target: `${target}#L${to.start.line + 1},${to.start.character + 1}`,
        tooltip: 'Show these words in the order',
      });
    },
  });
  return links;
}

/** The file with the order's text that an order file names. */
export function readFromOf(text: string): string | undefined {
  const named = parseDocument(text, { prettyErrors: false }).get('readFrom');
  return typeof named === 'string' ? named : undefined;
}
