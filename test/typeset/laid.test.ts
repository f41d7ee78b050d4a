import { beforeAll, expect, test } from 'vitest';
import type { Backend } from '../../server/src/host/typeset/backend.ts';
import { InProcessBackend } from '../../server/src/host/typeset/in-process.ts';
import { LetterTypesetter } from '../../server/src/host/typeset/letters.ts';
import { parseLetter } from '../../server/src/letter/letter.ts';
import { LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import { type Source, TypesetError } from '../../server/src/typeset/typesetter.ts';
import { versionsOf } from '../support/edits.ts';
import { generateLetter } from './generate.ts';
import { dist, prepareAssets, sourceOf } from './support.ts';

let engine: Backend;
beforeAll(() => {
  prepareAssets();
  engine = new InProcessBackend(dist);
});

/** A typesetter that tells what it asks of the engine, which may fail. */
function watched(failing: { draw: boolean } = { draw: false }) {
  const asked: string[] = [];
  const typesetter = new LetterTypesetter({
    typeset: (want, ask, open) => {
      asked.push(want);
      if (want === 'draw' && failing.draw) return Promise.reject(new TypesetError('It stopped.'));
      return engine.typeset(want, ask, open);
    },
    start: () => {},
    close: (letter) => engine.close(letter),
    dispose: async () => {},
  });
  return { typesetter, asked };
}

test('pages, count and places of a version that is looked at are of one compile', async () => {
  const { typesetter, asked } = watched();
  const source = sourceOf(generateLetter(1, 24));
  const drawing = typesetter.draw('a', source);
  const [{ layout, vector }, count, places] = await Promise.all([
    drawing,
    typesetter.count('a', source),
    typesetter.layout('a', source),
  ]);
  expect(asked).toEqual(['draw']);
  expect(places).toBe(layout);
  expect([vector.pages.length, count]).toEqual([layout.pages, layout.pages]);
  await typesetter.count('a', { ...source, format: STATEMENT });
  await typesetter.count('b', source);
  expect(asked).toEqual(['draw', 'count', 'count']);
  typesetter.close('a');
  await typesetter.layout('a', source);
  expect(asked.at(-1)).toBe('places');
});

test('pages that could not be drawn are counted all the same', async () => {
  const failing = { draw: true };
  const { typesetter, asked } = watched(failing);
  const source = sourceOf(generateLetter(2, 12));
  const drawing = typesetter.draw('a', source);
  const counting = typesetter.count('a', source);
  await expect(drawing).rejects.toThrow('It stopped.');
  const pages = await counting;
  expect(asked).toEqual(['draw', 'count']);
  failing.draw = false;
  expect((await typesetter.draw('a', source)).layout.pages).toBe(pages);
});

test('seen now and then, a letter has the pages of the whole through a long run of edits', async () => {
  const { typesetter } = watched();
  const { typesetter: whole } = watched();
  const header = '---\njudge: reznik\n---\n\n';
  let letter = parseLetter('');
  let n = 0;
  for (const version of versionsOf(`${header}${generateLetter(3, 12)}\n`, 3, 40, '\n')) {
    letter = parseLetter(version, letter);
    const source: Source = { chunks: letter.pieces.map(({ chunk }) => chunk), format: LETTER };
    // Looked at for a while, then for a while not.
    if (n++ % 10 < 5) typesetter.draw('a', source).catch(() => {});
    const pages = await typesetter.count('a', source);
    whole.close('a');
    const fresh = parseLetter(version).pieces.map(({ chunk }) => chunk);
    expect(pages).toBe(await whole.count('a', { chunks: fresh, format: LETTER }));
  }
  expect(n).toBeGreaterThan(30);
});
