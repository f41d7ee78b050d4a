/** A line of a stack as V8 writes it, with or without the name of a function: its place is a file of a program. */
const PLACE =
  /^ {4}at (?:(?:async |new )*[\w$.<>#]+ (?:\[as [\w$.<>#]+\] )?\([^\s()]+:\d+:\d+\)|[^\s()]+:\d+:\d+)$/;

/** Kinds of errors are names of classes, and codes are those of Node: neither is made of anybody's words. */
const NAME = /^[A-Z][A-Za-z]{0,40}$/;
const CODE = /^[A-Z][A-Z\d_]{0,60}$/;

/** An error's kind for a log: not its message, which may quote what the letter says. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = NAME.test(error.name) ? error.name : 'Error';
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : '';
  return code ? `${name} ${code}` : name;
}

/** An error for a log: its kind and where it arose, a place a line. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return kindOf(error);
  const { stack = '', message } = error;
  // A message of several lines could look like places.
  const head = message === '' ? -1 : stack.indexOf(message);
  const below = head < 0 ? stack : stack.slice(head + message.length);
  return [kindOf(error), ...below.split('\n').filter((line) => PLACE.test(line))].join('\n');
}

const TOLD = 'Told without words of the letter:';
const OWN_LINE = new RegExp(`^[A-Z][A-Za-z ]*\\. ${TOLD} `);

/**
 * A line for a log.
 * @param what failed: a sentence of letters alone
 */
export const faultLine = (what: string, error: unknown): string => `${what} ${TOLD} ${faultOf(error)}`;

/** A library's own words in a log, without what it quotes behind them: messages of errors, and whole messages. */
export const ownWords = (text: string): string =>
  OWN_LINE.test(text)
    ? text
    : `${/^[^:\n]*/.exec(text)?.[0].replace(/ with message$/, '') ?? ''}.`.replace(/\.\.$/, '.');

/** The same of several lines: `ownWords` of the first, and places of a program. */
export function discreetText(text: string): string {
  const own = ownWords(text);
  if (own === text) return text;
  return [own, ...text.split('\n').filter((line) => PLACE.test(line))].join('\n');
}
