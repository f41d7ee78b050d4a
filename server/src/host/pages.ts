import { plotOf } from '../chart/plot.ts';
import type { Letter } from '../letter/letter.ts';
import type { Matter } from '../order/matter.ts';
import type { Fact, Pages } from '../rules/support/rule.ts';
import { withChart } from '../typeset/charts.ts';
import { describeFormat, FORMATS, USUAL_FORMATS } from '../typeset/formats.ts';
import { type Source, TypesetError, type Typesetter } from '../typeset/typesetter.ts';

/**
 * Typesets a letter as far as its check needs: the count, and only for a letter over its limit the word at
 * which the first page too many begins and the count in the usual format that takes the fewest pages.
 * Rejects with an AbortError when superseded; a failure of the typesetter is a fact, not an exception.
 */
export async function gatherPages(
  typesetter: Typesetter,
  id: string,
  letter: Letter,
  matter: Matter,
  signal?: AbortSignal,
): Promise<Fact<Pages>> {
  const { format, pageLimit } = matter;
  const source = sourceOf(letter, matter);
  try {
    const count = await typesetter.count(id, source, signal);
    if (!pageLimit || count <= pageLimit.max) {
      typesetter.close(tightId(id));
      return { state: 'known', value: { count, over: null, fewest: null } };
    }
    const over = await typesetter.pageStart(id, source, pageLimit.max + 1, signal);
    let fewest: Pages['fewest'] = null;
    const [tightest] = USUAL_FORMATS;
    if (format.asked === 'usual' && tightest && tightest.spacing < source.format.spacing) {
      // It stays open, so that at the next key only what changed is looked at in this format too.
      const tight = await typesetter.count(tightId(id), { ...source, format: tightest }, signal);
      fewest = { pages: tight, format: describeFormat(tightest, format.name) };
    } else if (format.asked === 'usual') {
      fewest = { pages: count, format: describeFormat(source.format, format.name) };
    }
    return { state: 'known', value: { count, over, fewest } };
  } catch (error) {
    if (error instanceof TypesetError) return { state: 'failed', reason: error.reason };
    throw error;
  }
}

/** Names the letter as set in the tightest of the usual formats. */
const tightId = (id: string): string => `${id} tight`;

/** Forgets a letter that `gatherPages` was asked about. */
export function closePages(typesetter: Typesetter, id: string): void {
  typesetter.close(id);
  typesetter.close(tightId(id));
}

/** What is typeset of a letter, in the format that holds for it. */
export function sourceOf(letter: Letter, { format }: Matter): Source {
  return {
    chunks: letter.pieces.map((p) => withChart(p.chunk, () => plotOf(letter.header.values))),
    format: { ...FORMATS[format.name], ...format.layout },
  };
}
