import { describe, expect, it } from 'vitest';
import { clean } from '../../server/src/order-reader/clean/clean.ts';

const LINES = [
  'The parties shall appear before the undersigned for a settlement conference',
  'and each party shall send a letter of no more than five pages to the chambers',
  'so that it arrives no later than November',
  '9, 2023, at noon. The letter shall not be filed and shall not be served on',
  'anybody else. It shall say what happened, what the law is, and what has been',
  'offered so far, by whom, and why it was turned down by the side to which the',
  'offer was made. Counsel shall attend with a person who has full authority to',
  'settle the case for the party, and who need not telephone anybody before the',
  'settlement is agreed upon. No party may record what is said at the conference',
  'whatever the reason may be, and nobody may speak of it later before the judge',
];

/** [what it is, the text as it came, what must stand in the clean one, what must not]. */
const NOISE: [what: string, source: string, holds: string, without?: RegExp][] = [
  [
    'line numbers at the beginnings of lines',
    LINES.map((l, i) => `${i + 1} ${l}`).join('\n'),
    'November 9, 2023',
  ],
  ['line numbers within running words', LINES.map((l, i) => `${i + 1} ${l}`).join(' '), 'November 9, 2023'],
  ['line numbers on lines of their own', `${[1, 2, 3, 4, 5].join('\n')}\nThe letter\n`, 'The letter', /\d/],
  ['a block of line numbers', `1 2 3 4 5 6 7 8 9 10 The letter`, 'The letter', /\d/],
  [
    'the stamp of the docket',
    'of Case 3:20-cv-01234-AB-CD Document 12 Filed 03/04/21 Page 2 of 5 exhibits',
    'of exhibits',
    /Document/,
  ],
  ['page numbers', 'the end\nPage 2 of 3\n- 4 -\nof it', 'the end of it'],
  ['a word parted at the end of a line', 'the settle-\nment conference', 'the settlement conference'],
  [
    'an address broken over a line',
    'to bell_settle@ctd.uscou\nrts.gov today',
    'bell_settle@ctd.uscourts.gov',
  ],
  ['an address with a blank in it', 'to bell_settle@ctd.usco urts.gov', 'bell_settle@ctd.uscourts.gov'],
  [
    'an address broken behind an underscore',
    'to bell_\nsettle@ctd.uscourts.gov',
    'bell_settle@ctd.uscourts.gov',
  ],
  [
    "Markdown's escapes",
    'to bell\\_settle@ctd.uscourts.gov, \\(five\\)',
    'bell_settle@ctd.uscourts.gov, (five)',
  ],
  [
    "Markdown's emphasis and links",
    '**shall** send *it* to [a@b.gov](mailto:a@b.gov)',
    'shall send it to a@b.gov',
  ],
  [
    'marks of footnotes',
    'with full authority.1 A party, who agrees,[2] comes',
    'authority. A party, who agrees, comes',
  ],
  [
    'a footnote in the midst of a sentence',
    'The owner shall attend in person.1 The defendant shall answer by January\n1 Who holds the reserve is no owner.\n17, 2024. It goes on.',
    'answer by January 17, 2024. It goes on.',
  ],
  [
    "a stamp without the docket's word",
    'on each side.\n2:22-cv-11874-HBS-IWP ECF No. 57, PageID.811 Filed 04/18/24 Page 2 of 3\nB. Figures',
    'on each side. B. Figures',
    /PageID|04/,
  ],
  [
    'what a form has filled in',
    'not exceeding __8__ pages, to a__b@ctd.uscourts.gov',
    '8 pages, to a__b@',
    /_8/,
  ],
  ['words torn apart', 'to settle the case. The person must sett le it', 'must settle it'],
  ['boxes that are not ticked', '[X] five pages  [ ] ten pages\n[ ] by mail', 'five pages', /ten|mail/],
  [
    'slips of text recognition',
    'shaIl subrnit it by ApriI l2, 2O21 to charnbers, at l0:00 a.m.',
    'shall submit it by April 12, 2021 to chambers, at 10:00 a.m.',
  ],
];

describe('cleaning an order', () => {
  it.each(NOISE)('survives %s', (_, source, holds, without) => {
    const { text } = clean(source);
    expect(text.replace(/\s+/g, ' ')).toContain(holds);
    if (without) expect(text).not.toMatch(without);
  });

  it.each(NOISE)('keeps every place: %s', (what, source) => {
    const { text, at } = clean(source);
    expect(at).toHaveLength(text.length + 1);
    let last = 0;
    for (const [i, place] of at.entries()) {
      expect(place).toBeLessThanOrEqual(source.length);
      // What goes to the end of the text, as footnotes do, keeps the place that it had.
      if (place < last) expect(text.slice(i, i + 2)).toBe('\n\n');
      last = place;
    }
    const long = [...text.matchAll(/[a-z]{6,}/g)].filter(
      (m) => !/slips|parted|torn|broken|blank/.test(what) && source.includes(m[0]),
    );
    for (const m of long) expect(source.slice(at[m.index] ?? 0, (at[m.index] ?? 0) + m[0].length)).toBe(m[0]);
  });

  it('leaves numbers that count something', () => {
    const text = 'Send 2 copies, at most 10 pages, in 3 days. Room 12 is on floor 4 of 5 in all.';
    expect(clean(text).text).toBe(text);
  });
});
