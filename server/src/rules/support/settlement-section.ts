import type { Letter } from '../../letter/letter.ts';

const TALKS =
  /settle|negotiat|offer|demand|proposal|counter|compromis|mediat|history|position|terms|discussion|exchange/i;
/** The title of the paper itself ("Settlement Conference Statement of …") says nothing of what stands below. */
const TITLE = /\bsettlement conference (?:statement|letter|brief|memorandum)\b|^\W*confidential\b/i;

/** Whether a place stands under a heading, at any depth, that speaks of the parties' talks. */
export function inSettlementSection({ sections }: Letter, at: number): boolean {
  return sections.some(
    (s) => s.headingSpan.start <= at && at < s.end && TALKS.test(s.heading) && !TITLE.test(s.heading),
  );
}
