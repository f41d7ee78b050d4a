import { CONCEPTS } from './concepts.ts';
import type { HeadingWords, Scope } from './heading.ts';
import { IDIOM_NAMES, idiomToken } from './idioms.ts';
import { stems } from './stems.ts';

/**
 * Words by which a heading is known. A cue holds when the heading has all of its words, in any order and
 * inflection; `a/b` is met by either, `-a` by its absence, `a-b` by the two side by side, `@name` by a word of
 * that concept, and `=` in front wants nothing else there but what `a?` allows.
 * Cues are word lists and never regular expressions, so no order file can hang the check.
 */
export interface Cue {
  readonly source: string;
  readonly alone: boolean;
  /** Each set is met by one of its words. */
  readonly all: readonly Words[];
  readonly none: readonly Words[];
  readonly may: readonly Words[];
}

/** Alternatives: words named outright, and those of concepts, which idioms hide (see idioms.ts). */
interface Words {
  readonly named: ReadonlySet<string>;
  readonly meant: ReadonlySet<string>;
}

export function compileCue(source: string): Cue {
  const alone = source.startsWith('=');
  const cue = { source, alone, all: [] as Words[], none: [] as Words[], may: [] as Words[] };
  for (const word of (alone ? source.slice(1) : source).trim().split(/\s+/)) {
    if (word.startsWith('-')) cue.none.push(wordsOf(word.slice(1)));
    else if (word.endsWith('?')) cue.may.push(wordsOf(word.slice(0, -1)));
    else cue.all.push(wordsOf(word));
  }
  return cue;
}

/** Concepts that a cue names and nobody knows. */
export function unknownConcepts(source: string): string[] {
  const names = [...source.matchAll(/@([^\s/?]*)/g)].map(([, name = '']) => name);
  return names.filter((name) => !concepts.has(name));
}

function wordsOf(alternatives: string): Words {
  const named = new Set<string>();
  const meant = new Set<string>();
  for (const word of alternatives.split('/')) {
    if (word.startsWith('@')) for (const w of concepts.get(word.slice(1)) ?? []) meant.add(w);
    else named.add(token(word));
  }
  return { named, meant };
}

const token = (word: string): string => (IDIOM_NAMES.has(word) ? idiomToken(word) : stems(word).join('-'));

const concepts: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(CONCEPTS).map(([name, { words }]) => [name, new Set(words.split(/\s+/).map(token))]),
);

export function matches({ whole, parts }: HeadingWords, cues: readonly Cue[]): boolean {
  return [whole, ...parts].some((scope) => cues.some((cue) => holds(scope, whole, cue)));
}

function holds(scope: Scope, whole: Scope, cue: Cue): boolean {
  // What must not be there may stand in another part, unless a word alone is all there is to go by.
  const around = cue.alone ? whole : scope;
  if (cue.none.some((w) => has(around, w))) return false;
  if (!cue.all.every((w) => has(scope, w))) return false;
  if (!cue.alone) return true;
  const allowed = [...cue.all, ...cue.may];
  const fits = (word: string): boolean =>
    FILLERS.has(word) || allowed.some((w) => w.named.has(word) || w.meant.has(word));
  return scope.units.every((u) => u.owner || fits(u.name) || u.words.every(fits));
}

const has = ({ said, meant }: Scope, words: Words): boolean => {
  for (const word of words.named) if (said.has(word)) return true;
  for (const word of meant) if (words.meant.has(word)) return true;
  return false;
};

/** Words that leave a heading's topic as it is. */
const FILLERS: ReadonlySet<string> = new Set(
  stems(
    'the a an of and or for to in on by with as at its it their his her our my your us we i they them these those ' +
      'all any each this that re concerning regarding about plaintiff plaintiffs defendant defendants party parties ' +
      'summary overview brief statement date s what which how where why is are was were be been has have had do does ' +
      'did really actually think believe say see so far mr ms mrs dr messrs client clients side sides both usd ' +
      'respective if there some',
  ),
);
