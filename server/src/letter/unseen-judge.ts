import { headerSchema } from '../../../schemas/header.ts';
import { findFrontmatter, isLetter } from './frontmatter.ts';

const KEYS = new Set(Object.keys(headerSchema.shape));

/** So many other keys of ours make a header a letter's where a line may also be the rest of the one above. */
const ENOUGH = 3;

/**
 * What to do so that a text whose header plainly names a judge is taken for a letter, as the end of a sentence; undefined
 * for any other text. A letter's header is the first thing in it, and has a line that begins with `judge:`; YAML would
 * also take the key in quotation marks, or all keys behind a blank.
 */
export function unseenJudge(text: string): string | undefined {
  const found = findFrontmatter(text);
  if (found.state === 'absent') {
    const rest = text.replace(/^\uFEFF?(?:[ \t]*\r?\n)+/, '');
    const isLate = findFrontmatter(rest).state === 'closed' && isLetter(rest);
    return isLate ? 'remove the empty lines above the first ---' : undefined;
  }
  const lines = text.slice(found.yaml.start, found.yaml.end).split(/\r\n|\r|\n/);
  const at = lines.findIndex((line) => NAMED.test(line));
  const [, blanks = '', , value = ''] = NAMED.exec(lines[at] ?? '') ?? [];
  if (at < 0 || (blanks !== '' && isBelow(lines, at, blanks.length))) return undefined;
  return `write the line as judge: ${value.trim()}`;
}

const NAMED = /^([ \t]*)(["']?)judge\2[ \t]*:[ \t]+(\S.*)$/;

/** Whether a line that does not begin at the margin belongs to one above it: other Markdown has judges in its lists. */
function isBelow(lines: readonly string[], at: number, indent: number): boolean {
  const above = lines
    .slice(0, at)
    .filter((line) => /^[ \t]*[^\s#]/.test(line))
    .findLast((line) => line.search(/\S/) < indent);
  if (above === undefined) return false;
  if (/^\s*- |:[ \t]*(?:[|>][-+\d]*[ \t]*)?(?:#.*)?$/.test(above)) return true;
  const keys = lines.map((line) => /^([\w-]+)[ \t]*:/.exec(line)?.[1] ?? '');
  return keys.filter((key) => KEYS.has(key)).length < ENOUGH;
}
