import type { Deadline } from '../order/deadlines.ts';
import type { ExhibitInfo, Found, Severity } from '../rules/support/rule.ts';

/** A finding as it is shown: the rule's own words with its id and the severity that holds. */
export interface Finding extends Found {
  readonly rule: string;
  readonly severity: Severity;
}

export interface RuleNote {
  readonly rule: string;
  readonly reason: string;
}

export interface Suppressed {
  readonly rule: string;
  readonly reason: string;
  readonly finding: Finding;
}

export interface CoveredContent {
  readonly content: string;
  readonly heading: string;
  /** UTF-16 offset of the heading. */
  readonly offset: number;
}

export interface PageCount {
  readonly body: number;
  readonly limit: number | null;
  /** Null while an exhibit's pages are unknown. */
  readonly exhibits: number | null;
  readonly exhibitLimit: number | null;
  /** Such as "letter, single-spaced, 12 point". */
  readonly format: string;
}

/** What a check found. Incomplete whenever something could not be looked at: never an empty list instead. */
export interface CheckResult {
  readonly status: 'complete' | 'incomplete';
  readonly incomplete: readonly RuleNote[];
  readonly skipped: readonly RuleNote[];
  /** Waiting for a fact, such as the pages; a later check will tell. */
  readonly pending: readonly string[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly covered: readonly CoveredContent[];
  readonly pages: PageCount | null;
  /** One for each of the header's exhibits; null where their files were not looked at. */
  readonly exhibits: readonly ExhibitInfo[] | null;
  /** The dates that the order, the case and the header set for this letter, earliest first. */
  readonly deadlines: readonly Deadline[];
}
