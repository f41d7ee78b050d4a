import { perProse } from '../../letter/prose.ts';
import type { PlacedProse } from '../../letter/sections.ts';
import { namesOf } from '../../order/resolve.ts';
import { headOf, isGreeting, spanIn } from './regions.ts';
import type { Found, OrderContext } from './rule.ts';

const NAME = String.raw`(?<name>\p{Lu}[\p{L}.'\u2019-]*(?:\s{1,2}\p{Lu}[\p{L}.'\u2019-]*){0,4})`;
/** In small letters, with a capital and in capitals: the names that follow are known by their capitals. */
const spelled = (words: string): string =>
  words
    .split(' ')
    .flatMap((w) => [w, w.charAt(0).toUpperCase() + w.slice(1), w.toUpperCase()])
    .join('|');
const TITLES = String.raw`(?:(?:${spelled('the chief senior united states magistrate judge honorable hon justice')}|U\.\s?S|Mr|Ms)\.?\s{1,2}){1,6}`;

/** "Dear Magistrate Judge Krause:" */
const GREETED = new RegExp(String.raw`^\W*(?:${spelled('dear to')})\s{1,2}(?<title>${TITLES})${NAME}`, 'u');
/** "Hon. Paul Krause", a line of its own. */
const ADDRESSED = new RegExp(
  String.raw`^\W*(?<title>(?:(?:${spelled('the')})\s{1,2})?(?:${spelled('hon honorable')})\.?\s{1,2}|(?:(?:Chief|United\s{1,2}States|U\.\s?S\.)\s)?Magistrate\s{1,2}Judge\s{1,2})${NAME}`,
  'u',
);
/** "settlement conference before Magistrate Judge Krause" */
const BEFORE = new RegExp(
  String.raw`\b[Ss]ettlement\s{1,2}[Cc]onference\b[^.;:]{0,60}?\b(?:before|with)\s{1,2}(?<title>${TITLES})${NAME}`,
  'gu',
);

/** Conferences that are over, or another court's. */
const ELSEWHERE =
  /\b(?:earlier|prior|previous|first|former|state|another|other|related|last|unsuccessful|failed|private|held|took place|did not)\b/i;

/** The settlement judge where the letter addresses or names one, when it is not the header's. */
export function judgesNamed(context: OrderContext): Found[] {
  const { letter, submission } = context;
  const head = headOf(letter, submission);
  const found: Found[] = [];
  const greeting = letter.proses.slice(0, head.length + 1).find(({ prose }) => isGreeting(prose.text));
  if (greeting) found.push(...differing(context, greeting, GREETED.exec(greeting.prose.text), 0, 'surname'));
  found.push(...addressed(context, head));
  for (const placed of letter.proses) {
    for (const hit of heldBefore(placed.prose)) {
      found.push(...differing(context, placed, hit, hit.index, 'surname'));
    }
  }
  return found;
}

/** Where a block says before whom the settlement conference is. */
const heldBefore = perProse(({ kind, inQuote, text }): readonly RegExpExecArray[] => {
  if (kind === 'code' || inQuote || !/conference/i.test(text)) return [];
  return [...text.matchAll(BEFORE)].filter(
    (m) => !ELSEWHERE.test(text.slice(Math.max(0, m.index - 60), m.index + m[0].length + 40)),
  );
});

function addressed(context: OrderContext, head: readonly PlacedProse[]): Found[] {
  const lines = head.flatMap((placed) => {
    if (placed.prose.kind !== 'paragraph') return [];
    let at = 0;
    const all = placed.prose.text.split('\n');
    return all.map((line, i) => {
      const start = at;
      at += line.length + 1;
      return { placed, line, start, next: all[i + 1] ?? '' };
    });
  });
  const named = lines.some(({ line }) => isOurs(context, line));
  return lines.flatMap(({ placed, line, start, next }) => {
    const hit = line.length <= 120 ? ADDRESSED.exec(line) : null;
    if (!hit || /\bdistrict judge\b|\bU\.?S\.?D\.?J\b/i.test(`${line} ${next}`)) return [];
    // Beside the settlement judge's, a name without "Magistrate Judge" is the trial judge's.
    if (named && !/magistrate|\bU\.?S\.?M\.?J\b/i.test(`${line} ${next}`)) return [];
    return differing(context, placed, hit, start, 'name');
  });
}

function differing(
  context: OrderContext,
  placed: PlacedProse,
  hit: RegExpExecArray | null,
  at: number,
  form: 'name' | 'surname',
): Found[] {
  const { judge } = context.order;
  const { name: written = '', title = '' } = hit?.groups ?? {};
  const name = written.replace(/[.'\u2019-]+$/, '').replace(/['\u2019]s$/, '');
  if (!hit || name === '' || isOurs(context, name) || !/\p{Ll}|\p{Lu}{3}/u.test(name)) return [];
  // Titles that the name's pattern took in: "Dear Judge Magistrate".
  if (/^(?:Judge|Magistrate|Court|Honor|Your|Madam|Sir|Justice|United States)\b/.test(name)) return [];
  const start = at + hit[0].lastIndexOf(written);
  const call = /judge\s*$/i.exec(title.trimEnd())?.[0].length ?? 0;
  const lead = form === 'surname' && call > 0 ? title.length - title.trimEnd().length + call : 0;
  // Who writes the surname alone goes on doing so.
  const right = form === 'name' && /\s/.test(name) ? judge.name : judge.surname;
  const text = written === written.toUpperCase() && name.length > 3 ? right.toUpperCase() : right;
  const edit = spanIn(placed, start, start + name.length);
  return [
    {
      message: `This names ${name}: the conference is before Magistrate Judge ${judge.surname}.`,
      span: spanIn(placed, start - lead, start + name.length),
      fixes: [{ title: `Change to ${text}`, edits: [{ span: edit, text }] }],
    },
  ];
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Whether words hold the settlement judge's surname, or another name by which the judge is known. */
function isOurs({ order }: OrderContext, words: string): boolean {
  const text = ` ${plain(words)} `;
  let names = ours.get(order);
  if (!names) {
    names = [order.judge.surname, ...namesOf(order).slice(1)].map((n) => ` ${plain(n).trim()} `);
    ours.set(order, names);
  }
  return names.some((n) => text.includes(n));
}

/** The names of each order's judge as `plain` has them, between spaces. */
const ours = new WeakMap<OrderContext['order'], readonly string[]>();
