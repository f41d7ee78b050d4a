import { depthOf } from '../letter/yaml-depth.ts';

/** Characters, or a file’s bytes. Real orders have a tenth; the parser takes a second for as many. */
export const LARGEST = 250_000;
export const TOO_LARGE = 'it is too large to be an order';

/** Brackets in brackets; orders need a handful, and the parser takes a second for a hundred lists as keys of lists. */
const DEEPEST = 50;

/** Why a text is not even to be read as YAML, as a sentence's end; undefined where it may be. */
export function noOrder(text: string): string | undefined {
  if (text.length > LARGEST) return TOO_LARGE;
  return depthOf(text) > DEEPEST ? 'it is nested too deep to be an order' : undefined;
}
