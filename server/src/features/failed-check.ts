import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { StatusParams } from '../protocol.ts';
import type { ChecklistParams } from '../protocol-checklist.ts';
import { SOURCE } from './convert.ts';

/** How a check that failed as a whole is told, wherever its result would stand. */
export interface FailedCheck {
  readonly message: Diagnostic;
  readonly status: StatusParams;
  readonly checklist: ChecklistParams;
}

/** @param kind of the error, in a word; its message may quote the letter, and stays out */
export function failedCheck(uri: string, version: number, kind: string): FailedCheck {
  const reason = `Ex Parte failed by a fault of its own (${kind})`;
  const nowhere = { line: 0, character: 0 };
  return {
    message: {
      // The header's first line: how the letter divides is not known.
      range: { start: nowhere, end: { line: 0, character: 3 } },
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
      message: `Not checked: ${reason}. Change what you wrote last, and report the fault with the lines of the log.`,
    },
    status: {
      uri,
      version,
      judge: null,
      submission: null,
      pages: null,
      limit: null,
      format: null,
      gaps: 0,
      state: 'incomplete',
      reasons: [reason],
    },
    checklist: { uri, version, gaps: 0, reasons: [reason], groups: [] },
  };
}
