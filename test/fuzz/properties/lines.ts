import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { findFrontmatter, isLetter } from '../../../server/src/letter/frontmatter.ts';
import { LineIndex } from '../../../server/src/letter/lines.ts';
import { resplitBody, splitBody } from '../../../server/src/letter/split.ts';
import { fragment, strange } from '../arbitraries/texts.ts';
import { property } from '../property.ts';

const text = fc
  .array(fc.oneof({ arbitrary: fragment, weight: 5 }, { arbitrary: strange, weight: 1 }), { maxLength: 20 })
  .map((parts) => parts.join(''));
const place = fc.double({ min: 0, max: 1, noNaN: true });

export const lines = property({
  id: 'lines',
  says: 'texts and an edit: offsets and lines convert both ways, and what is cut anew after the edit is what is cut at once',
  short: 1_500,
  round: 18_000,
  arbitrary: fc.tuple(text, text, place, fc.nat(12)),
  holds: ([before, put, at, cut]) => {
    const start = Math.floor(at * before.length);
    const after = before.slice(0, start) + put + before.slice(start + cut);
    const index = new LineIndex(after);
    const place = Math.floor(at * after.length);
    const position = index.position(place);
    assert(position.line < index.count && index.lineOf(place) === position.line);
    // Between CR and LF there is no place of its own.
    const within = after[place - 1] === '\r' && after[place] === '\n';
    if (!within) assert.equal(index.offset(position), place);
    const found = findFrontmatter(after);
    assert(found.body >= 0 && found.body <= after.length);
    if (isLetter(after)) assert.notEqual(found.state, 'absent');
    const runs = splitBody(before, 0);
    const { kept, changed, rest, by } = resplitBody(after, before, runs);
    const moved = runs.slice(rest).map((r) => ({ start: r.start + by, end: r.end + by }));
    const again = [...runs.slice(0, kept), ...changed, ...moved];
    assert.deepEqual(again, splitBody(after, 0));
    let end = 0;
    for (const run of again) {
      assert.equal(run.start, end);
      end = run.end;
    }
    assert.equal(end, after.length, 'the runs are the whole text');
  },
});
