import type { Clause } from '../text/clauses.ts';
import { type Read, read } from '../text/reading.ts';
import { type Anchors, type DueRead, timesIn } from './due.ts';

/** A step other than the papers, the demand and the answer, that must be taken by a day. */
export interface DeadlineRead {
  readonly kind: DeadlineKind;
  /** A period before the conference, a date, or the day on which a paper is due. */
  readonly when: DueRead | { readonly with: string };
  /** It counts from the meeting of counsel, not from the conference. */
  readonly beforeMeeting: boolean;
}

export type DeadlineKind = 'pre-registration' | 'excusal' | 'adjournment' | 'notice';

/** What each step is called, and how it is known. The first that fits holds. */
export const DEADLINE_KINDS: Readonly<Record<DeadlineKind, { title: string; by: string; when: RegExp }>> = {
  'pre-registration': {
    title: 'Pre-registration of counsel',
    by: 'counsel',
    when: /\bpre-?\s?regist\w+/i,
  },
  notice: {
    title: 'Word to the judge, if the order will not be met or settlement is not reasonably possible',
    by: 'counsel who learns of it',
    when: /\b(?:requirements? of this order (?:will|can|are|is) not|settlement is not (?:reasonably )?possible|(?:conference|mediation)\b[^.;]{0,40}\b(?:fruitless|futile|unproductive|infeasible|cancell?ed or postponed)|not be productive)\b/i,
  },
  adjournment: {
    title: 'Request for another day',
    by: 'the party that wants it',
    when: /\b(?:(?:requests?|motions?|moves?|applications?|asks?)\b[^.;]{0,60}\b(?:continu\w+|adjourn\w*|postpon\w*|resched\w*|reset|new date|another (?:day|date))|(?:adjournments?|continuances?|postponements?|rescheduling)\b[^.;]{0,60}\b(?:requests?|motions?|sought|asked|made|filed))/i,
  },
  excusal: {
    title: 'Request to be excused from attending, or to attend from elsewhere',
    by: 'the party that wants it',
    when: /\b(?:excus\w+|exception|exempt\w*|leave to (?:appear|attend)|(?:attend|appear|participate) (?:by|from|remotely|via)|telephonic(?:ally)?)\b/i,
  },
};
const ASKS =
  /\b(?:requests?|requested|motions?|applications?|apply|move[sd]?|ask(?:s|ed)?|leave|letter|permission|upon|in writing|filed?|made|sought|initiate|call|e-?mail|pre-?\s?regist\w+)\b/i;

/** The steps with a day of their own; at most one of a kind, and pre-registration for the meeting besides. */
export function deadlinesIn(clauses: readonly Clause[], anchors: Anchors): Read<DeadlineRead>[] {
  const found: Read<DeadlineRead>[] = [];
  let open: { kind: DeadlineKind; clause: number } | null = null;
  for (const [n, c] of clauses.entries()) {
    const kind: DeadlineKind | undefined =
      KINDS.find((k) => DEADLINE_KINDS[k].when.test(c.words)) ??
      (open && n - open.clause <= 3 && GOES_ON.test(c.words) ? open.kind : undefined);
    if (!kind) continue;
    open = { kind, clause: n };
    if (!ASKS.test(c.words)) continue;
    const beforeMeeting = /\bmeeting\b/i.test(c.words) && !/\bsettlement conference\b/i.test(c.words);
    if (found.some((f) => f.value.kind === kind && f.value.beforeMeeting === beforeMeeting)) continue;
    const when = timeOf(c, anchors);
    if (when)
      found.push(read({ kind, when: when.value, beforeMeeting }, when.start, when.end, when.confidence));
  }
  return found;
}

const KINDS: readonly DeadlineKind[] = ['pre-registration', 'notice', 'adjournment', 'excusal'];
/** The step is still spoken of: "The telephone conference must be sought ...". */
const GOES_ON =
  /^\W{0,3}(?:it|they|such|any such|that|this|the (?:motion|request|application|letter|telephone conference|call|e-?mail))\b/i;

function timeOf(c: Clause, anchors: Anchors): Read<DeadlineRead['when']> | null {
  // Counted from the demand is no step of the conference's.
  const times = timesIn(c.text, c.start, anchors).filter(
    (t) => !('after' in t.due && t.due.after === 'demand'),
  );
  const meeting =
    /(\b(?:one|two|three|four|five|ten|\d{1,2})\s(?:\(\d{1,2}\)\s)?(?:\w+\s)?(?:days?|weeks?|hours?))\s+(?:before|prior to)\s+the\s+(?:scheduled\s+)?pre-?\s?settlement/i.exec(
      c.text,
    );
  const period = meeting
    ? timesIn(`${meeting[1] ?? ''} before the conference`, c.start + meeting.index, anchors)[0]
    : undefined;
  const time = period ?? times[0];
  if (time) return read(time.due, time.start, time.end, 0.8);
  const paper =
    /\b(?:no|not)\s+later\s+than\s+the\s+(?:[\w-]+\s+){0,3}(statement|letter|memorandum|brief|summary)\b/i.exec(
      c.text,
    );
  return paper
    ? read(
        { with: (paper[1] ?? '').toLowerCase() },
        c.start + paper.index,
        c.start + paper.index + paper[0].length,
        0.75,
      )
    : null;
}
