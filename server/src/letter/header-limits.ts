import { depthOf } from './yaml-depth.ts';

/** Characters. A header of hundreds of exhibits has a quarter of that. */
const LONGEST = 100_000;
/** Lists as keys of lists take the library a time that grows with the third power: a second and more for a hundred. */
const DEEPEST_BRACKETS = 50;
/** Columns before a key: block within block. */
const DEEPEST_INDENT = 200;
/** What stands for something else or names a type (`&a`, `*a`, `!a`, `%a`), or cannot begin a value (`@`, a backtick). */
const MOST_SIGNS = 500;
const SIGN = /(?:^|[\s,:[\]{}])[&*!%@`](?=\S)/g;
/** A line on its own that is such a sign alone. */
const BARE_SIGN = /^[ \t]*[&*!%@`][ \t]*$/gm;

/**
 * Why a header's YAML is not even to be read, as what it is, since the parser would take seconds over it and more;
 * undefined where it may be. Looks at the text alone.
 */
export function tooMuch(yaml: string): string | undefined {
  if (yaml.length > LONGEST)
    return `is longer than ${LONGEST.toLocaleString('en-US')} characters, too long to be read`;
  if (depthOf(yaml) > DEEPEST_BRACKETS || INDENTED.test(yaml)) return 'is nested too deep to be read';
  // Each such sign has two characters at least.
  if (yaml.length <= 2 * MOST_SIGNS) return undefined;
  const signs = (yaml.match(SIGN)?.length ?? 0) + (yaml.match(BARE_SIGN)?.length ?? 0);
  return signs > MOST_SIGNS ? 'has too many of the signs & * ! % @ to be read' : undefined;
}

const INDENTED = new RegExp(`^[ \\t]{${DEEPEST_INDENT + 1}}`, 'm');
