import type { CheckResult } from '../../check/result.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Target } from './export.ts';
import { Refusal } from './refusal.ts';

/**
 * Looks whether what was found allows the export. Wrong addresses keep an e-mail from being made even where
 * the writer insists: what is sent cannot be taken back.
 * @throws Refusal
 */
export function refuseWhere(result: CheckResult, letter: Letter, to: Target, force: boolean): void {
  const line = (offset: number): number => letter.lines.lineOf(offset) + 1;
  const told = (found: CheckResult['findings']): string =>
    found.map((f) => `${f.rule}, line ${line(f.span.start)}`).join('; ');
  if (to === 'eml') {
    const mail = result.findings.filter((f) => f.rule === 'service' || f.rule === 'recipient');
    if (mail.length > 0) {
      throw new Refusal(
        `no e-mail is made while it might go to the wrong people (${told(mail)}); mend the addresses`,
      );
    }
  }
  if (force) return;
  const errors = result.findings.filter((f) => f.severity === 'error');
  if (errors.length > 0) {
    const count = errors.length === 1 ? 'an error stands' : `${errors.length} errors stand`;
    throw new Refusal(`${count} (${told(errors)}); mend, or insist with --force`);
  }
  const [first] = result.incomplete;
  // A calendar holds dates alone, whatever the pages and exhibits are.
  if (first && to !== 'ics') {
    throw new Refusal(
      `it could not be checked whole (${first.rule}: ${first.reason}); mend, or insist with --force`,
    );
  }
}
