import { NUMBER } from './numbers.ts';

/** An entry of a list; `start` is where its words begin, behind the mark. Offsets into the clean text. */
export interface Item {
  readonly mark: string;
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** Entries marked alike and in sequence. */
export interface List {
  readonly style: Style;
  readonly items: readonly Item[];
}

type Style = 'a)' | '1)' | 'i)' | 'A)' | 'I)' | '1.' | 'a.' | 'A.' | 'i.' | 'I.' | '-' | 'word';

interface Mark {
  readonly style: Style;
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** At the beginning of a line. */
  readonly leads: boolean;
}

const MARK =
  /(?<=^|\n[ \t#]{0,60}|[\s("])(?:\(([a-zA-Z]{1,5}|\d{1,2})\)|([a-zA-Z]{1,4}|\d{1,2})\)|\u00a7{0,2}\s?(\d{1,2})\.|([A-Z]|[IVX]{1,5})\.|([a-z]|[ivx]{1,5})\.|(-)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|finally|last|lastly),)(?=\s|[A-Z])/g;
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');
const WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** Lists of a text, inner and outer ones alike, in the sequence of their first entries. */
export function listsOf(text: string): List[] {
  const open = new Map<Style, Mark[]>();
  const done: { style: Style; marks: Mark[] }[] = [];
  const close = (style: Style): void => {
    const marks = open.get(style);
    open.delete(style);
    if (marks && marks.length >= 2) done.push({ style, marks });
  };
  for (const options of marksOf(text)) {
    const follows = options.find((m) => {
      const last = open.get(m.style)?.at(-1);
      if (last === undefined) return false;
      if (m.style === 'word') return (m.n === last.n + 1 || m.n === 99) && m.from - last.from < 600;
      return m.n === last.n + 1 && (m.style !== '-' || sameList(text, last, m));
    });
    if (follows) {
      open.get(follows.style)?.push(follows);
      continue;
    }
    const begins = options.find((m) => m.n === 1 || m.style === '-');
    if (!begins) continue;
    close(begins.style);
    open.set(begins.style, [begins]);
  }
  for (const style of [...open.keys()]) close(style);
  return done
    .map(({ style, marks }) => ({ style, items: itemsOf(text, marks) }))
    .sort((a, b) => (a.items[0]?.from ?? 0) - (b.items[0]?.from ?? 0));
}

/** What a mark can be: (i) is a roman one or the ninth letter. */
function* marksOf(text: string): Generator<Mark[]> {
  let bullet = 0;
  for (const m of text.matchAll(MARK)) {
    const from = m.index;
    const to = from + m[0].length;
    const tail = text.slice(Math.max(0, from - 40), from);
    const line = tail.lastIndexOf('\n');
    const before = tail.slice(line + 1);
    const leads = (line >= 0 || from <= 40) && /^[\s#]*$/.test(before);
    const base = { from, to, words: m[0], leads };
    if (m[6]) {
      if (leads) yield [{ ...base, style: '-', n: ++bullet }];
      continue;
    }
    const inline =
      /(?:[.:;,?!)"']|\b(?:and|or|include|including|contain|contains|address|cover|state|discuss|describe|to|of|by|the following))\s*$/i.test(
        before,
      );
    const paren = m[1] ?? m[2];
    // "six (6) days": the figure repeats the word.
    if (paren !== undefined && repeatsNumber(before, m[0])) continue;
    const cited =
      /\b(?:rules?|sections?|subsections?|paragraphs?|parts?|under|items?|see|for|in|§+)\s*$/i.test(before);
    if (!leads && !inline && (m[1] === undefined || cited)) continue;
    if (m[7]) {
      const at = WORDS.indexOf(m[7].toLowerCase());
      yield [{ ...base, style: 'word', n: at >= 0 ? at + 1 : 99 }];
    } else if (paren) yield numbered(paren, ')').map((x) => ({ ...base, ...x }));
    else if (leads || /(?:[.:;?!)"']|;\s{1,4}(?:and|or))\s*$/.test(before)) {
      yield numbered(m[3] ?? m[4] ?? m[5] ?? '', '.').map((x) => ({ ...base, ...x }));
    }
  }
}

const repeatsNumber = (before: string, mark: string): boolean =>
  new RegExp(`\\b${NUMBER}\\s*$`, 'i').test(before) && /^\(\d/.test(mark);

function numbered(mark: string, tail: ')' | '.'): { style: Style; n: number }[] {
  if (/^\d/.test(mark)) return [{ style: `1${tail}`, n: Number(mark) }];
  const upper = /^[A-Z]/.test(mark);
  const both: { style: Style; n: number }[] = [];
  if (mark.length === 1)
    both.push({ style: upper ? `A${tail}` : `a${tail}`, n: mark.toLowerCase().charCodeAt(0) - 96 });
  const roman = ROMAN.indexOf(mark.toLowerCase()) + 1;
  if (roman > 0) both.push({ style: upper ? `I${tail}` : `i${tail}`, n: roman });
  return both;
}

/** Bullets belong together while nothing but their own lines stands between them. */
function sameList(text: string, a: Mark, b: Mark): boolean {
  const between = text
    .slice(a.to, b.from)
    .split('\n')
    .map((l) => l.trim());
  return between.slice(1, -1).every((l) => l === '') || between.filter((l) => l !== '').length <= 1;
}

function itemsOf(text: string, marks: readonly Mark[]): Item[] {
  return marks.map((m, i) => {
    const next = marks[i + 1];
    const end = next ? next.from : lastEnd(text, m);
    return { mark: m.words.trim(), from: m.from, start: m.to, end };
  });
}

/** The last entry ends with its line where it began one, else with its sentence. */
function lastEnd(text: string, m: Mark): number {
  const line = text.indexOf('\n', m.to);
  const stop = line < 0 ? text.length : line;
  for (const x of text
    .slice(m.to, stop)
    .matchAll(/[.?!]["')]{0,2}(?=\s+(?:[A-Z("\d]|[ivx]{1,5}\.\s)|\s*$)/g)) {
    if (
      !/(?:\b(?:Mr|Ms|Mrs|Dr|No|Fed|R|Civ|P|U\.S|v|al|Inc|Co)|\b[A-Z])\.$/.test(
        text.slice(m.to, m.to + x.index + 1),
      )
    ) {
      return m.to + x.index + x[0].length;
    }
  }
  return stop;
}
