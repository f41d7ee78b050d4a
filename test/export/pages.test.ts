import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutTool } from '../../server/src/export/pdf-bytes.ts';
import { countPages } from '../../server/src/host/pdf.ts';
import { createTypesetter } from '../../server/src/host/typeset/create.ts';
import { LETTER, STATEMENT } from '../../server/src/typeset/formats.ts';
import type { Typesetter } from '../../server/src/typeset/typesetter.ts';
import { generateLetter } from '../typeset/generate.ts';
import { dist, hasPoppler, pagesOf, prepareAssets, sourceOf } from '../typeset/support.ts';
import { exhibitFile } from './support.ts';

/** `EX_PARTE_LETTERS=1000 npx vitest run test/export/pages.test.ts` is the long run. */
const LETTERS = Number(process.env.EX_PARTE_LETTERS ?? 40);

let typesetter: Typesetter;
beforeAll(() => {
  prepareAssets();
  typesetter = createTypesetter({ dist, mode: 'in-process' });
});
afterAll(() => typesetter.dispose());

const pagesIn = async (pdf: Uint8Array): Promise<number> => {
  if (hasPoppler) return pagesOf(pdf);
  const count = await countPages(new Uint8Array(pdf));
  return 'pages' in count ? count.pages : 0;
};

test(
  `pages counted are pages of the PDF, in ${LETTERS} letters with and without exhibits`,
  async () => {
    const exhibits = [
      { label: 'Exhibit A', title: 'Log', pdf: exhibitFile('three-pages.pdf'), pages: 3 },
      { label: 'Exhibit B', title: '', pdf: exhibitFile('forty-pages.pdf'), pages: 40 },
    ];
    const meta = { title: 'Letter', date: '2024-05-01' };
    const wrong: string[] = [];
    for (let seed = 0; seed < LETTERS; seed++) {
      const source = sourceOf(generateLetter(40_000 + seed), seed % 2 ? STATEMENT : LETTER);
      const counted = await typesetter.count('a', source);
      const placed = exhibits.slice(0, 1 + (seed % 10 === 0 ? 1 : 0));
      const more = placed.reduce((sum, e) => sum + e.pages + 1, 0);
      const alone = await pagesIn(await typesetter.pdf('a', source, { ...meta, archival: true }));
      const whole = await pagesIn(
        withoutTool(await typesetter.pdf('a', source, { ...meta, exhibits: placed })),
      );
      if (alone !== counted || whole !== counted + more)
        wrong.push(`${seed}: ${counted}, ${alone}, ${whole}`);
    }
    expect(wrong).toEqual([]);
  },
  120_000 + LETTERS * 1_500,
);
