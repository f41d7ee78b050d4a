/** Whether a line may end between two characters: never, for certain, or only the engine knows. */
export type Break = 'never' | 'certain' | 'unknown';

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

const classes = new Map<string, Class | undefined>();

function classOf(char: string): Class | undefined {
  if (!classes.has(char)) {
    const plain = LETTERS.test(char) ? 'letter' : /\d/.test(char) ? 'digit' : undefined;
    classes.set(char, MARKS[char] ?? plain);
  }
  return classes.get(char);
}

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
 * @param before what stands before `a`, or nothing
 */
export function breakWithin(before: string | undefined, a: string, b: string): Break {
  const [first, next] = [classOf(a), classOf(b)];
  if (!first || !next) return 'unknown';
  if (FOLLOWS.has(next)) return 'never';
  if (next === 'em dash') return isWord(first) ? 'certain' : 'unknown';
  if (next === 'open') return isWord(first) || first === 'open' ? 'never' : 'unknown';
  if (next === 'percent') return first === 'digit' ? 'never' : 'unknown';
  if (next === 'dollar') return first === 'open' || first.endsWith('quote') ? 'never' : 'unknown';
  if (LEADS.has(first)) return 'never';
  if (first === 'em dash') return 'certain';
  // A hyphen that begins a word, or stands before a number, is another matter.
  const joins = before !== undefined && isWord(classOf(before));
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

/** At the space between two characters. */
export function breakAtSpace(a: string, b: string): Break {
  const [first, next] = [classOf(a), classOf(b)];
  if (!first || !next || !BEFORE_SPACE.has(first)) return 'unknown';
  if (BEHIND_SPACE.has(next)) return 'certain';
  const plain = !first.endsWith('quote') && first !== 'em dash';
  return plain && BEHIND_PLAIN.has(next) ? 'certain' : 'unknown';
}
