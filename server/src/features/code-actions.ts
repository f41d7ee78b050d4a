import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { CheckResult, Finding } from '../check/result.ts';
import { takingOut } from '../custody/clean-up.ts';
import { notesIn } from '../custody/leftovers.ts';
import type { Letter } from '../letter/letter.ts';
import type { Span } from '../letter/span.ts';
import type { Matter } from '../order/matter.ts';
import { coverage, isCovered } from '../rules/support/coverage.ts';
import { insertAllMissing } from '../rules/support/insert.ts';
import type { TextEdit } from '../rules/support/rule.ts';
import { CLEAN_UP_NOTES, CLEAN_UP_SILENCERS, INSERT_MISSING, LEDGER } from './action-kinds.ts';
import { type RulePage, toDiagnostic, toEdit } from './convert.ts';
import { ledgerEdit } from './ledger.ts';

export interface ActionRequest {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  /** Kinds that the client asks for; all where it does not say. */
  readonly only?: readonly string[];
  readonly page: RulePage;
}

/** The fixes of the findings that the range touches, and what mends the whole letter. */
export function codeActions(
  letter: Letter,
  matter: Matter,
  result: CheckResult,
  request: ActionRequest,
): CodeAction[] {
  const start = letter.lines.offset(request.range.start);
  const end = letter.lines.offset(request.range.end);
  const wants = (kind: string): boolean =>
    !request.only || request.only.some((k) => kind === k || kind.startsWith(`${k}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const touched = result.findings.filter((f) => f.span.start <= end && start <= f.span.end);
    for (const finding of touched) actions.push(...quickFixes(letter, finding, request));
    const missing = touched.filter((f) => f.rule === 'missing-section');
    const all =
      missing.length > 1 ? insertMissing(letter, matter, request, CodeActionKind.QuickFix) : undefined;
    if (all) actions.push(all);
  }
  const source = wants(INSERT_MISSING) ? insertMissing(letter, matter, request, INSERT_MISSING) : undefined;
  if (source) actions.push(source);
  const ledger = wants(LEDGER) ? writeLedger(letter, matter, request, start) : undefined;
  if (ledger) actions.push(ledger);
  return [...actions, ...cleanUps(letter, request, wants)];
}

function cleanUps(letter: Letter, request: ActionRequest, wants: (kind: string) => boolean): CodeAction[] {
  const offer = (kind: string, what: string, comments: readonly Span[]): CodeAction[] => {
    if (comments.length === 0 || !wants(kind)) return [];
    const title = `Take out ${comments.length === 1 ? 'the comment' : `the ${comments.length} comments`} ${what}`;
    return [{ title, kind, edit: workspaceEdit(letter, takingOut(letter, comments), request) }];
  };
  return [
    ...offer(CLEAN_UP_NOTES, 'left in this letter', notesIn(letter)),
    ...offer(
      CLEAN_UP_SILENCERS,
      'by which rules are silenced',
      letter.disables.map((d) => d.span),
    ),
  ];
}

/** Offered in the header's negotiations and in the section that tells of them. */
function writeLedger(
  letter: Letter,
  { submission }: Matter,
  request: ActionRequest,
  at: number,
): CodeAction | undefined {
  if (!submission) return undefined;
  const key = letter.header.keySpan(['negotiations']);
  const value = letter.header.valueSpan(['negotiations']);
  const section = coverage(letter, submission).find((c) => c.content.ledger)?.sections[0];
  const inHeader = key !== undefined && at >= key.start && at <= (value?.end ?? key.end);
  const inSection = section !== undefined && at >= section.headingSpan.start && at <= section.end;
  const edit = inHeader || inSection ? ledgerEdit(letter, submission) : undefined;
  if (!edit || letter.text.slice(edit.span.start, edit.span.end) === edit.text) return undefined;
  return {
    title: 'Write the table of demands and offers from the header',
    kind: LEDGER,
    edit: workspaceEdit(letter, [edit], request),
  };
}

function quickFixes(letter: Letter, finding: Finding, request: ActionRequest): CodeAction[] {
  return (finding.fixes ?? []).map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(letter, finding, request.page)],
    ...(i === 0 ? { isPreferred: true } : {}),
    edit: workspaceEdit(letter, fix.edits, request),
  }));
}

function insertMissing(
  letter: Letter,
  { submission }: Matter,
  request: ActionRequest,
  kind: string,
): CodeAction | undefined {
  if (!submission || letter.cut) return undefined;
  const missing = coverage(letter, submission).filter((c) => !isCovered(c));
  if (missing.length === 0) return undefined;
  const title =
    missing.length === 1 ? 'Insert the missing section' : `Insert all ${missing.length} missing sections`;
  return { title, kind, edit: workspaceEdit(letter, insertAllMissing(letter, submission), request) };
}

/** With the version, so that a client does not apply it to a text that has moved on. */
function workspaceEdit(
  letter: Letter,
  edits: readonly TextEdit[],
  { uri, version }: ActionRequest,
): WorkspaceEdit {
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: edits.map((e) => toEdit(letter, e)) }],
  };
}
