import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { applyEdit, edit, letter } from '../arbitraries/letters.ts';
import { property } from '../property.ts';
import { comparable, examine } from '../support/examine.ts';
import { spansHold } from '../support/spans.ts';

/** What must hold of the check of any text. */
export function checkHolds(text: string, pages = 12): void {
  const first = examine(text, { pages });
  assert.deepEqual(
    first.result.incomplete.filter(({ reason }) => reason.startsWith('the rule failed')),
    [],
  );
  assert.deepEqual(first.result.pending, []);
  spansHold(first);
  assert.deepEqual(comparable(examine(text, { pages }).result), comparable(first.result), 'twice the same');
}

export const checks = property({
  id: 'check',
  says: 'letters of all sorts: no rule throws, every span lies in the text, and a second check says the same',
  short: 400,
  round: 1_400,
  arbitrary: fc.tuple(letter, fc.integer({ min: 1, max: 20 })),
  holds: ([text, pages]) => checkHolds(text, pages),
});

/** A letter changed step by step and the same letter read at once are checked alike. */
export function editsHold(text: string, texts: readonly string[]): void {
  let previous = examine(text).letter;
  for (const next of texts) {
    const stepwise = examine(next, { previous });
    assert.deepEqual(
      comparable(stepwise.result),
      comparable(examine(next).result),
      'step by step as at once',
    );
    spansHold(stepwise);
    previous = stepwise.letter;
  }
}

export const edits = property({
  id: 'edits',
  says: 'letters and up to eight edits: what is checked step by step is what is checked at once',
  short: 60,
  round: 420,
  arbitrary: fc.tuple(letter, fc.array(edit, { minLength: 1, maxLength: 8 })),
  holds: ([text, changes]) => {
    const texts: string[] = [];
    for (const change of changes) texts.push(applyEdit(texts.at(-1) ?? text, change));
    editsHold(text, texts);
  },
});
