import { headerSchema } from '../../../schemas/header.ts';
import { findFrontmatter } from './frontmatter.ts';
import { closest } from './header-issues.ts';

const KEYS = new Set(Object.keys(headerSchema.shape));

/** So many other keys of ours make a header a letter's: other Markdown has one, such as `layout`, or two. */
const ENOUGH = 3;

/**
 * The key that is probably meant for `judge` in a header that is a letter's but for that, such as `jugde`; undefined for
 * any other text. Without `judge` nothing is checked, and where many files are looked at nobody would see it.
 */
export function misspeltJudge(text: string): string | undefined {
  const found = findFrontmatter(text);
  if (found.state === 'absent') return undefined;
  const yaml = text.slice(found.yaml.start, found.yaml.end);
  const keys = [...new Set([...yaml.matchAll(/^([\w-]+)[ \t]*:(?=\s|$)/gm)].map(([, key = '']) => key))];
  if (keys.filter((key) => KEYS.has(key)).length < ENOUGH) return undefined;
  return keys.find((key) => !KEYS.has(key) && closest(key, ['judge']) !== undefined);
}
