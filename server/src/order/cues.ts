import { stemmer } from 'stemmer';

/**
 * Words by which a heading is known. A cue holds when the heading has all of its words, in any order and
 * inflection; `a/b` is met by either, `-a` by its absence, and `=` in front wants nothing else there.
 * Cues are word lists and never regular expressions, so no order file can hang the check.
 */
export interface Cue {
  readonly alone: boolean;
  /** Each set is met by one of its stems. */
  readonly all: readonly ReadonlySet<string>[];
  readonly none: ReadonlySet<string>;
}

export function compileCue(source: string): Cue {
  const alone = source.startsWith('=');
  const all: ReadonlySet<string>[] = [];
  const none = new Set<string>();
  for (const word of (alone ? source.slice(1) : source).trim().split(/\s+/)) {
    if (word.startsWith('-')) for (const w of stems(word.slice(1))) none.add(w);
    else all.push(new Set(word.split('/').flatMap(stems)));
  }
  return { alone, all, none };
}

/** A heading taken apart for matching: as a whole, and each part of a combined one ("History and Value"). */
export interface HeadingWords {
  readonly scopes: readonly (readonly string[])[];
}

/** Where one topic of a combined heading ends and the next begins. */
const JOINTS =
  /\s*(?:[,;:/()[\]|\u2013\u2014&+]|\s-\s|\band\b|\bwith\b|\bincluding\b|\bplus\b|\bas well as\b)\s*/iu;

export function headingWords(heading: string): HeadingWords {
  const words = withoutNumbering(heading);
  const whole = stems(words);
  const parts = words.split(JOINTS).filter((part) => /\p{L}/u.test(part));
  if (parts.length < 2) return { scopes: [whole] };
  return { scopes: [whole, ...parts.map(stems)] };
}

export function matches(heading: HeadingWords, cues: readonly Cue[]): boolean {
  const [whole = []] = heading.scopes;
  return heading.scopes.some((scope) => cues.some((cue) => holds(scope, whole, cue)));
}

function holds(words: readonly string[], whole: readonly string[], cue: Cue): boolean {
  // What must not be there may stand in another part, unless a word alone is all there is to go by.
  if ((cue.alone ? whole : words).some((w) => cue.none.has(w))) return false;
  if (!cue.all.every((set) => words.some((w) => set.has(w)))) return false;
  return !cue.alone || words.every((w) => FILLERS.has(w) || cue.all.some((set) => set.has(w)));
}

const NUMBERING =
  /^\s*(?:(?:section|part|item|paragraph|topic|question|point|no(?=\.)|para|sec|art|article|response to|answer to)\.?\s+)*(?:[§¶#]+\s*)*(?:\(?(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])\)?(?:\([\da-z]+\))*[.):\]\u2013\u2014-]+\s*|\(?(?:\d+(?:\.\d+)*|[ivxlc]{2,})(?:\([\da-z]+\))*\)?\s+|(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh)\s*[.:,\u2013\u2014-]+\s*)*/iu;

/** Numbering in front says nothing about the topic: "II.", "(1)", "Section 2 -", "¶ 2(1):". */
export function withoutNumbering(heading: string): string {
  const rest = heading.replace(NUMBERING, '');
  return /\p{L}/u.test(rest) ? rest : heading;
}

const known = new Map<string, string>();

/** The stems of a text's words: small letters, no accents, no possessive endings. */
export function stems(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2018\u2019]s?\b/g, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

function stem(word: string): string {
  let found = known.get(word);
  if (found === undefined) {
    const s = UNRELATED.has(word) ? word : stemmer(word);
    found = ALIASES[s] ?? s;
    if (known.size < 5_000) known.set(word, found);
  }
  return found;
}

/** Words whose stem is that of a word with another meaning. */
const UNRELATED: ReadonlySet<string> = new Set([
  'negotiable',
  'negotiability',
  'attendant',
  'attendants',
  'caseload',
  'decisive',
  'preceding',
]);

/** Stems that Porter's rules keep apart though the words are forms of one. */
const ALIASES: Readonly<Record<string, string>> = {
  [stemmer('settlement')]: stemmer('settle'),
  [stemmer('valuation')]: stemmer('value'),
  [stemmer('attendee')]: stemmer('attend'),
  [stemmer('attendance')]: stemmer('attend'),
  [stemmer('judgement')]: stemmer('judgment'),
  [stemmer('counterproposal')]: stemmer('counteroffer'),
  [stemmer('counterdemand')]: stemmer('counteroffer'),
};

/** Words that leave a heading's topic as it is. */
const FILLERS: ReadonlySet<string> = new Set(
  stems(
    'the a an of and or for to in on by with as at its it their his her our my your us we i they them these those ' +
      'all any each this that re concerning regarding about plaintiff plaintiffs defendant defendants party parties ' +
      'summary overview brief statement date s what which how where why is are was were be been has have had do does ' +
      'did really actually think believe say see so far',
  ),
);
