import { type Mapped, rewrite } from './mapped.ts';

/** What page breaks leave in the text: the docket's stamp, "Page 2 of 5". */
export function withoutStamps(m: Mapped): Mapped {
  let out = rewrite(
    m,
    /\bCase[:\s]{1,3}\d{1,2}:\d{2}-[a-z]{2}-\d{3,6}[A-Z0-9-]{0,24}\s{1,9}(?:Document|Doc\.?|ECF No\.)\s{1,9}\d{1,4}(?:-\d{1,3})?\s{1,9}Filed\s{1,9}\d{1,2}\/\d{1,2}\/\d{2,4}\s{1,9}Page\s{0,9}(?:ID\s?#?:?\s?\d{1,6}\s{1,9})?\d{1,3}\s{1,9}of\s{1,9}\d{1,3}(?:\s{1,9}Page\s?ID\s?#?:?\s?\d{1,6})?/gi,
    ' ',
  );
  // The same stamp without its "Case", as some districts print it.
  out = rewrite(
    out,
    /(?<![\w-])\d{1,2}:\d{2}-[a-z]{2}-\d{3,6}[A-Z0-9-]{0,24},?\s{1,9}(?:Document|Doc\.?|ECF No\.)[\s#]{1,9}\d{1,4},?\s{1,9}(?:Page\s?ID[.\s#:]{0,3}\d{1,7}\s{1,9})?Filed\s{1,9}\d{1,2}\/\d{1,2}\/\d{2,4}\s{1,9}Page\s{1,9}\d{1,3}\s{1,9}of\s{1,9}\d{1,3}/gi,
    '\n',
  );
  out = rewrite(out, /^[ \t#*-]{0,6}page \d{1,3}(?: of \d{1,3})?[ \t*-]{0,6}$/gim, '');
  return rewrite(out, /\/{4,40}/g, ' ');
}

/** Numbers alone on their lines, which are pages'. */
export function withoutPageNumbers(m: Mapped): Mapped {
  return rewrite(m, /^[ \t]{0,80}-?[ \t]{0,2}\d{1,3}[ \t]{0,2}-?[ \t]{0,80}$/gm, '');
}

/** Indentation and double blanks; wide gaps part columns and stay. */
export function withoutIndents(m: Mapped): Mapped {
  const left = rewrite(m, /(?<=\n|^)[ \t]{1,200}/g, '');
  // A number behind a bullet is the entry's mark.
  const marked = rewrite(left, /^- {1,40}(?=\(?[\da-zA-Z]{1,3}[.)]\s)/gm, '');
  return rewrite(marked, /(?<=\S) {2,3}(?=\S)/g, ' ');
}

/** Words that a line's end parts. */
export function joinHyphens(m: Mapped): Mapped {
  return rewrite(m, /([a-z]{2})-[ \t]{0,4}(?:\n[ \t]{0,80}){1,3}([a-z]{2})/g, (x) => `${x[1]}${x[2]}`);
}

const GOV = [...'uscourts.gov'].map((c) => (c === '.' ? '\\.' : c)).join('\\s{0,3}');
const BROKEN_COURT = new RegExp(`@\\s{0,2}([a-z0-9-]{2,12})\\s{0,2}\\.\\s{0,2}${GOV}`, 'gi');

/** Addresses with blanks or line breaks within them. */
export function joinAddresses(m: Mapped): Mapped {
  let out = rewrite(m, BROKEN_COURT, (x) => `@${x[1]}.uscourts.gov`);
  out = rewrite(out, /([\w.-]{2,60}[_.-])[ \t]{0,3}\n[ \t]{0,40}([\w.-]{1,60}@)/g, (x) => `${x[1]}${x[2]}`);
  return rewrite(out, /([\w-]{2,40})[ \t]{0,2}\n?[ \t]{0,2}@(?=[a-z]{2,20}\.)/gi, (x) => `${x[1]}@`);
}

/** Marks of footnotes: [1], or a digit that sticks to the word before it. */
export function withoutNoteMarks(m: Mapped): Mapped {
  const out = rewrite(m, /\[\^?\d{1,2}\]/g, '');
  return rewrite(out, /(?<=[a-z]{3}[.,;"]{0,2})\d(?=\s)/g, '');
}

/**
 * Words that bad text recognition tears apart ("sett le"). Two pieces are one word where the whole word stands
 * elsewhere in the same text and at least one of the pieces does not.
 */
export function joinTornWords(m: Mapped): Mapped {
  const count = new Map<string, number>();
  for (const [word] of m.text.matchAll(/[a-z]+/g)) count.set(word, (count.get(word) ?? 0) + 1);
  const seen = (word: string): number => count.get(word) ?? 0;
  return rewrite(m, /\b([b-hj-z]|[a-z]{2,6}) ([a-z]{2,12})\b/g, (x) => {
    const [, a = '', b = ''] = x;
    const torn = seen(a + b) > 0 && (seen(a) === 1 || seen(b) === 1) && (a.length === 1 || seen(a) === 1);
    return torn && !SHORT.has(a) && !SHORT.has(b) ? a + b : null;
  });
}

/** Words that stand before others in their own right. */
const SHORT: ReadonlySet<string> = new Set(
  'a an as at be by do for go he if in into is it may me my no not of off on one or other our out over own so such than that the them then there these they this to under up us was we what when where which who will with all any are but can had has have her him his how its let more must new per some she said same'.split(
    ' ',
  ),
);
