const FILE = /(?:file:\/\/|node:|\/|[A-Za-z]:[\\/])[^\s()]+:\d+:\d+/.source;
/** A line of a stack as V8 writes it, with or without the name of a function: its place is a file of a program. */
const PLACE = new RegExp(
  `^ {4}at (?:(?:async |new )*[\\w$.<>#]+ (?:\\[as [\\w$.<>#]+\\] )?\\(${FILE}\\)|${FILE})$`,
);

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
const OWN_LINE = new RegExp(
  `^(?:A check failed|Ex Parte failed by a fault of its own|The [a-z ]+ ended by a fault of its own)\\. ${TOLD} [A-Za-z]+(?: [A-Z\\d_]+)?$`,
);

/**
 * A line for a log.
 * @param what failed: a sentence of letters alone
 */
export const faultLine = (what: string, error: unknown): string => `${what} ${TOLD} ${faultOf(error)}`;

/** What `kindOf` says, where it is printed alone. */
const KIND = /^[A-Z][A-Za-z]*Error(?: [A-Z\d_]+)?$/;
/** How lines begin that the protocol's library words itself; any other may be somebody's. */
const LIBRARY =
  /^(?:Bulk|Client|Connection|Converting|Delivering|Document|Handling|Lost|Notification|Notifying|Processing|Received|Registering|Request|Response|Restarting|Sending|Server|Start|Starting|Stop|Stopping|Un-registering|Updating|Workspace) (?:'[\w$/-]+'|[^:'"“`\n])*/;

/**
 * What may stand in a log of a text that a library wrote: the library's own words, without what it quotes behind them
 * (messages of errors, and whole messages), and places of a program. Lines of ours stay.
 */
export function discreetText(text: string): string {
  const [head = '', ...below] = text.split('\n');
  const own = OWN_LINE.test(head) || KIND.test(head) ? head : `${wordsIn(head)}.`.replace(/\.\.$/, '.');
  return [own, ...below.filter((line) => PLACE.test(line))].join('\n');
}

const wordsIn = (line: string): string =>
  LIBRARY.exec(line)?.[0]
    .replace(/ with message$/, '')
    .trimEnd() ?? 'A line of a library, left out';
