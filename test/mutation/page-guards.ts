import type { Guard } from './guards.ts';

const RULER = 'server/src/typeset/ruler';
const STAND_IN = 'test/typeset/stand-in.test.ts';

/** What keeps pages exact though not every key has the engine set every word. */
export const pageGuards: readonly Guard[] = [
  {
    id: 'other-lines',
    keeps: 'a count from standing though a line came or went',
    file: 'server/src/host/typeset/page-counter.ts',
    from: 'gone.length === 0 && come.length === 0',
    to: 'gone.length === come.length',
    test: ['test/typeset/page-counter.test.ts', 'by the words that changed'],
  },
  {
    id: 'unknown-width',
    keeps: 'a character of unknown width from being taken for none',
    file: `${RULER}/lines.ts`,
    from: 'if (Number.isNaN(own)) return null;',
    to: 'if (Number.isNaN(own)) continue;',
    test: [STAND_IN, 'in two scripts'],
  },
  {
    id: 'other-font',
    keeps: 'lines in one font from being told by the widths of another',
    file: `${RULER}/stand-in.ts`,
    from: 'if (measures.fonts[0] !== FAMILY)',
    to: 'if (!measures.fonts.includes(FAMILY))',
    test: [STAND_IN, 'another font is set'],
  },
  {
    id: 'unknown-break',
    keeps: 'a line from being told where only the engine knows whether it ends',
    file: `${RULER}/lines.ts`,
    from: 'if (found === UNKNOWN && word.perhaps > word.width)',
    to: 'if (found === CERTAIN && word.perhaps > word.width)',
    test: [STAND_IN, 'fills the same lines'],
  },
  {
    id: 'link-break',
    keeps: 'a link from being broken as words are',
    file: `${RULER}/lines.ts`,
    from: 'if (LINK.test(text)) return null;',
    to: '',
    test: [STAND_IN, 'left to the engine: a link'],
  },
];
