import type { CheckResult, Finding } from '../check/result.ts';
import type { Letter } from '../letter/letter.ts';
import { BOLD_LINE, type Section } from '../letter/sections.ts';
import { cite } from '../order/cite.ts';
import type { Content, Submission } from '../order/order.ts';
import { coverage } from '../rules/support/coverage.ts';

/** A section with the contents of the order that it covers, or covers a part of. */
export interface CoveringSection {
  readonly section: Section;
  readonly contents: readonly Content[];
}

/**
 * The sections that the writer takes for sections: Markdown headings, and of the bold lines and run-ins those
 * that cover something, since bold words are mostly but emphasis.
 */
export function shownSections(letter: Letter, submission: Submission | undefined): CoveringSection[] {
  const covered = submission ? coverage(letter, submission) : [];
  return letter.sections.flatMap((section) => {
    const contents = covered.filter((c) => c.sections.includes(section)).map((c) => c.content);
    return section.level < BOLD_LINE || contents.length > 0 ? [{ section, contents }] : [];
  });
}

/** `¶ 2(1), ¶ 2(3)`; a paragraph is named once. */
export const paragraphsOf = (contents: readonly Content[]): string =>
  [...new Set(contents.map((c) => cite(c.paragraph)))].join(', ');

/** What is still wanting of a content, by the findings about it that are not silenced. */
export const wantingOf = (result: CheckResult, content: Content): readonly Finding[] =>
  result.findings.filter((f) => f.content === content.id);
