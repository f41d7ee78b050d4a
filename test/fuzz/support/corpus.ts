import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFrontmatter } from '../../../server/src/letter/frontmatter.ts';
import { rules } from '../../../server/src/rules/index.ts';

const samples = join(import.meta.dirname, '../../../docs/samples');

const bodyOf = (text: string): string => text.slice(findFrontmatter(text).body);
const blocksOf = (text: string): string[] => text.split(/\n{2,}/).filter((block) => block.trim() !== '');

const letters = readdirSync(samples)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => readFileSync(join(samples, name), 'utf8'));

const examples = rules.flatMap((rule) =>
  [...rule.accepted, ...rule.rejected].map((example) => example.whole ?? example.body),
);

/** Paragraphs, headings and lists that mean something to the rules: those of the samples and of the rules' examples. */
export const BLOCKS: readonly string[] = [
  ...new Set([...letters, ...examples].flatMap((text) => blocksOf(bodyOf(text)))),
];

/** Header lines that mean something, with what is indented below them. */
export const HEADER_LINES: readonly string[] = [
  ...new Set([
    ...letters.flatMap((text) => {
      const found = findFrontmatter(text);
      return found.state === 'absent' ? [] : entriesOf(text.slice(found.yaml.start, found.yaml.end));
    }),
    ...rules.flatMap((rule) =>
      [...rule.accepted, ...rule.rejected].flatMap(({ header = [] }) =>
        entriesOf(header.filter((line) => !/^-\w/.test(line)).join('\n')),
      ),
    ),
  ]),
];

/** A key with all that belongs to it. */
function entriesOf(yaml: string): string[] {
  return yaml.split(/\n(?=\w)/).filter((entry) => entry.trim() !== '');
}
