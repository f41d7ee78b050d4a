import { describe, expect, it } from 'vitest';
import { pageHtml } from '../../client/src/page-view/html.ts';
import { uriOf } from '../../client/src/page-view/messages.ts';
import { Places } from '../../client/src/page-view/view/places.ts';
import type { PlacedBlock } from '../../server/src/protocol.ts';

/** Two blocks on the first page, the second of which runs over to the next, and one there. */
const blocks: readonly PlacedBlock[] = [
  [0, 72, 100, 200],
  [0, 400, 202, 1202],
  [1, 400, 1204, 1300],
];
const places = new Places(blocks, 792, 2);

describe('the place of an offset', () => {
  it('is where its block begins, and runs with the text to where the next does', () => {
    expect(places.placeOf(100)).toEqual({ page: 0, y: 72 });
    expect(places.placeOf(202)).toEqual({ page: 0, y: 400 });
    expect(places.placeOf(1000)?.page).toBe(1);
    expect(places.placeOf(1204)).toEqual({ page: 1, y: 400 });
  });

  it('is that of the first block for what stands before it, as the header does', () => {
    expect(places.placeOf(0)).toEqual({ page: 0, y: 72 });
    expect(new Places([], 792, 0).placeOf(5)).toBeUndefined();
  });

  it('never runs over to the page on which the next block begins', () => {
    const alone = new Places(
      [
        [0, 72, 0, 100],
        [1, 72, 102, 200],
      ],
      792,
      2,
    );
    expect(alone.placeOf(100)?.page).toBe(0);
  });
});

describe('a list of many pages', () => {
  it('runs to the end of the last page where nothing follows it', () => {
    const list = new Places([[0, 72, 0, 1000]], 792, 10);
    expect(list.placeOf(500)?.page).toBe(4);
    expect(list.placeOf(1000)?.page).toBe(9);
    expect(list.offsetOf({ page: 5, y: 72 })).toBe(500);
  });
});

describe('the offset of a place', () => {
  it('is in the block that stands there', () => {
    expect(places.offsetOf({ page: 0, y: 72 })).toBe(100);
    expect(places.offsetOf({ page: 0, y: 10 })).toBe(100);
    const over = places.offsetOf({ page: 1, y: 100 }) ?? 0;
    expect(over).toBeGreaterThan(202);
    expect(over).toBeLessThan(1202);
    expect(places.offsetOf({ page: 1, y: 700 })).toBeLessThanOrEqual(1300);
    expect(new Places([], 792, 0).offsetOf({ page: 0, y: 72 })).toBeUndefined();
  });

  it('comes back to the place of that offset', () => {
    for (let offset = 100; offset <= 1300; offset += 50) {
      const place = places.placeOf(offset);
      expect(place).toBeDefined();
      const back = place ? (places.offsetOf(place) ?? 0) : 0;
      // The blank line between two blocks is the end of the first.
      expect(Math.abs(back - offset)).toBeLessThan(8);
    }
  });
});

describe('the page of the view', () => {
  it('may run its own script and style and reach nothing', () => {
    const html = pageHtml('let a = "</script><b>";', 'p {}');
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[^' ]+'; style-src 'nonce-[^' ]+';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(pageHtml('', '')).not.toBe(pageHtml('', ''));
  });

  it('takes back only what it kept', () => {
    expect(uriOf({ uri: 'file:///letter.md' })).toBe('file:///letter.md');
    for (const odd of [undefined, null, 7, {}, { uri: 7 }]) expect(uriOf(odd)).toBeUndefined();
  });
});
