/** A stream of numbers in [0, 1) that the seed decides. */
export function random(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TYPED = 'etaoin shrdlu .,;:()$50-—\'"é§'.split('');
const MARKS = [
  '\n',
  '\n\n',
  '> ',
  '# ',
  '- ',
  '*',
  '**',
  '|',
  '`',
  '[^1]',
  '[',
  '\\\n',
  '  \n',
  '    ',
  '---\n\n',
];

/**
 * The versions that a letter goes through while someone writes: letters typed and taken back, runs of words, marks of
 * Markdown, cuts, pastes of other parts of it, undone edits, the header's lines.
 * @param lines what lines end with, where the writer presses Enter
 */
export function* versionsOf(text: string, seed: number, edits: number, lines = '\n'): Generator<string> {
  const next = random(seed);
  const int = (below: number): number => Math.floor(next() * below);
  const of = (list: readonly string[]): string => (list[int(list.length)] ?? '').replaceAll('\n', lines);
  const body = Math.max(0, text.indexOf(`${lines}---`, 3));
  let now = text.replaceAll(/\r?\n/g, lines);
  const past: string[] = [];
  let caret = body + int(now.length - body);
  for (let i = 0; i < edits; i++) {
    const dice = next();
    const before = now;
    if (dice < 0.25) caret = int(now.length);
    const put = (what: string, cut = 0): void => {
      now = now.slice(0, caret) + what + now.slice(caret + cut);
      caret += what.length;
    };
    if (dice < 0.55) put(of(TYPED));
    else if (dice < 0.68) {
      caret = Math.max(0, caret - 1 - int(3));
      put('', 1 + int(3));
    } else if (dice < 0.78) put(of(MARKS));
    else if (dice < 0.84) put('', int(60));
    else if (dice < 0.9) {
      const from = int(now.length);
      put(now.slice(from, from + int(300)));
    } else if (dice < 0.93) {
      caret = Math.min(now.length, now.indexOf('\n') + 1 + int(40));
      put(of(TYPED));
    } else now = past.at(-1 - int(8)) ?? now;
    caret = Math.min(caret, now.length);
    if (now === before) continue;
    past.push(before);
    yield now;
  }
}
