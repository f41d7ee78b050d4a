import { CHARACTERS } from './advances-table.ts';

/** Whether a line may end between two characters: never, for certain, or only the engine knows. */
type Break = 'never' | 'certain' | 'unknown';

const LETTERS = /[A-Za-zÀ-ÖØ-öø-ÿ&*@=_~`^<>#§¶©®]/;

/** The classes of UAX #14 that letters' texts are mostly made of; any other character's is unknown. */
type Class =
  | 'letter' // AL
  | 'digit' // NU
  | 'open' // OP
  | 'close' // CP
  | 'quote' // QU: on either side of a word
  | 'opening quote' // QU, Pi
  | 'closing quote' // QU, Pf
  | 'stop' // IS
  | 'exclamation' // EX
  | 'dollar' // PR
  | 'percent' // PO
  | 'hyphen' // HY
  | 'en dash' // BA
  | 'em dash' // B2
  | 'slash' // SY
  | 'ellipsis'; // IN

const MARKS: Readonly<Record<string, Class>> = {
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '"': 'quote',
  "'": 'quote',
  '“': 'opening quote',
  '‘': 'opening quote',
  '”': 'closing quote',
  '’': 'closing quote',
  '.': 'stop',
  ',': 'stop',
  ';': 'stop',
  ':': 'stop',
  '!': 'exclamation',
  '?': 'exclamation',
  $: 'dollar',
  '%': 'percent',
  '-': 'hyphen',
  '–': 'en dash',
  '—': 'em dash',
  '/': 'slash',
  '…': 'ellipsis',
};

const classOf = (char: string): Class | undefined =>
  MARKS[char] ?? (LETTERS.test(char) ? 'letter' : /\d/.test(char) ? 'digit' : undefined);

const isWord = (c: Class | undefined): boolean => c === 'letter' || c === 'digit';

/** Classes before which no line ends, whatever stands there without a space (LB 13, 19, 21, 22). */
const FOLLOWS: ReadonlySet<Class> = new Set<Class>([
  'close',
  'quote',
  'opening quote',
  'closing quote',
  'stop',
  'exclamation',
  'hyphen',
  'en dash',
  'slash',
  'ellipsis',
]);

/** Classes behind which no line ends before a word (LB 14, 19, 25, 28 to 30). */
const LEADS: ReadonlySet<Class> = new Set<Class>([
  'open',
  'close',
  'quote',
  'opening quote',
  'closing quote',
  'stop',
  'dollar',
  'letter',
  'digit',
]);

/**
 * Between two neighbours without a space, after UAX #14 (Unicode 15 and 16 alike) and what the engine makes of it.
 * @param joins whether a letter or a digit stands before the first: a hyphen that begins a word is another matter
 */
function withinWord(first: Class, next: Class, joins: boolean): Break {
  if (FOLLOWS.has(next)) return 'never';
  if (next === 'em dash') return isWord(first) ? 'certain' : 'unknown';
  if (next === 'open') return isWord(first) || first === 'open' ? 'never' : 'unknown';
  if (next === 'percent') return first === 'digit' ? 'never' : 'unknown';
  if (next === 'dollar') return first === 'open' || first.endsWith('quote') ? 'never' : 'unknown';
  if (LEADS.has(first)) return 'never';
  if (first === 'em dash') return 'certain';
  // Before a number the rules for hyphens have changed over the years.
  if (first === 'hyphen') return joins && next === 'letter' ? 'certain' : 'unknown';
  if (first === 'en dash') return joins ? 'certain' : 'unknown';
  return 'unknown';
}

const BEFORE_SPACE: ReadonlySet<Class> = new Set<Class>([
  'letter',
  'digit',
  'close',
  'quote',
  'closing quote',
  'stop',
  'exclamation',
  'percent',
  'hyphen',
  'en dash',
  'em dash',
]);

const BEHIND_SPACE: ReadonlySet<Class> = new Set<Class>(['letter', 'digit', 'dollar']);
/** What begins or joins words; behind a quotation mark only the engine knows. */
const BEHIND_PLAIN: ReadonlySet<Class> = new Set<Class>([
  'open',
  'quote',
  'opening quote',
  'en dash',
  'em dash',
]);

function atSpace(first: Class, next: Class): Break {
  if (!BEFORE_SPACE.has(first)) return 'unknown';
  if (BEHIND_SPACE.has(next)) return 'certain';
  const plain = !first.endsWith('quote') && first !== 'em dash';
  return plain && BEHIND_PLAIN.has(next) ? 'certain' : 'unknown';
}

/** What `Break` says, as numbers; the rules above are written out into tables, since each character is looked up. */
export const NEVER = 0;
export const CERTAIN = 1;
export const UNKNOWN = 2;
const NUMBERS: Readonly<Record<Break, number>> = { never: NEVER, certain: CERTAIN, unknown: UNKNOWN };

const CLASSES: readonly Class[] = [...new Set<Class>(['letter', 'digit', ...Object.values(MARKS)])];
/** Of characters whose widths are known: their class's number from 1, or 0; all others have none. */
const CLASS = new Uint8Array(0x2040);
for (const char of CHARACTERS) {
  const found = classOf(char);
  if (found) CLASS[char.charCodeAt(0)] = CLASSES.indexOf(found) + 1;
}
const SIZE = CLASSES.length + 1;
const table = (say: (first: Class, next: Class) => Break): Uint8Array =>
  Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
    const [first, next] = [CLASSES[Math.floor(i / SIZE) - 1], CLASSES[(i % SIZE) - 1]];
    return first && next ? NUMBERS[say(first, next)] : UNKNOWN;
  });

const WITHIN = table((first, next) => withinWord(first, next, false));
const JOINED = table((first, next) => withinWord(first, next, true));
const SPACED = table(atSpace);
const LAST_WORD = Math.max(CLASSES.indexOf('letter'), CLASSES.indexOf('digit')) + 1;

/**
 * Between two neighbours without a space. UTF-16 units.
 * @param before what stands before `a`, or 0
 */
export function breakWithin(before: number, a: number, b: number): number {
  const joins = before !== 0 && isWordClass(CLASS[before] ?? 0);
  return (joins ? JOINED : WITHIN)[(CLASS[a] ?? 0) * SIZE + (CLASS[b] ?? 0)] ?? UNKNOWN;
}

/** At the space between two characters. */
export const breakAtSpace = (a: number, b: number): number =>
  SPACED[(CLASS[a] ?? 0) * SIZE + (CLASS[b] ?? 0)] ?? UNKNOWN;

/** Letters and digits come first. */
const isWordClass = (c: number): boolean => c > 0 && c <= LAST_WORD;
