import { describe, expect, test } from 'vitest';
import { PageCounter } from '../../server/src/host/typeset/page-counter.ts';
import { type EncodedPiece, encode } from '../../server/src/typeset/encode.ts';
import { encodeFormat, LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import { TypesetError } from '../../server/src/typeset/typesetter.ts';
import { chunksOf } from './support.ts';

const F = encodeFormat(LETTER);
const G = encodeFormat(STATEMENT);

const piecesOf = (markdown: string): readonly EncodedPiece[] => encode(chunksOf(markdown)).pieces;

/** An engine to which each mark stands as many lines down as `line` says. */
function engine(line: (blocks: string, mark: number) => number = () => 1) {
  const asked: string[] = [];
  return {
    asked,
    open: () => true,
    whole: async () => asked.push('whole'),
    gauge: async (blocks: string) => {
      asked.push('gauge');
      return [...blocks.matchAll(/\["m",(\d+)\]/g)].map(
        ([, n]) => [Number(n), line(blocks, Number(n)) * 13.788] as const,
      );
    },
  };
}

describe('pages are counted', () => {
  test('of the whole letter first, and then by the words that changed', async () => {
    const counter = new PageCounter();
    const e = engine();
    await counter.count('a', piecesOf('One.\n\nTwo.'), F, e);
    await counter.count('a', piecesOf('One.\n\nTwos.'), F, e);
    expect(e.asked.splice(0)).toEqual(['whole']);
    await counter.count('a', piecesOf(`One.\n\nTwos${' and more'.repeat(20)}.`), F, e);
    expect(e.asked).toEqual(['whole']);
  });

  // Of another script, so that only the engine knows how wide it is.
  test('by the blocks that changed, where words do not tell', async () => {
    const counter = new PageCounter();
    const e = engine();
    await counter.count('a', piecesOf('One.\n\nTwo ж.'), F, e);
    await counter.count('a', piecesOf('One.\n\nTwos ж.'), F, e);
    expect(e.asked).toEqual(['whole', 'gauge']);
  });

  test('of the whole letter where a block has other lines, another kind, or another format', async () => {
    const counter = new PageCounter();
    const e = engine((blocks, mark) => (blocks.includes('long') ? mark ** 2 : 1));
    await counter.count('a', piecesOf('One ж.'), F, e);
    await counter.count('a', piecesOf('One, long ж.'), F, e);
    expect(e.asked.splice(0)).toEqual(['whole', 'gauge', 'whole']);
    await counter.count('a', piecesOf('# One, long ж.'), F, e);
    await counter.count('a', piecesOf('# One, long ж.'), G, e);
    expect(e.asked).toEqual(['whole', 'whole']);
  });

  test('of the whole letter where lines do not tell: an empty line, a mark that is lost', async () => {
    const counter = new PageCounter();
    const e = engine();
    await counter.count('a', piecesOf('One.\n\nA\\\n\\\nB'), F, e);
    await counter.count('a', piecesOf('One.\n\nA\\\n\\\nBs'), F, e);
    expect(e.asked.splice(0)).toEqual(['whole', 'whole']);
    await counter.count('a', piecesOf('One.\n\nTwo ж.'), F, e);
    await counter.count('a', piecesOf('One.\n\nTwos ж.'), F, { ...e, gauge: async () => [] });
    expect(e.asked).toEqual(['whole', 'whole']);
  });

  test('of the whole letter now and then, so that the engine goes on remembering it', async () => {
    const counter = new PageCounter();
    const e = engine();
    for (let i = 0; i < 500; i++) await counter.count('a', piecesOf(`One ж ${i}.`), F, e);
    expect(e.asked.filter((want) => want === 'whole').length).toBe(3);
  });

  test('by what is known of a block in the very format, where a letter is set in two by turns', async () => {
    const counter = new PageCounter();
    const [one, other] = [piecesOf('One ж.'), piecesOf('One, other ж.')];
    const tall = engine((blocks, mark) => (blocks.includes('other') ? mark ** 2 : 1));
    const flat = engine();
    for (const pieces of [one, other, one, other]) {
      await counter.count('a', pieces, F, tall);
      await counter.count('a tight', pieces, G, flat);
    }
    // In one format the two are not of one height, each time; in the other they are. Each is looked at once.
    expect(tall.asked).toEqual(['whole', 'gauge', 'whole', 'whole', 'whole']);
    expect(flat.asked).toEqual(['whole', 'gauge']);
  });

  test('anew after the engine failed to say, and a failure of the whole is told', async () => {
    const counter = new PageCounter();
    const e = engine();
    await counter.count('a', piecesOf('One ж.'), F, e);
    const broken = { ...e, gauge: () => Promise.reject(new TypesetError('gone')) };
    await counter.count('a', piecesOf('Ones ж.'), F, broken);
    expect(e.asked.splice(0)).toEqual(['whole', 'whole']);
    const dead = { ...broken, whole: () => Promise.reject(new TypesetError('gone')) };
    await expect(counter.count('a', piecesOf('Onest ж.'), F, dead)).rejects.toThrow('gone');
    counter.close('a');
    await counter.count('a', piecesOf('Onest.'), F, e);
    expect(e.asked).toEqual(['whole']);
  });
});
