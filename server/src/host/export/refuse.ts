import type { CheckResult } from '../../check/result.ts';
import { addressesOf, listOf, type Standing, standingOf, toldOf } from '../../export/standing.ts';
import type { Letter } from '../../letter/letter.ts';
import type { Target } from '../../protocol-export.ts';
import { rules } from '../../rules/index.ts';
import { Refusal } from './refusal.ts';

/**
 * Looks whether what was found allows the export. Wrong addresses keep an e-mail from being made even where
 * the writer insists: what is sent cannot be taken back. A mere doubt keeps nothing back.
 * @returns what stands all the same
 * @throws Refusal
 */
export function refuseWhere(result: CheckResult, letter: Letter, to: Target, force: boolean): Standing {
  if (to === 'eml') {
    const { faults } = addressesOf(result);
    if (faults.length > 0) {
      const told = faults.map((f) => toldOf(f, letter));
      throw new Refusal(
        `no e-mail is made while it might go to the wrong people (${listOf(told)}); mend the addresses`,
        { told },
      );
    }
  }
  const standing = standingOf(to === 'ics' ? { ...result, incomplete: ofDates(result) } : result, letter);
  if (force) return standing;
  const { errors, unchecked } = standing;
  if (errors.length > 0) {
    const count = errors.length === 1 ? 'an error stands' : `${errors.length} errors stand`;
    throw new Refusal(`${count} (${listOf(errors)})`, { told: errors, mayInsist: true });
  }
  const [first] = unchecked;
  if (first !== undefined) {
    throw new Refusal(`it could not be checked whole (${first.replace(/\.$/, '')})`, { mayInsist: true });
  }
  return standing;
}

/** A calendar holds dates alone, whatever the pages and exhibits are; but where the order is not known, nor are its dates. */
const ofDates = ({ incomplete }: CheckResult): CheckResult['incomplete'] =>
  incomplete.filter(({ rule }) => !OF_PAPER.has(rule));

const OF_PAPER: ReadonlySet<string> = new Set(
  rules.filter(({ needs }) => needs === 'pages' || needs === 'exhibits').map(({ id }) => id),
);
