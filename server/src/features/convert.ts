import {
  type Diagnostic,
  DiagnosticSeverity,
  type TextEdit as LspEdit,
  type Range,
} from 'vscode-languageserver-types';
import type { CheckResult, Finding } from '../check/result.ts';
import type { Letter } from '../letter/letter.ts';
import type { Span } from '../letter/span.ts';
import type { Severity, TextEdit } from '../rules/support/rule.ts';

export const SOURCE = 'Ex Parte';

/** The address of a rule's page, by the rule's id. */
export type RulePage = (rule: string) => string;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

export const toRange = (letter: Letter, { start, end }: Span): Range => letter.lines.range(start, end);

export const toEdit = (letter: Letter, { span, text }: TextEdit): LspEdit => ({
  range: toRange(letter, span),
  // What is inserted ends its lines as the letter does.
  newText: letter.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text,
});

/** A check's findings as LSP has them, and first of all why the check was not complete. */
export function toDiagnostics(letter: Letter, result: CheckResult, page: RulePage): Diagnostic[] {
  const judge = letter.header.valueSpan(['judge']) ?? letter.header.span;
  const whole = result.incomplete.map(
    ({ rule, reason }): Diagnostic => ({
      range: toRange(letter, judge),
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      code: rule,
      codeDescription: { href: page(rule) },
      message: `Not checked whole: ${reason}.`,
    }),
  );
  return [...whole, ...result.findings.map((f) => toDiagnostic(letter, f, page))];
}

export function toDiagnostic(letter: Letter, finding: Finding, page: RulePage): Diagnostic {
  return {
    range: toRange(letter, finding.span),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    codeDescription: { href: page(finding.rule) },
    message: finding.message,
  };
}
