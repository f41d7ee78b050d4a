import { type Read, type Reading, read } from '../text/reading.ts';

/** Talks that an earlier order wants anew: how the sides must have talked, and who must have made a proposal. */
export interface FreshRead {
  readonly discussion: readonly ('in person' | 'telephone' | 'video')[];
  readonly proposals: 'each party' | 'own side';
  /** The day of the earlier order, where it is named. */
  readonly since: string | null;
}

/** "Past settlement negotiations may not be relied upon": what was said before does not count. */
const ANEW =
  /\b\[?(?:past|prior|previous|earlier)\]? (?:settlement )?(?:negotiations?|discussions?|talks|offers?|demands?)\b[^.;]{0,30}\b(?:may|shall|will|do|does|can|cannot)\s?(?:not)?\b[^.;]{0,30}\b(?:relied|count|suffice|satisfy)/i;
const WAYS = [
  ['in person', /\bin person\b/i],
  ['telephone', /\b(?:tele)?phone\b/i],
  ['video', /\b(?:video\w*|zoom|teams)\b/i],
] as const;

export function freshIn(r: Reading): Read<FreshRead> | null {
  const at = r.sentences.findIndex((s) => ANEW.test(s.words.replace(/[[\]]/g, '')));
  const sentence = r.sentences[at];
  if (!sentence) return null;
  const near = `${r.sentences[at - 1]?.words ?? ''} ${sentence.words}`;
  if (!/\b(?:discussion|meet|confer|negotiat\w+)\b/i.test(near)) return null;
  const ways = WAYS.flatMap(([way, pattern]) => (pattern.test(near) ? [way] : []));
  const since = r.days.find(
    (d) =>
      d.start >= (r.sentences[at - 1] ?? sentence).start &&
      d.end <= sentence.end &&
      /^\s(?:\w+\s){0,2}order\b/i.test(r.text.slice(d.end, d.end + 40)),
  );
  return read(
    {
      since: since?.date ?? null,
      discussion: ways.length > 0 ? ways : ['in person', 'telephone', 'video'],
      proposals: /\b(?:each|every|both) (?:part(?:y|ies)|sides?)\b/i.test(near) ? 'each party' : 'own side',
    },
    sentence.start,
    sentence.end,
    0.85,
  );
}
