const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number as an order writes it: `10`, `ten`, `ten (10)`, `twenty-one`, `a`. Source of a pattern with no groups. */
export const NUMBER = `(?:(?:(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(1, 10).join('|')}))?|${ONES.slice(1).reverse().join('|')}|\\d{1,3})\\b(?:\\s{0,6}\\(\\d{1,3}\\))?)`;

/** The value of what NUMBER matched. Where words and figures differ, none: they cannot both be right. */
export function numberOf(words: string): number | undefined {
  const figure = /\((\d{1,3})\)/.exec(words)?.[1];
  const said = worth(
    words
      .replace(/\s{0,6}\(\d{1,3}\)/, '')
      .trim()
      .toLowerCase(),
  );
  if (figure !== undefined && said !== undefined && said !== Number(figure)) return undefined;
  return said ?? (figure === undefined ? undefined : Number(figure));
}

function worth(words: string): number | undefined {
  if (/^\d+$/.test(words)) return Number(words);
  const [ten = '', one] = words.split(/[- ]/);
  const tens = TENS.indexOf(ten);
  if (tens >= 0) return (tens + 2) * 10 + (one ? Math.max(0, ONES.indexOf(one)) : 0);
  const ones = ONES.indexOf(words);
  return ones >= 0 ? ones : undefined;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** `Eighth` is 8, `22nd` is 22. */
export function ordinalOf(word: string): number | undefined {
  const figure = /^(\d{1,2})(?:st|nd|rd|th)$/i.exec(word)?.[1];
  if (figure) return Number(figure);
  const at = ORDINALS.indexOf(word.toLowerCase());
  return at >= 0 ? at + 1 : undefined;
}
