import builtIn from 'ex-parte:orders';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { headerSchema } from '../../../schemas/header.ts';
import { findFrontmatter } from '../../../server/src/letter/frontmatter.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { sampleLetter } from '../../../server/src/rules/support/sample.ts';
import { header } from '../arbitraries/headers.ts';
import { letter } from '../arbitraries/letters.ts';
import { orderText } from '../arbitraries/order-texts.ts';
import { orderData } from '../arbitraries/orders.ts';
import { FRAGMENTS, STRANGE } from '../arbitraries/texts.ts';
import { checkHolds } from '../properties/checks.ts';
import { fixesHold } from '../properties/fixes.ts';
import { headerHolds } from '../properties/headers.ts';
import { orderTextHolds } from '../properties/order-texts.ts';
import { orderHolds } from '../properties/orders.ts';
import { BLOCKS, HEADER_LINES } from '../support/corpus.ts';
import { ORDER_CLAUSES, ORDER_LINES, ORDER_TEXTS } from '../support/order-texts.ts';

/** What is searched: texts to begin with, words to put in, and what holds of every text. */
export interface Target {
  readonly id: string;
  readonly seeds: readonly string[];
  readonly words: readonly string[];
  /** Throws where it does not hold. */
  holds(text: string): void;
  /** What is made without a corpus, to compare with. */
  readonly arbitrary: fc.Arbitrary<string>;
}

const samples = join(import.meta.dirname, '../../../docs/samples');

const LETTERS = [
  ...readdirSync(samples)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(join(samples, name), 'utf8')),
  ...rules.flatMap((rule) =>
    [...rule.accepted, ...rule.rejected].map((example) => example.whole ?? sampleLetter(example)),
  ),
];
const KEYS = Object.keys(headerSchema.shape).map((key) => `${key}: `);
const ANY = [...FRAGMENTS, ...STRANGE];
const OF_LETTERS = [...ANY, ...BLOCKS, ...HEADER_LINES, ...KEYS];
const ORDERS = Object.values(builtIn).map((order) => stringify(order));
const [SAMPLE = ''] = LETTERS;

/** The header with its marks. */
const headOf = (text: string): string => text.slice(0, findFrontmatter(text).body);

/** Data that a file says, `null` where it says none: that the file cannot be read is told before. */
function dataOf(yaml: string): unknown {
  try {
    return parse(yaml, { logLevel: 'silent' });
  } catch {
    return null;
  }
}

export const targets: readonly Target[] = [
  {
    id: 'check',
    seeds: LETTERS,
    words: OF_LETTERS,
    holds: (text) => checkHolds(text, 1 + (text.length % 20)),
    arbitrary: letter,
  },
  { id: 'fixes', seeds: LETTERS, words: OF_LETTERS, holds: fixesHold, arbitrary: letter },
  {
    id: 'header',
    seeds: LETTERS.map(headOf),
    words: [...ANY, ...HEADER_LINES, ...KEYS],
    holds: headerHolds,
    arbitrary: header,
  },
  {
    id: 'orders',
    seeds: ORDERS,
    words: [...ANY, ...ORDERS.flatMap((order) => order.split('\n'))],
    holds: (text) => orderHolds(dataOf(text), SAMPLE),
    arbitrary: orderData.map((data) => stringify(data) ?? ''),
  },
  {
    id: 'order-texts',
    seeds: ORDER_TEXTS,
    words: [...ANY, ...ORDER_LINES, ...ORDER_CLAUSES],
    holds: orderTextHolds,
    arbitrary: orderText,
  },
];
