import type { CodeLens } from 'vscode-languageserver-types';
import type { CheckResult } from '../check/result.ts';
import type { Letter } from '../letter/letter.ts';
import type { Section } from '../letter/sections.ts';
import type { Matter } from '../order/matter.ts';
import type { Submission } from '../order/order.ts';
import { contentEnd } from '../rules/support/coverage.ts';
import { toRange } from './convert.ts';
import { type CoveringSection, paragraphsOf, shownSections, wantingOf } from './coverage-words.ts';
import { type BlockPlaces, pagesInWords, pagesUsed } from './section-pages.ts';

/**
 * Over each section: the paragraphs that it covers, its pages, and whether something is wanting.
 * @param places of the very text that was checked; null where it could not be typeset
 */
export function codeLenses(
  letter: Letter,
  { submission }: Matter,
  result: CheckResult,
  places: BlockPlaces | null,
): CodeLens[] {
  if (!submission || submission.contents.length === 0) return [];
  const sections = shownSections(letter, submission);
  return sections.flatMap((shown) => {
    const { section, contents } = shown;
    if (contents.length === 0 && within(section, sections)) return [];
    const parts = [
      contents.length > 0 ? paragraphsOf(contents) : 'not asked for by the order',
      pagesOf(letter, submission, section, places),
      wanting(shown, result),
    ];
    return [
      {
        range: toRange(letter, section.headingSpan),
        command: { title: parts.filter(Boolean).join(' · '), command: '' },
      },
    ];
  });
}

/** Subsections of what the order asks for are part of the answer: only their parent is told about. */
const within = (inner: Section, all: readonly CoveringSection[]): boolean =>
  all.some(
    ({ section, contents }) =>
      contents.length > 0 &&
      section.headingSpan.start < inner.headingSpan.start &&
      inner.headingSpan.start < section.end,
  );

function pagesOf(
  letter: Letter,
  submission: Submission,
  section: Section,
  places: BlockPlaces | null,
): string {
  if (!places) return 'pages not counted';
  const used = pagesUsed(places, section.headingSpan.start, contentEnd(letter, submission, section));
  return used ? pagesInWords(used) : '';
}

function wanting({ contents }: CoveringSection, result: CheckResult): string {
  const rules = contents.flatMap((c) => wantingOf(result, c)).map((f) => f.rule);
  if (rules.includes('empty-section')) return 'empty';
  return rules.length > 0 ? 'something is still wanting' : '';
}
