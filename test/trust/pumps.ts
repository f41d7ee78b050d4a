// Texts made to hang a regular expression: something that it can match many times over, and at the end
// something that it cannot match.

const CHARACTERS = [...' \t\n0aA.,;:!-_~`\'"/\\$#*+([<{'];
/** What no pattern goes on with. */
const STOPS = ['', '\0', '\0 ', '\n\0'];
/** Openings that are closed by something far away. */
const OPENINGS = ['<!--', '[^', '](', '**', '~~~', ':::', '${1:', 'a@', ', ', '\r\n', 'A.', '1/', '-\n'];

/** The words and signs that a pattern spells out. */
function spelled(source: string): string[] {
  const plain = source
    .replace(/\\[bBwWsSdDpP](?:\{[^}]*\})?/g, ' ')
    .replace(/\\u[\da-f]{4}|\(\?<?[=!:]|\(\?<\w+>|\{\d*,?\d*\}/gi, ' ')
    .replace(/\\(.)/g, '$1');
  return [...new Set(plain.match(/[a-z]{2,}/gi) ?? [])];
}

/** What is repeated, for any pattern and for this one. */
export function seeds(source = ''): string[] {
  const words = spelled(source).slice(0, 12);
  return [...CHARACTERS, ...OPENINGS, ...words, ...words.map((w) => `${w} `), ...words.map((w) => `${w}\0`)];
}

/** A seed as often as fills `length` characters, and the ends at which a pattern fails. */
export function pumps(seed: string, length: number): string[] {
  const long = seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
  return STOPS.flatMap((stop) => [`\0${long}${stop}`, `${long}${stop}`]);
}
