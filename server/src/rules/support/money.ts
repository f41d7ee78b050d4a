/** A sum of money in a text. `value` in dollars. */
export interface Sum {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const SCALE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  k: 1_000,
  million: 1_000_000,
  mil: 1_000_000,
  mm: 1_000_000,
  m: 1_000_000,
  billion: 1_000_000_000,
  b: 1_000_000_000,
};

/** "$450,000", "$450K", "$1.2 million", "450 thousand dollars", "450,000 dollars". */
const FIGURES = new RegExp(
  String.raw`(?<dollar>\$\s?)?(?<![\d,.])(?<number>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?<cents>\.\d{1,4})?` +
    String.raw`(?:[ \u00A0\n-]?(?<scale>thousand|million|billion|mil|mm|[kmb])(?![\p{L}\d]))?` +
    String.raw`(?<dollars>\s{1,3}(?:U\.?S\.? )?dollars\b)?`,
  'giu',
);

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
  .concat(' sixteen seventeen eighteen nineteen')
  .split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SPELLED: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((w, i): [string, number] => [w, i]),
  ...TENS.map((w, i): [string, number] => [w, (i + 2) * 10]),
]);
const SCALES = ['hundred', 'thousand', 'million', 'billion'];

/** At most so many words spell a sum out. */
const LONGEST_SPELLED = 16;

/** "four hundred thousand dollars". */
const WORDS = new RegExp(
  String.raw`\b(?:(?:${[...SPELLED.keys(), ...SCALES].join('|')}|half|an?|and)[\s-]{1,3}){1,${LONGEST_SPELLED}}dollars\b`,
  'gi',
);

/** Every sum in `text`, in order; words and figures of the same sum side by side are one. */
export function sumsIn(text: string): Sum[] {
  const found: Sum[] = [];
  if (text.includes('$') || /dollars/i.test(text)) {
    for (const m of text.matchAll(FIGURES)) {
      const { dollar, number = '', cents = '', scale, dollars } = m.groups ?? {};
      if (dollar === undefined && dollars === undefined) continue;
      const value = Number(number.replaceAll(',', '') + cents) * (SCALE[scale?.toLowerCase() ?? ''] ?? 1);
      found.push({ start: m.index, end: m.index + m[0].length, value: round(value) });
    }
  }
  if (/dollars/i.test(text)) {
    for (const m of text.matchAll(WORDS)) {
      const value = spelled(m[0]);
      if (value === undefined) continue;
      const lead = /^(?:and[\s-]+)*/i.exec(m[0])?.[0].length ?? 0;
      found.push({ start: m.index + lead, end: m.index + m[0].length, value });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((sum, i) => {
    const before = found[i - 1];
    if (!before) return true;
    const between = text.slice(before.end, sum.start);
    return sum.start >= before.end && !(before.value === sum.value && /^[\s([]*$/.test(between));
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;

function spelled(words: string): number | undefined {
  let total = 0;
  let part = 0;
  let some = false;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const unit = SPELLED.get(word);
    const scale = SCALES.includes(word) ? (SCALE[word] ?? 1) : undefined;
    if (unit !== undefined) part += unit;
    else if (word === 'half') part += 0.5;
    else if (scale === 100) part = (part || 1) * 100;
    else if (scale !== undefined) {
      total += (part || 1) * scale;
      part = 0;
    } else continue;
    some = true;
  }
  return some ? round(total + part) : undefined;
}

/** A sum as a letter writes it: $450,000, $1,412.50. */
export function asDollars(value: number): string {
  const [whole = '', cents = ''] = value.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${grouped}${cents === '00' ? '' : `.${cents}`}`;
}
