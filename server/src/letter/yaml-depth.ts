/** How many of a YAML text's brackets are open at once, at most; those in quotes count too, for they are closed again. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const { 0: mark } of text.matchAll(/[[\]{}]/g)) {
    if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++depth);
    else depth = Math.max(0, depth - 1);
  }
  return deepest;
}
