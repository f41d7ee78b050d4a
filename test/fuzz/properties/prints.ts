import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createTypesetter } from '../../../server/src/host/typeset/create.ts';
import { parseLetter } from '../../../server/src/letter/letter.ts';
import { LETTER, STATEMENT } from '../../../server/src/typeset/formats.ts';
import type { Format, Typesetter } from '../../../server/src/typeset/typesetter.ts';
import { versionsOf } from '../../support/edits.ts';
import { generateLetter } from '../../typeset/generate.ts';
import { printed, words } from '../../typeset/printed.ts';
import { dist, hasPoppler, prepareAssets } from '../../typeset/support.ts';
import { line, structure } from '../arbitraries/prints.ts';
import { property } from '../property.ts';

let engine: Typesetter | undefined;

function typesetter(): Typesetter {
  if (!engine) {
    prepareAssets();
    engine = createTypesetter({ dist, mode: 'in-process' });
  }
  return engine;
}

/** Characters and how often each stands there, without the marks and numbers that lists and notes print. */
function tally(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const c of text.replace(/[•‣–◦\d.]/g, '')) counts.set(c, (counts.get(c) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n\n'));

/** Poppler reads it back: without it nothing can be said. */
export const prints = property({
  id: 'prints',
  says: 'paragraphs of any characters, and lists, notes, tables and quotations: what is read back out of the PDF is what was written',
  short: hasPoppler ? 60 : 0,
  round: hasPoppler ? 100 : 0,
  arbitrary: fc.oneof(
    lines.map((markdown) => ({ markdown, inOrder: true })),
    // Notes stand at the foot of the page and cells beside one another: each word once, wherever it stands.
    structure.map((markdown) => ({ markdown, inOrder: false })),
  ),
  holds: async ({ markdown, inOrder }) => {
    const { text, chunks } = await printed(typesetter(), markdown);
    if (inOrder) assert.equal(text, words(chunks));
    else assert.deepEqual(tally(text), tally(words(chunks)));
  },
});

const FORMATS: readonly Format[] = [LETTER, STATEMENT, { ...LETTER, size: 13, margin: 1.25 }];

export const counts = property({
  id: 'counts',
  says: 'letters that someone goes on writing: the pages told after each change are those of the whole letter set at once',
  short: 4,
  round: 15,
  arbitrary: fc.record({
    letter: fc.integer({ min: 0, max: 1e9 }),
    edits: fc.integer({ min: 1, max: 12 }),
    format: fc.constantFrom(...FORMATS),
    ends: fc.constantFrom('\n', '\r\n'),
  }),
  // The seed of a smaller letter is no smaller.
  asFound: true,
  holds: async ({ letter, edits, format, ends }) => {
    const engine = typesetter();
    const text = `---\njudge: reznik\n---\n\n${generateLetter(letter, 24)}\n`;
    let before: ReturnType<typeof parseLetter> | undefined;
    try {
      for (const version of versionsOf(text, letter, edits, ends)) {
        before = parseLetter(version, before);
        const told = await engine.count('stepwise', { chunks: before.pieces.map((p) => p.chunk), format });
        engine.close('whole');
        const fresh = { chunks: parseLetter(version).pieces.map((p) => p.chunk), format };
        const { pages } = await engine.layout('whole', fresh);
        assert.equal(told, pages, `pages of ${JSON.stringify(version)}`);
      }
    } finally {
      engine.close('stepwise');
      engine.close('whole');
    }
  },
});
