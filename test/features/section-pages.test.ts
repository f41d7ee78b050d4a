import { expect, test } from 'vitest';
import { pagesInWords, pagesUsed } from '../../server/src/features/section-pages.ts';

const format = { font: 'Tinos', size: 12, spacing: 1, margin: 1 };
/** Text is 648 points high from 72. */
const places = {
  format,
  pages: 3,
  starts: [
    { offset: 0, page: 1, y: 72 },
    { offset: 100, page: 1, y: 72 + 324 },
    { offset: 200, page: 2, y: 72 },
    { offset: 300, page: 2, y: 72 + 162 },
    { offset: 400, page: 3, y: 72 + 64.8 },
  ],
};
const words = (start: number, end: number): string | undefined => {
  const used = pagesUsed(places, start, end);
  return used && pagesInWords(used);
};

test('a stretch that ends where the next page begins does not reach into it', () => {
  expect(words(100, 200)).toBe('p. 1, 0.5 of a page');
});
test('goes over pages', () => {
  expect(words(100, 300)).toBe('pp. 1–2, 0.8 of a page');
  expect(words(100, 400)).toBe('pp. 1–3, 1.6 pages');
});
test('words in the middle of a block stand where the block begins', () => {
  expect(words(330, 400)).toBe('pp. 2–3, 0.9 of a page');
});
test('to the end of the letter only the pages are known', () => {
  expect(words(300, 500)).toBe('pp. 2–3');
});
test('what is not printed has none', () => {
  expect(pagesUsed({ ...places, starts: [] }, 0, 10)).toBeUndefined();
});
