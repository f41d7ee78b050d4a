import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../../server/src/check/result.ts';
import type { Fix } from '../../../server/src/rules/support/rule.ts';
import { applyFix } from '../../support/check.ts';
import { letter } from '../arbitraries/letters.ts';
import { property } from '../property.ts';
import { type Examined, examine } from '../support/examine.ts';

/** Fixes after which another order, or more of the header, holds: what is found then is another matter. */
const OPENS_MORE = new Set(['header', 'unknown-judge']);

const UNREADABLE = /cannot be read|stands twice|to be read|refers to itself|with a tab/;

/** Blanks are what an inserted section is for: they stand in the text that the fix put in. */
const isBlank = (finding: Finding): boolean => finding.rule === 'placeholder';

/** Pages are made up here, and the place where the first too many begins is none in a letter without a word. */
const isCount = (finding: Finding): boolean => finding.rule === 'page-limit';

/** A comment that covers contents and stands below no heading takes in whatever is written next. */
const COVERS = /<!--\s*covers/i;

/** Lines are made headings: what stands above the first, and below each, is read as something else from then on. */
const makesHeadings = (fix: Fix): boolean => fix.edits.every(({ text }) => /^(?:#{1,6} |\*\*)$/.test(text));

const same = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule &&
  a.content === b.content &&
  // A section that is missing is told with the line that reads like its heading, wherever there is one by now; that
  // the letter is filed, by a line or by a sentence, as it stands at the margin or in the text.
  (a.rule === 'missing-section' || a.rule === 'filing' || isDeepStrictEqual(wordsOf(a), wordsOf(b)));

/** A message without what moves along with the text. */
const wordsOf = ({ message, rule }: Finding): string =>
  // A comment is asked for its reason with the rules that it names, one of which the fix may have corrected.
  rule === 'suppression' && message.startsWith('Say why')
    ? 'Say why'
    : message.replace(/\bline \d+/gi, 'line');

const count = (all: readonly Finding[], one: Finding): number => all.filter((f) => same(f, one)).length;

/** A fix does what it says: its finding goes, and nothing at warning or above comes. */
export function fixHolds(before: Examined, finding: Finding, fix: Fix): void {
  const { header, body } = before.letter;
  // Where the header ends is not certain before it is closed; what it is given shows only once it can be read.
  if (header.state === 'open' && finding.rule !== 'header') return;
  const broken = header.state !== 'closed' || header.issues.some((issue) => UNREADABLE.test(issue.message));
  if (broken && fix.edits.some((e) => e.span.start < body.start)) return;
  // Nested too deep to be read as Markdown: the check says that it is not whole, and where.
  if (before.letter.pieces.some(({ chunk }) => chunk.verbatim)) return;
  const text = applyFix(before.letter.text, fix);
  const after = examine(text).result.findings;
  const all = before.result.findings;
  assert(
    count(after, finding) < count(all, finding),
    `“${fix.title}” leaves: ${finding.rule}: ${finding.message}`,
  );
  if (OPENS_MORE.has(finding.rule) || makesHeadings(fix) || COVERS.test(text)) return;
  for (const found of after) {
    if (found.severity === 'information' || isBlank(found) || isCount(found)) continue;
    assert(
      count(after, found) <= count(all, found),
      `“${fix.title}” (${finding.rule}) brings: ${found.rule}: ${found.message}`,
    );
  }
}

export function fixesHold(text: string): void {
  const examined = examine(text);
  for (const finding of examined.result.findings) {
    for (const fix of finding.fixes ?? []) fixHolds(examined, finding, fix);
  }
}

export const fixes = property({
  id: 'fixes',
  says: 'every fix of every finding: it applies, its finding goes, and no new one comes',
  short: 100,
  round: 420,
  arbitrary: letter,
  holds: fixesHold,
});
