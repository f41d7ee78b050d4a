/** Characters above which a case is not let grow: what takes long is tried apart. */
const MOST = 8_000;
/** Changes to a case, at most. */
const CHANGES = 4;

type Random = () => number;

export const below = (random: Random, n: number): number => Math.floor(random() * n);
export const pick = <T>(random: Random, all: readonly T[]): T | undefined => all[below(random, all.length)];

/** A length: short ones are as likely as long ones. */
const length = (random: Random): number => Math.floor(2 ** (random() * 10));

interface Sources {
  readonly random: Random;
  readonly corpus: readonly string[];
  readonly words: readonly string[];
}

/** A change of a text. */
type Change = (text: string, from: Sources) => string;

const put: Change = (text, { random, words }) => {
  const at = below(random, text.length + 1);
  return text.slice(0, at) + (pick(random, words) ?? '') + text.slice(at);
};

const putLine: Change = (text, from) => {
  const lines = text.split('\n');
  lines.splice(below(from.random, lines.length + 1), 0, pick(from.random, from.words) ?? '');
  return lines.join('\n');
};

const replace: Change = (text, { random, words }) => {
  const at = below(random, text.length);
  return text.slice(0, at) + (pick(random, words) ?? '') + text.slice(at + length(random));
};

const cut: Change = (text, { random }) => {
  const at = below(random, text.length);
  return text.slice(0, at) + text.slice(at + length(random));
};

const double: Change = (text, { random }) => {
  const at = below(random, text.length);
  return text.slice(0, at + length(random)) + text.slice(at);
};

const cutLines: Change = (text, { random }) => {
  const lines = text.split('\n');
  lines.splice(below(random, lines.length), 1 + below(random, 4));
  return lines.join('\n');
};

const swapLines: Change = (text, { random }) => {
  const lines = text.split('\n');
  const [a, b] = [below(random, lines.length), below(random, lines.length)];
  return lines
    .with(a, lines[b] ?? '')
    .with(b, lines[a] ?? '')
    .join('\n');
};

/** The head of one text and the tail of another. */
const splice: Change = (text, { random, corpus }) => {
  const other = pick(random, corpus) ?? '';
  return text.slice(0, below(random, text.length + 1)) + other.slice(below(random, other.length + 1));
};

/** Lines of another text. */
const graft: Change = (text, { random, corpus }) => {
  const other = (pick(random, corpus) ?? '').split('\n');
  const start = below(random, other.length);
  const lines = text.split('\n');
  const some = other.slice(start, start + 1 + below(random, 8));
  lines.splice(below(random, lines.length + 1), below(random, 3), ...some);
  return lines.join('\n');
};

/** A number becomes another. */
const count: Change = (text, { random }) => {
  const numbers = [...text.matchAll(/\d+/g)];
  const one = pick(random, numbers);
  if (!one) return text;
  const other =
    pick(random, ['0', '1', '-1', '31', '99999999999999999999', `${Number(one[0]) + 1}`, '']) ?? '';
  return text.slice(0, one.index) + other + text.slice(one.index + one[0].length);
};

const CHANGE: readonly Change[] = [
  put,
  putLine,
  replace,
  cut,
  double,
  cutLines,
  swapLines,
  splice,
  graft,
  count,
];

/** A text with a few changes: often one of the last that were added, and of two the shorter, which takes less time. */
export function mutate(from: Sources): string {
  const { random, corpus } = from;
  const late = random() < 0.5 ? corpus.slice(-50) : corpus;
  const [a = '', b = ''] = [pick(random, late), pick(random, late)];
  let text = a.length < b.length ? a : b;
  for (let left = 1 + below(random, CHANGES); left > 0; left--) {
    text = (pick(random, CHANGE) ?? put)(text, from).slice(0, MOST);
  }
  return text;
}
