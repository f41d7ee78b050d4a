import { CONCEPTS } from './concepts.ts';
import { INSTEAD } from './idioms.ts';

/** The page of all concepts for whoever writes an order file. */
export function conceptsPage(): string {
  const concepts = Object.entries(CONCEPTS).map(
    ([name, { what, words }]) => `| \`@${name}\` | ${what} | ${words.split(/\s+/).join(', ')} |`,
  );
  const idioms = Object.entries(INSTEAD).map(([name, phrases]) => `| \`${name}\` | ${phrases.join('; ')} |`);
  return [
    '# Concepts for cues',
    '',
    'Generated from `server/src/order/concepts.ts` and `idioms.ts` by `npm run generate`.',
    '',
    'A cue of an [order file](orders.md) names a concept as `@settling`; it is met by any of its words in any form.',
    '',
    '| concept | what | words |',
    '| --- | --- | --- |',
    ...concepts,
    '',
    '## Words that together mean something else',
    '',
    'No concept sees the words of these phrases. A cue may name the phrase itself: `-settling-power`.',
    '',
    '| name | phrases |',
    '| --- | --- |',
    ...idioms,
    '',
  ].join('\n');
}
