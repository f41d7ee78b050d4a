import { beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../../server/src/host/typeset/backend.ts';
import { InProcessBackend } from '../../server/src/host/typeset/in-process.ts';
import { LetterTypesetter } from '../../server/src/host/typeset/letters.ts';
import { type Letter, parseLetter } from '../../server/src/letter/letter.ts';
import { LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import type { Format } from '../../server/src/typeset/typesetter.ts';
import { versionsOf } from '../support/edits.ts';
import { generateLetter } from './generate.ts';
import { dist, prepareAssets } from './support.ts';

const HEADER = '---\njudge: reznik\ndated: 2024-05-17\n---\n\n';
const FORMATS: readonly Format[] = [LETTER, STATEMENT, { ...LETTER, size: 13, margin: 1.25 }];

/** Tells what a typesetter asks its engine for. */
function watched(backend: Backend): { backend: Backend; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    backend: {
      typeset: (want, ask, open) => {
        asked.push(want);
        return backend.typeset(want, ask, open);
      },
      start: () => backend.start(),
      close: (letter) => backend.close(letter),
      dispose: () => backend.dispose(),
    },
  };
}

describe.each(['native', 'wasm'] as const)('pages counted at each key with the %s engine', (engine) => {
  let engineOf: Backend;
  beforeAll(() => {
    prepareAssets();
    engineOf = new InProcessBackend(dist, engine);
  });

  test('are those of the whole letter, through long runs of edits', async () => {
    const { backend, asked } = watched(engineOf);
    const stepwise = new LetterTypesetter(backend);
    const whole = new LetterTypesetter(engineOf);
    // Both engines lay out alike, and the WebAssembly one takes ten times as long.
    const [letters, edits] = engine === 'native' ? [3, 25] : [1, 12];
    let versions = 0;
    for (let seed = 0; seed < letters; seed++) {
      const format = FORMATS[seed % FORMATS.length] ?? LETTER;
      let letter: Letter | undefined;
      const text = `${HEADER}${generateLetter(seed, 24)}\n`;
      for (const version of versionsOf(text, seed, edits, seed % 3 === 2 ? '\r\n' : '\n')) {
        letter = parseLetter(version, letter);
        const source = { chunks: letter.pieces.map(({ chunk }) => chunk), format };
        const pages = await stepwise.count(`${seed}`, source);
        whole.close('whole');
        const fresh = parseLetter(version).pieces.map(({ chunk }) => chunk);
        // With all its words, as they are drawn and printed.
        const { pages: expected } = await whole.layout('whole', { chunks: fresh, format });
        if (pages !== expected) {
          throw new Error(`letter ${seed}: ${pages} pages, not ${expected}, of ${JSON.stringify(version)}`);
        }
        versions++;
      }
    }
    // Else this test would show nothing of what it is for.
    expect(asked.filter((want) => want === 'count').length).toBeLessThan((versions * 2) / 3);
  }, 240_000);
});
