/** Beyond these a Markdown parser takes seconds; no letter comes near them. Each is of one chunk. */
const DEEPEST_INDENT = 200;
const MOST_CONTAINERS = 60;
/** Of those that open and of those that close: for each that closes, notes are looked for in all that stands before it. */
const MOST_BRACKETS = 3_000;
const MOST_MARKS = 30_000;
/** Runs of stars and underscores: the parser looks back at all of them for what each may close. */
const MOST_EMPHASES = 5_000;
/** Of those in one paragraph, item or row of a table: each is compared with all before it there. */
const MOST_EMPHASES_TOGETHER = 700;
/** Items of lists in lists: the parser goes through all of a list again for each. */
const MOST_NESTED_ITEMS = 1_000;
/** Lines that end a quotation, an item or a note, or underline a heading: for each, all that was read is copied. */
const MOST_CLOSINGS = 500;
/** Items of lists, flat ones too. */
const MOST_ITEMS = 5_000;
/** Lines that go on with a quotation, an item or a note without its mark: for each, the parser goes through all of it. */
const MOST_UNMARKED = 2_000;
/** Comments and other instructions in HTML: the end of each is looked for as far as the paragraph goes. */
const MOST_INSTRUCTIONS = 500;

/** Lines without a blank one between them. */
const MOST_LINES = 10_000;

const NESTED_ITEM = /^(?:[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+|[ \t>]{2,})(?:[-+*]|\d{1,9}[.)])[ \t]/gm;

/** Whether a chunk is nested so deep, or has so many marks, that it is not to be read as Markdown. */
export const isTooDeep = (text: string): boolean =>
  // Each such item has four characters at least, each instruction two, and each closing line two.
  isOver(text, NESTED_ITEM, MOST_NESTED_ITEMS, 4) ||
  isOver(text, /<[!?]/g, MOST_INSTRUCTIONS, 2) ||
  hasManyMarks(text) ||
  hasDeepLines(text);

const isOver = (text: string, what: RegExp, most: number, least: number): boolean =>
  text.length > least * most && (text.match(what)?.length ?? 0) > most;

function hasManyMarks(text: string): boolean {
  // Nearly every chunk is too short for the least of them.
  if (text.length <= MOST_BRACKETS) return false;
  let brackets = 0;
  let closed = 0;
  let marks = 0;
  let emphases = 0;
  let together = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '[' && ++brackets > MOST_BRACKETS) return true;
    if (c === ']' && ++closed > MOST_BRACKETS) return true;
    if ('*_`<|'.includes(c) && ++marks > MOST_MARKS) return true;
    if ((c === '*' || c === '_') && text[i - 1] !== c && text[i - 1] !== '\\') {
      if (++emphases > MOST_EMPHASES || ++together > MOST_EMPHASES_TOGETHER) return true;
    }
    if ((c === '\n' || c === '\r') && endsBlock(text, i + 1)) together = 0;
  }
  return false;
}

/** Whether the line that begins here starts a block of its own: a blank line, an item, a row of a table. */
function endsBlock(text: string, at: number): boolean {
  BLOCK.lastIndex = at;
  return BLOCK.test(text);
}
const BLOCK = /[ \t>]*(?:$|[\r\n|]|(?:[-+*]|\d{1,9}[.)])[ \t])/y;

/** What opens a quotation, an item or a footnote at the start of a line. */
const CONTAINER = /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)]|\[\^[^[\]\s]{1,99}\]:)(?![^ \t\r\n]))/y;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

function hasDeepLines(text: string): boolean {
  let lines = 0;
  let closings = 0;
  let all = 0;
  let above = 0; // so many containers was the last line with words in
  let unmarked = 0;
  let within = false; // what is open goes on until a line at the margin stands behind a blank one
  let end = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (++lines > MOST_LINES) return true;
    const blank = !/[^ \t]/.test(line);
    const apart = isApart(text.slice(end, index));
    end = blank ? end : index + line.length;
    if ((/^[ \t]*/.exec(line)?.[0].length ?? 0) > DEEPEST_INDENT) return true;
    let containers = 0;
    let items = 0;
    CONTAINER.lastIndex = 0;
    for (let mark = CONTAINER.exec(line); mark; mark = CONTAINER.exec(line)) {
      if (++containers > MOST_CONTAINERS) return true;
      if (mark[1] === undefined) items++;
    }
    all += items;
    // An item within another, or within a quotation, ends the one that stands above it.
    const closes = containers < above || (containers > 1 && items > 0) || UNDERLINE.test(line);
    if ((closes && ++closings > MOST_CLOSINGS) || all > MOST_ITEMS) return true;
    if (containers > 0) within = true;
    else if (!blank && within) {
      if (apart && !/^[ \t]/.test(line)) within = false;
      else if (++unmarked > MOST_UNMARKED) return true;
    }
    if (containers > 0 || !blank) above = containers;
  }
  return false;
}

/** Whether what stands between the words of two lines holds a blank line. */
const isApart = (between: string): boolean =>
  /(?:\r\n?|\n)[ \t]*[\r\n]/.test(between.replaceAll('\r\n', '\n'));
