import { EngineError } from './engine.ts';

/** How many numbers follow each command. */
const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/**
 * Turns path data with absolute commands into the same with relative ones, so that outlines of glyphs can be
 * strung together into one path by moving to where each begins.
 * @throws EngineError at a command that no outline has
 */
export function relativeOutline(d: string): string {
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  let out = '';
  const tokens = d.split(/[\s,]+/).filter((token) => token !== '');
  for (let i = 0; i < tokens.length; ) {
    const command = tokens[i++] ?? '';
    const count = NUMBERS[command];
    if (count === undefined) throw new EngineError(`an outline holds ${command.slice(0, 20)}`);
    const numbers = tokens.slice(i, i + count).map(Number);
    i += count;
    if (numbers.length < count || numbers.some((n) => !Number.isFinite(n))) {
      throw new EngineError('an outline holds no numbers');
    }
    if (command === 'Z') {
      out += 'z';
      [x, y] = [startX, startY];
      continue;
    }
    out += command.toLowerCase() + numbers.map((n, k) => round(n - (k % 2 === 0 ? x : y))).join(' ');
    [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y];
    if (command === 'M') [startX, startY] = [x, y];
  }
  return out;
}

/** Outlines are in units of the font, of which there are a thousand or two in an em. */
const round = (n: number): number => Math.round(n * 100) / 100;
