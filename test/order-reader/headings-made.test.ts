import { expect, it } from 'vitest';
import { contentsData } from '../../server/src/order-reader/build/contents.ts';
import { reading } from '../../server/src/order-reader/text/reading.ts';

/** [a topic in the order's words, the heading that stands over it in a letter]. */
const TOPICS: readonly (readonly [string, string])[] = [
  ['describe the events giving rise to the suit', 'Events giving rise to the suit'],
  ['candidly discuss the risks to your own side', 'Risks to our own side'],
  ['what could go wrong for you at trial', 'What could go wrong for us at trial'],
  ['the damages you seek or think likely, with a calculation', 'Damages we seek or think likely'],
  ['the history of settlement negotiations, if any', 'History of settlement negotiations'],
  ['any points with which Defendant disagrees', 'Points with which Defendant disagrees'],
  ['the terms of that offer', 'Terms of that offer'],
  ['each claim and defense', 'Each claim and defense'],
  ['the claims and defenses including, but not limited to, statutory grounds', 'Claims and defenses'],
  ['names and titles of the individuals who will attend', 'Names and titles of the individuals'],
  [
    'a list of the key facts in dispute and a brief statement of the specific evidence relevant to those facts',
    'Key facts in dispute',
  ],
  ['present demand and offer', 'Present demand and offer'],
];

it.each(TOPICS)('"%s" is headed "%s"', (words, title) => {
  const topic = { words, start: 0, end: words.length, mark: '', confidence: 0.9 };
  expect(contentsData(reading(words), [topic])[0]?.title).toBe(title);
});
