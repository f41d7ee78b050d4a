import type { Clause } from '../text/clauses.ts';
import { type Read, read } from '../text/reading.ts';
import { type Anchors, timesIn } from './due.ts';

/** A dated step of this case: a meeting of counsel, an answer that one side owes. */
export interface StepRead {
  readonly kind: 'meeting' | 'answer';
  readonly title: string;
  /** `2024-07-31` or `2024-07-31 10:30`. */
  readonly date: string;
  readonly by: 'plaintiff' | 'defendant' | 'counsel' | 'each party';
}

const MEETING =
  /\b(?:(pre-?\s?(?:settlement|mediation)(?: conference)?|preliminary|planning)\s+(?:telephone )?(meeting|call|conference)|pre-conference (meeting|call))\b/i;
const ANSWER =
  /\b(?:shall|must|is to|are to|will) (?:respond|reply) to\b[^.;]{0,60}\b(?:communication|proposal|letter|latest|last)\b/i;

/** The steps with a date of the case's own. A demand's answer is elsewhere (see exchange.ts). */
export function stepsIn(clauses: readonly Clause[], anchors: Anchors): Read<StepRead>[] {
  const found: Read<StepRead>[] = [];
  for (const c of clauses) {
    const meeting = MEETING.exec(c.text);
    const answer = meeting ? null : ANSWER.exec(c.text);
    if (!meeting && !answer) continue;
    if (/\b(?:before|prior to|cancell?ed|vacated|already)\b/i.test(c.words)) continue;
    const time = timesIn(c.text, c.start, anchors).find((t) => 'date' in t.due);
    if (!time || !('date' in time.due)) continue;
    const { due } = time;
    const kind = meeting ? 'meeting' : 'answer';
    const date = due.time ? `${due.date} ${due.time}` : due.date;
    if (found.some((f) => f.value.kind === kind)) continue;
    const by =
      c.actor === 'plaintiff' || c.actor === 'defendant' ? c.actor : meeting ? 'counsel' : 'each party';
    const title = meeting
      ? sentenceCase(meeting[0].replace(/\s+/g, ' ').replace(/-\s/g, '-'))
      : by === 'defendant'
        ? "Defendants answer the plaintiffs' last proposal"
        : "Answer to the other side's last proposal";
    found.push(read({ kind, title, date, by }, time.start, time.end, 0.8));
  }
  return found;
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
