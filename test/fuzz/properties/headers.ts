import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findFrontmatter, isLetter } from '../../../server/src/letter/frontmatter.ts';
import { readHeader } from '../../../server/src/letter/header.ts';
import { header } from '../arbitraries/headers.ts';
import { jumble } from '../arbitraries/texts.ts';
import { property } from '../property.ts';

/** What must hold of the header of any text. */
export function headerHolds(text: string): void {
  const found = findFrontmatter(text);
  const read = readHeader(text, found);
  for (const { message, span } of read.issues) {
    assert(0 <= span.start && span.start <= span.end && span.end <= text.length, message);
    assert.match(message, /[.?]$/);
  }
  if (found.state === 'closed' && isLetter(text) && read.values.judge === undefined) {
    assert(read.issues.length > 0, 'a letter without a judge says so');
  }
  for (const key of Object.keys(read.values)) {
    const at = read.valueSpan([key]) ?? read.keySpan([key]);
    assert(!at || (at.start <= at.end && at.end <= text.length), key);
  }
}

export const headers = property({
  id: 'header',
  says: 'headers valid and broken: each is read, and whatever is wrong is told in words where it stands',
  short: 1_000,
  round: 6_000,
  arbitrary: fc.oneof(
    { arbitrary: header, weight: 8 },
    { arbitrary: jumble.map((s) => `---\n${s}`), weight: 1 },
  ),
  holds: headerHolds,
});
