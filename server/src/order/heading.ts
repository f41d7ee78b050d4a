import { idiomAt, idiomToken } from './idioms.ts';
import { plain, stem } from './stems.ts';

/** One topic of a heading, its words as stems. */
export interface Scope {
  /** Words and idioms in their sequence, without articles. */
  readonly units: readonly Unit[];
  /** All words, the idioms that they make, and neighbours joined by a hyphen. */
  readonly said: ReadonlySet<string>;
  /** The same without words that an idiom means otherwise. */
  readonly meant: ReadonlySet<string>;
}

export interface Unit {
  readonly name: string;
  readonly words: readonly string[];
  /** In the possessive: it says whose, not what. */
  readonly owner: boolean;
}

/** A heading taken apart for matching: as a whole, and each part of a combined one ("History and Value"). */
export interface HeadingWords {
  readonly whole: Scope;
  readonly parts: readonly Scope[];
}

interface Token {
  readonly word: string;
  readonly owner: boolean;
  /** Where one topic of a combined heading ends and the next begins. */
  readonly joint: boolean;
}

const JOINT_WORDS = new Set(['and', 'including', 'plus', 'but', 'then']);
const ARTICLES = new Set(['the', 'a', 'an']);
/** A sum, a date, a year. */
const SUM = /(?:us)?[$\u00a3\u20ac]\s?\d[\d,.]*(?:\s?(?:million|thousand|billion|[kmb])\b)?/gi;
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  String.raw`\b(?:${MONTH}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{1,2}\s+${MONTH}(?:\s+\d{4})?|${MONTH},?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?)\b`,
  'giu',
);

export function headingWords(heading: string): HeadingWords {
  const bare = withoutNumbering(heading).replace(SUM, ' usd ').replace(DATE, ' ');
  const tokens = tokensOf(bare);
  const whole = scopeOf(tokens);
  const parts = split(tokens);
  return { whole, parts: parts.length < 2 ? [] : parts.map(scopeOf) };
}

function tokensOf(text: string): Token[] {
  const found = plain(text).matchAll(
    /[\p{L}\p{N}]+(?:'s?\b|(?<=s)'(?!\p{L}))?|[,;:/()[\]|\u2013\u2014&+?!]|(?<=\s)-(?=\s)/gu,
  );
  const tokens: Token[] = [];
  for (const [all] of found) {
    const word = all.replace(/'.*$/, '');
    if (ARTICLES.has(word)) continue;
    if (/^[\p{L}\p{N}]/u.test(word))
      tokens.push({ word: stem(word), owner: word !== all, joint: JOINT_WORDS.has(word) });
    else tokens.push({ word: all === '&' ? 'and' : '', owner: false, joint: true });
  }
  return tokens;
}

/** "as well as", "together with". */
const AS_WELL_AS = idiomToken('plus');

/** The parts between joints; a joint inside an idiom ("terms and conditions") parts nothing. */
function split(tokens: readonly Token[]): Token[][] {
  const words = tokens.map((t) => t.word);
  const parts: Token[][] = [[]];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const idiom = idiomAt(words, i);
    if (token.joint || idiom?.name === AS_WELL_AS) parts.push([]);
    else parts.at(-1)?.push(...(idiom ? tokens.slice(i, i + idiom.words.length) : [token]));
    if (idiom) i += idiom.words.length - 1;
  }
  return parts.filter((part) => part.some((t) => /\p{L}/u.test(t.word)));
}

function scopeOf(tokens: readonly Token[]): Scope {
  const words = tokens.map((t) => t.word);
  const units: Unit[] = [];
  const said = new Set<string>();
  const meant = new Set<string>();
  for (let i = 0; i < words.length; ) {
    const idiom = idiomAt(words, i);
    const own = words.slice(i, i + (idiom?.words.length ?? 1));
    const name = idiom?.name ?? words[i] ?? '';
    if (name !== '' && !tokens[i]?.joint) units.push({ name, words: own, owner: tokens[i]?.owner ?? false });
    for (const word of [name, ...own]) said.add(word);
    for (const word of idiom?.instead ? [name] : [name, ...own]) meant.add(word);
    i += own.length;
  }
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (!next) continue;
    said.add(`${word}-${next}`);
    if (meant.has(word) && meant.has(next)) meant.add(`${word}-${next}`);
  }
  return { units, said, meant };
}

const NUMBERING =
  /^\s*(?:(?:section|part|item|paragraph|topic|question|point|no(?=\.)|para|sec|art|article|response to|answer to)\.?\s+)*(?:[§¶#]+\s*)*(?:\(?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])\)?(?:\([\da-z]+\))*[.):\]\u2013\u2014-]+\s*|\(?(?:\d+(?:\.\d+)*|[ivxlc]{2,})(?:\([\da-z]+\))*\)?\s+|(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh)\s*[.:,\u2013\u2014-]+\s*)*/iu;

/** Numbering in front says nothing about the topic: "II.", "(1)", "Section 2 -", "¶ 2(1):". */
export function withoutNumbering(heading: string): string {
  const rest = heading.replace(NUMBERING, '');
  return /\p{L}/u.test(rest) ? rest : heading;
}
