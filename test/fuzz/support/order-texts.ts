import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** Orders as they came out of PDFs and web pages, and ones written in their manner. */
export const ORDER_TEXTS: readonly string[] = readdirSync(fixtures)
  .filter((folder) => folder.startsWith('read-orders'))
  .flatMap((folder) =>
    readdirSync(join(fixtures, folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(join(fixtures, folder, name), 'utf8')),
  );

/** Their lines, each once. */
export const ORDER_LINES: readonly string[] = [
  ...new Set(ORDER_TEXTS.flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''))),
];

/** Their clauses, each once: what a line break cuts in two is whole here. */
export const ORDER_CLAUSES: readonly string[] = [
  ...new Set(ORDER_TEXTS.flatMap((text) => text.split(/(?<=[.;:])\s+/).filter((part) => part.length > 3))),
];
