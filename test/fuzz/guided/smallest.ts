/**
 * A text made as small as it becomes by cutting parts out, halves first, for as long as it still fails so.
 * @param tries how many texts are tried at most
 */
export function smallest(text: string, fails: (text: string) => boolean, tries: number): string {
  let best = text;
  let left = tries;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < best.length && left > 0; ) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      left--;
      if (fails(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
