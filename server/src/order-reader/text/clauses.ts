import { NUMBER } from './numbers.ts';
import { answered } from './questions.ts';
import type { Reading } from './reading.ts';
import { type Actor, actorsIn, type Sides } from './sides.ts';

/** A stretch of a sentence with one subject and one duty. Offsets into the clean text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Its words with blanks as one; not for offsets. */
  readonly words: string;
  /** The text itself, for offsets. */
  readonly text: string;
  /** Who is to act; null where nobody is named. */
  readonly actor: Actor | null;
  readonly sentence: number;
  readonly block: number;
}

export const MODAL =
  '(?:shall|must|should|will|(?:is|are) (?:hereby |also |therefore |then )?(?:to|directed to|ordered to|required to|instructed to|expected to|asked to|requested to|responsible for|free to)|may(?! \\d)|has to|have to|needs? to|ought to)';
const DUTY = new RegExp(`\\b${MODAL}\\b`, 'i');

/** The sentences' clauses, without what lies in `skip`. */
export function clausesOf(
  r: Reading,
  sides: Sides,
  skip: readonly { start: number; end: number }[],
): Clause[] {
  const found: Clause[] = [];
  for (const [n, s] of r.sentences.entries()) {
    for (const [start, end] of remaining(s.start, s.end, skip)) {
      for (const [a, b] of parts(r.text.slice(start, end), sides)) {
        const text = r.text.slice(start + a, start + b);
        const words = text.replace(/\s+/g, ' ').trim();
        if (words.length < 3) continue;
        found.push({
          start: start + a,
          end: start + b,
          words,
          text,
          actor: actorOf(words, sides),
          sentence: n,
          block: s.block,
        });
      }
    }
  }
  return answered(found);
}

/** What is left of a stretch when others are cut out of it. */
function* remaining(
  start: number,
  end: number,
  skip: readonly { start: number; end: number }[],
): Generator<[number, number]> {
  let from = start;
  for (const s of skip) {
    if (s.end <= from || s.start >= end) continue;
    if (s.start > from) yield [from, s.start];
    from = Math.max(from, s.end);
  }
  if (from < end) yield [from, end];
}

/** "..., and no later than seven days before the conference defendants must ...": the time comes first. */
const TIME_FIRST = new RegExp(
  `^(?:(?:at least|at minimum|not? (?:later|less|fewer) than|on or before|by|within|before|then|thereafter)\\b|(?:${NUMBER}|an?)\\s(?:\\w+\\s)?(?:days?|weeks?|hours?)\\b)`,
  'i',
);
const JOINT =
  /;\s{1,40}(?:and\s{1,40}|but\s{1,40})?|,\s{1,40}to (?:which|whom)\s{1,40}|,\s{1,40}(?:and|but|while|whereas|with)\s{1,40}(?:that\s{1,40})?|(?<!\s)\s{1,40}and\s{1,40}(?:that\s{1,40})?|,\s{1,40}(?=that\s)|(?<!\s)\s{1,40}(?:while|whereas)\s{1,40}/gi;

/** Cuts where somebody else's duty begins. */
function* parts(text: string, sides: Sides): Generator<[number, number]> {
  let from = 0;
  for (const m of text.matchAll(JOINT)) {
    const at = m.index + m[0].length;
    const hard = m[0].startsWith(';');
    const rest = text.slice(at, at + 160).replace(/\s+/g, ' ');
    if (hard ? !independent(rest) && !begins(rest, sides) : !begins(rest, sides)) continue;
    if (at - from > 3) yield [from, at];
    from = at;
  }
  if (from < text.length) yield [from, text.length];
}

/** What follows a semicolon has a predicate of its own. */
const independent = (rest: string): boolean =>
  new RegExp(`^[^;]{0,70}?\\b(?:${MODAL}|do not|does not|is|are|was|goes)\\b`, 'i').test(rest) &&
  !/^(?:and |or )?(?:what|which|who|whether|how|why|the (?:\w+ ){1,3}(?:that|which|of|for|in|to)\b|any(?:thing)? (?:that|which|other)?|each|every|all|an? [\w-]+ (?:of|that))\b/i.test(
    rest,
  );

/** Somebody, and soon behind a duty: a clause begins here. */
function begins(rest: string, sides: Sides): boolean {
  const timed = TIME_FIRST.test(rest);
  const first = actorsIn(rest.slice(0, timed ? 130 : 60), sides)[0];
  if (!first || first.start > (timed ? 90 : 14)) return false;
  if (timed && DUTY.test(rest.slice(0, first.start))) return false;
  const behind = rest.slice(first.end, first.end + 40);
  return (
    new RegExp(`^[^,;]{0,22}?\\b${MODAL}\\b`, 'i').test(behind) ||
    (first.actor !== 'each party' &&
      /^\s(?:convey|serve|send|tender|provide|submit|deliver|return|communicate|an offer|a demand|answers?|responds?|repl(?:y|ies)|makes?|gives?)\b/i.test(
        behind,
      ))
  );
}

/** The last one named before the duty; "by" somebody in the passive; nobody in an imperative. */
export function actorOf(words: string, sides: Sides): Actor | null {
  const cell = words.startsWith('|') ? cellOf(words, sides) : null;
  if (cell) return cell;
  const duty = DUTY.exec(words);
  const mentions = actorsIn(words, sides);
  if (!duty) return firstActor(words, mentions);
  const before = mentions.filter(
    (m) =>
      m.end <= duty.index &&
      !/\b(?:of|by|on|to|from|with|against) (?:the |each |all )?$/i.test(words.slice(0, m.start)),
  );
  const last = before.at(-1);
  if (last && !/'s?$/.test(words.slice(last.start, last.end))) return last.actor;
  const passive = /\bby (?:the )?$/i;
  const agent = mentions.find((m) => m.start > duty.index && passive.test(words.slice(0, m.start)));
  return agent?.actor ?? last?.actor ?? null;
}

/** A table's row names who acts in a cell of its own. */
function cellOf(words: string, sides: Sides): Actor | null {
  for (const cell of words.split('|').map((x) => x.trim())) {
    const [m] = actorsIn(cell, sides);
    if (m && m.start === 0 && m.end === cell.length) return m.actor;
  }
  return null;
}

/** "Each party sends ...": the one named first, where a verb follows. */
function firstActor(
  words: string,
  mentions: readonly { actor: Actor; start: number; end: number }[],
): Actor | null {
  // A row of a table, "Plaintiff's written demand to Defendant": whose it is acts.
  const [owner] = mentions;
  if (
    owner &&
    owner.start < 14 &&
    /'s?$/.test(words.slice(owner.start, owner.end)) &&
    /^\s(?:[\w-]+\s){0,3}(?:demand|offer|response|answer|reply|proposal|letter|statement|memorandum|brief)\b/i.test(
      words.slice(owner.end),
    )
  )
    return owner.actor;
  const first = mentions.find((m) => !/'s?$/.test(words.slice(m.start, m.end)));
  if (first && first.start < 60) return first.actor;
  const acts = mentions.find((m) =>
    /^\s(?:\w+ly )?(?:sends?|submits?|provides?|delivers?|serves?|furnish(?:es)?|e-?mails?|writes?|lodges?|exchanges?|prepares?)\b/.test(
      words.slice(m.end),
    ),
  );
  return acts?.actor ?? null;
}
