import { describe, expect, test } from 'vitest';
import { htmlText } from '../../server/src/host/order-reader/html.ts';
import { textOf } from '../../server/src/host/order-reader/source.ts';
import { ofProcess, spent } from '../support/spent.ts';

/** Characters; a page may have two and a half times as many. */
const LENGTH = 2_000_000;
const filled = (part: string): string => part.repeat(Math.ceil(LENGTH / part.length));
/** Milliseconds. */
const LIMIT = 3_000;

describe('a web page given as an order, made to be read without end', () => {
  test.each([
    ['cells', '<td>'],
    ['blanks', '&nbsp; '],
    ['lines', '<br> '],
    ['tags that never close', '<a '],
    ['comments that never close', '<!-- '],
    ['scripts within scripts', '<script>'],
    ['signs by number', '&#x20;'],
    ['signs that are none', '&#'],
    ['brackets', '<'],
    ['lists', '<li> </li>'],
  ])('of nothing but %s', async (_, part) => {
    const bytes = new TextEncoder().encode(`<!doctype html>${filled(part)}`);
    expect(await spent(ofProcess, LIMIT, () => textOf(bytes, '.html'))).toBeLessThan(LIMIT);
    expect(await textOf(bytes, '.html')).toHaveProperty('problem');
  });
});

test('one that is larger, or holds more words, is not read', async () => {
  const read = (text: string) => textOf(new TextEncoder().encode(`<!doctype html>${text}`), '.html');
  expect(await read('<br>'.repeat(1_300_000))).toEqual({ problem: 'is too large to be an order' });
  expect(await read('words '.repeat(70_000))).toEqual({
    problem: 'is longer than any settlement conference order: give the order alone',
  });
});

test('its words stay as they are', () => {
  expect(htmlText('<p>One  two </p> <p> three</p><table><tr><td>a</td><td>b</td></tr></table>')).toBe(
    'One two\n\nthree\n\na  b',
  );
});
