import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCue, matches } from '../../server/src/order/cues.ts';
import { headingWords } from '../../server/src/order/heading.ts';
import { orderData } from '../../server/src/order-reader/build/order-data.ts';
import { readOrder } from '../../server/src/order-reader/read-order.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const texts = readdirSync(FIXTURES)
  .filter((folder) => folder.startsWith('read-orders'))
  .flatMap((folder) =>
    readdirSync(join(FIXTURES, folder))
      .filter((f) => /\.(?:txt|md)$/.test(f) && f !== 'README.md')
      .map((f): [string, string] => [`${folder}/${f}`, readFileSync(join(FIXTURES, folder, f), 'utf8')]),
  );

const contents = texts.flatMap(([name, text]) =>
  (orderData(readOrder(text), name).submissions ?? []).flatMap((s) =>
    (s.contents ?? []).map((content) => ({ name, content })),
  ),
);

describe('the headings that an imported order gives to a new letter', () => {
  it('are many', () => expect(contents.length).toBeGreaterThan(250));

  it('cover what they stand for', () => {
    const strange = contents.filter(
      ({ content }) => !matches(headingWords(content.title), content.cues.map(compileCue)),
    );
    expect(strange.map(({ name, content }) => `${name}: ${content.title}`)).toEqual([]);
  });

  it('end where a phrase ends, and say more than what is to be done', () => {
    const loose =
      /\b(?:of|the|and|or|to|a|an|with|its|their|each|who|which|that|will|shall)$|^(?:says?|tells?|states?|gives?|shall|must|describe)\b/i;
    const strange = contents.filter(({ content }) => loose.test(content.title));
    expect(strange.map(({ name, content }) => `${name}: ${content.title}`)).toEqual([]);
  });
});
