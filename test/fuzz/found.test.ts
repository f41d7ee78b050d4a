import { describe, expect, test } from 'vitest';
import { evidenceLinks } from '../../server/src/features/order-file.ts';
import { checkHolds, editsHold } from './properties/checks.ts';
import { fixesHold } from './properties/fixes.ts';
import { orderTextHolds } from './properties/order-texts.ts';
import { timeHolds } from './properties/repeats.ts';
import { examine } from './support/examine.ts';

/** What fuzzing found, as small as it became: what went wrong, and the letter that made it. */
const FOUND: readonly (readonly [string, string])[] = [
  [
    'a header that refers to itself was never read to its end',
    '---\njudge: reznik\nexhibits: { label: &x [*x] }\n---\n\n',
  ],
  [
    'lines that end with a lone carriage return were one line to the header',
    '---\rjudge: reznik\r: &x [*x]\r---\r\r\r',
  ],
  ['an error of the header ended within a character', '---\rjudge: 𐀀\rjudge: reznik\r---\r\r\r'],
  [
    'no key at all where one stands twice, within a character',
    '---\nexhibits: { label: word[a](b)𐀀, label: 2024-05-28 14:30 }\njudge: reznik\n---\n\n\n',
  ],
  ['a byte order mark within the body moved what stands behind it', '---\njudge: reznik\n---\n\n\ufeff𐀀\n'],
  [
    'code between three backticks within a line was taken for a block of it',
    '---\njudge: reznik\n---\n\n```𐀀```\u007f𐀀\r\n',
  ],
  [
    'a comment behind blanks within a comment was taken to stand where it stands without them',
    'word<!-- c---\njudge: reznik\n 𐀀<!-- ex-parte-disable placeholder: because -->\n---\n\n\n',
  ],
  ['a backslash in code was taken for an escape', '---\njudge: reznik\n---\n\n```\n\n\\\\\n\n⚿\n'],
  [
    'a number without end was answered in a programmer’s words',
    '---\njudge: reznik\nleave: .nan\nlayout: 1e309\n---\n',
  ],
  [
    'a mapping as a key of a mapping, over and over, was put into words too long for a text',
    `---\njudge: percy\n${'{'.repeat(40)}ell:\n\nDear Judge Percy:\n`,
  ],
];

/** As above, of fixes: each finding must go with its fix. */
const FIXES: readonly (readonly [string, string])[] = [
  ['a section put behind an open fence was code', '---\r\njudge: reznik\r\n---\r\n\r\n```\r\n'],
  [
    'a section put behind an open comment was none',
    '---\njudge: reznik\n---\n\nDear Judge Reznik:\n\n<!-- later\n',
  ],
  [
    'what says that the letter is filed is told in other words once a section stands above it',
    '---\njudge: percy\n---\n\n**Damages.** None.\n\n**CONFIDENTIAL SETTLEMENT LETTER**\n\nWe are filing this letter on ECF today.\n',
  ],
  ...['<!e', '<?p', '<![CDATA[ x', '<script>', '<pre> a'].map((open): readonly [string, string] => [
    `a section put behind what ${open} begins was HTML`,
    `---\njudge: reznik\n---\n\nDear Judge Reznik:\n\n${open}\n`,
  ]),
  ['of a judge named twice the wrong line was mended', '---\njudge: reznik\njudge: hartwel\n---\n'],
  [
    'the marking was put into a footnote',
    '---\njudge: reznik\n---\n\n[^1]: note\n\nDear Judge Reznik[^1]:\n',
  ],
  [
    'a name in a block of code was mended where the block begins',
    '---\njudge: reznik\n---\n\n```\n\n\nDear Judge Hartwell:\n\n',
  ],
  ['a bracket in an address was read as the list’s own', '---\njudge: reznik\nto: word[Amount]\n---\n\n\n'],
  ['a section put behind a form feed was HTML', '---\njudge: reznik\n---\n\n<div>\n\f\n'],
  ['the mark of the chart was made a heading', '---\njudge: reznik\n---\n\n:::negotiation-chart\n'],
  ['a line below which nothing stands is made a heading', '---\njudge: reznik\n---\n\n- item\n'],
  [
    'of two lines by a lone carriage return the first was made a heading for the second',
    '---\njudge: reznik\n...\n\n😀\rword## History of settlement negotiations\n\n[Amount]\n',
  ],
  [
    'what is found of headings is found of a line made one',
    '---\njudge: reznik\n---\n\nCERTIFICATE OF SERVICE## History of settlement negotiations\n',
  ],
  [
    'a line that a fix changes may then read like the heading of a section that was missing before',
    '---\njudge: reznik\n---\n\n[Amount]123-45-6789\n',
  ],
  ['a division of HTML was made a heading', '---\njudge: reznik\n---\n\n<div>- item\n'],
  [
    'a key was added that stood there already, empty',
    '---\njudge: Hon. Joseph C. Spero\nsubmission: confidential-letter\nexchanged: ""\n---\n\n\n',
  ],
  ['a form feed behind a mark was kept', '---\njudge: reznik\n---\n\n:::confidental\f\n'],
];

describe('found by fuzzing, and mended', () => {
  test.each(FOUND)('%s', (_, text) => {
    checkHolds(text);
    editsHold(text, [`${text}x`, text.slice(1), text]);
  });

  test.each(FIXES)('%s', (_, text) => {
    expect(examine(text).result.findings.some((f) => (f.fixes ?? []).length > 0)).toBe(true);
    fixesHold(text);
  });
});

/** A few words over and over, which took a second and more for 100 KB. */
const SLOW: readonly (readonly [string, string])[] = [
  ['names of footnotes that nobody wrote, in one paragraph', '[^1]: note'],
  ['lists in a list, line for line', '- - item\n'],
  ['items below items', '- a\n  - b\n'],
  ['emphasis that never ends', '*a'],
  ['emphasis within words', '*a*'],
  ['stars behind backslashes', '\\\\*'],
  ['quotations that end at each other line', '\n> \n\u2029'],
  ['quotations in a list', '- > quote\n'],
  ['lists in a list, empty', '- -\n'],
  ['notes that end at each other line', '[^1]: a\n# b\n'],
  ['headings by their underlines', '===\r'],
  ['comments in a paragraph that never end', 'a <!-- c'],
  ['instructions that never end', 'x<?'],
  ['items of one long list', '- \ufeff\n'],
  ['divisions of HTML within words', ';,<div>'],
  ['divisions of HTML between blanks', ' a <div> '],
  ['divisions of HTML behind blanks', ' <div>'],
  ['emphasis upon emphasis', '***a'],
  ['blocks of a character', '.\n\n'],
  ['headings of none', '# \n\n'],
  ['quotations whose lines end with a break', '> \\\n'],
  ['headings by their underlines, each on its own', 'a\n===\n\n'],
  ['brackets that close and were never opened', '](x)'],
  ['the same heading over and over', '# Issues\n\n'],
  ['tables behind one in a quotation', '> | a |\n| - |\n| c |\n'],
  ['one abbreviation after another, without the end of a sentence', 'Supply Co. This letter of 2024.$'],
];

/** Milliseconds on the wall: the processor's time is what is held to a limit, and a busy machine gives little of it. */
const WALL = 300_000;

test.each(SLOW)('takes no time any more: %s', { timeout: WALL }, async (_, words) => {
  await timeHolds(`---\njudge: reznik\n---\n\n${words.repeat(Math.ceil(100_000 / words.length))}\n`);
});

test.each(['- a\n', '> a\n', '[^1]: a\n', '- a\n\n  b\n'])(
  'takes no time any more: lines that go on with %j without its mark',
  { timeout: WALL },
  async (opens) => {
    await timeHolds(`---\njudge: reznik\n---\n\n${opens}${'a\n'.repeat(50_000)}`);
  },
);

test.each([
  ['lists as keys of lists', `${'['.repeat(50)}x${']: x'.repeat(50)}`],
  ['mappings as keys of mappings', `${'{'.repeat(50)}x${'}'.repeat(50)}`],
])('takes no time any more, in a header: %s', { timeout: WALL }, async (_, key) => {
  await timeHolds(`---\njudge: reznik\n${key}\n---\n\nDear Judge:\n`);
});

test('an order file with mappings as keys of mappings has its words linked', () => {
  const file = `${'{'.repeat(40)}x${'}'.repeat(40)}: { words: b, at: [1, 2] }\n`;
  expect(evidenceLinks(file, 'abc', 'file:///order.txt').map((link) => link.target)).toEqual([
    'file:///order.txt#L1,2',
  ]);
});

test('no pages at all are not read as a limit, which would make no order file', () => {
  orderTextHolds('0 page attorney submit letter');
});

test('the day of the conference, below that word, is not taken for the letter’s own too', () => {
  fixesHold(
    '---\njudge: reznik\ndated: 2025-09-09\nconference: 2024-05-20 10:00\n---\n\nConference:\\\nSeptember 16, 2025\n',
  );
});

test('an address is not put into a list with a text that stands below its key', () => {
  fixesHold('---\njudge: reznik\nto: |\n  block\n  text\n...\n\n');
});

test('takes no time any more: blanks in the midst of a line', { timeout: WALL }, async () => {
  for (const blanks of ['\u0085', ' ', '\t'].map((blank) => blank.repeat(100_000))) {
    await timeHolds(`---\njudge: reznik\n---\n\n<div>${blanks}which we have sent\n`);
    await timeHolds(`---\njudge: reznik\n---\n\n:::${blanks}x\n`);
  }
});

test('takes no time any more: blanks before a bracket', { timeout: WALL }, async () => {
  await timeHolds(`---\njudge: reznik\n---\n\n ${'\f'.repeat(100_000)}[Amount]\n`);
});

test('a header whose lines end with a lone carriage return is read', () => {
  const { letter } = examine('---\rjudge: reznik\rcase: 7:24-cv-00361\r---\r\rDear Judge Reznik:\r');
  expect(letter.header.issues).toEqual([]);
  expect(letter.header.values.case).toBe('7:24-cv-00361');
});

test('a character without a glyph is found in a fenced block where it stands', () => {
  const text = '---\njudge: reznik\n---\n\n```\n\\\\ &amp;\n⚿\n```\n';
  const found = examine(text).result.findings.find((f) => f.message.includes('⚿'));
  expect(text.slice(found?.span.start, found?.span.end)).toBe('⚿');
});

test('takes no time any more: stars that close nothing in one paragraph', { timeout: WALL }, async () => {
  await timeHolds(`---\njudge: reznik\n---\n\nDear Judge Moses:${'***a'.repeat(5_000)}\n`);
  await timeHolds(`---\njudge: reznik\n---\n\n${`${'***a'.repeat(699)}\n\n`.repeat(30)}`);
});

/** So many characters of lines that are numbered: names, headings and keys that are all different. */
const numbered = (line: (n: number) => string, size = 95_000): string => {
  const lines: string[] = [];
  for (let n = 1, length = 0; length < size; n++) {
    const next = line(n);
    lines.push(next);
    length += next.length;
  }
  return lines.join('');
};

test.each([
  ['notes, each with its reference', (n: number) => `Text[^${n}] here.\n\n[^${n}]: note ${n}\n\n`],
  ['links that are defined apart', (n: number) => `[a${n}]: http://x\n\n`],
  ['references to one note', (n: number) => (n === 1 ? '[^1]: note\n\n' : 'Text[^1] here.\n\n')],
  ['bold words that open paragraphs', (n: number) => `**${n}. A.** b\n\n`],
  ['headings that answer an order', (n: number) => `## ${n}. Settlement history\n\nNone.\n\n`],
])('takes no time any more: thousands of %s', { timeout: WALL }, async (_, line) => {
  await timeHolds(`---\njudge: reznik\n---\n\n${numbered(line)}`);
});

test.each([
  ['a line that is an alias of nothing', () => '**None.**\n'],
  ['keys that nobody knows', (n: number) => `key${n}: x\n`],
  ['a key that stands twice', () => 'case: x\n'],
  ['anchors', (n: number) => `a${n}: &x${n} b\n`],
  ['aliases', (n: number) => `a${n}: *x${n}\n`],
  ['types', (n: number) => `a${n}: !!x b\n`],
  ['instructions to the parser', () => '%\n'],
  ['what begins no value', () => '@\n'],
  ['quotation marks', () => '"\n'],
  ['commas', () => ',\n'],
  ['keys in a list of one line', (n: number) => (n === 1 ? 'x: {a: b, ' : `a${n}: b, `)],
  ['exhibits with a wrong key', (n: number) => (n === 1 ? 'exhibits: [' : 'a: b, ')],
  ['brackets that open', (n: number) => (n === 1 ? 'caption: [' : '[')],
  ['braces that open', (n: number) => (n === 1 ? 'caption: {' : '{')],
  ['lines, each within the one above', (n: number) => `${' '.repeat(n)}a:\n`],
])('takes no time any more, in a header: thousands of %s', { timeout: WALL }, async (_, line) => {
  await timeHolds(`---\njudge: reznik\n${numbered(line)}\n---\n\nDear Judge:\n`);
});

test('of thousands of slips in a header the first are told, and that there are more', () => {
  const { issues } = examine(`---\njudge: reznik\n${numbered((n) => `key${n}: x\n`)}---\n\n`).letter.header;
  expect(issues).toHaveLength(101);
  expect(issues[0]?.message).toMatch(/`key1` is not a key/);
  expect(issues.at(-1)?.message).toMatch(/more than 100 slips/);
});
