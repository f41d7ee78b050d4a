import { aboutOf } from './facts/about.ts';
import { type Attendance, attendanceOf } from './facts/attendance.ts';
import { type AttendanceWho, attendanceWho } from './facts/attendance-who.ts';
import { captionIn } from './facts/caption.ts';
import { caseNumberIn } from './facts/case-number.ts';
import { type Circulation, circulationOf } from './facts/circulation.ts';
import { conferenceIn, type Setting } from './facts/conference.ts';
import { type ContentList, contentLists } from './facts/content-lists.ts';
import { contentsOf, type Topic } from './facts/contents.ts';
import { courtIn } from './facts/court.ts';
import { orderDateIn } from './facts/dated.ts';
import { type DeadlineRead, deadlinesIn } from './facts/deadlines.ts';
import { type Delivery, deliveryOf } from './facts/delivery.ts';
import type { Anchors, DueRead } from './facts/due.ts';
import { type Exchange, exchangeOf } from './facts/exchange.ts';
import { withLetters } from './facts/exchange-letters.ts';
import { type FreshRead, freshIn } from './facts/fresh.ts';
import { judgeIn } from './facts/judge.ts';
import { topicsOf } from './facts/list-topics.ts';
import { markingOf } from './facts/marking.ts';
import { ownPart } from './facts/own-part.ts';
import { type PageLimits, pageLimits } from './facts/page-limits.ts';
import { paperDue } from './facts/paper-due.ts';
import { type Paper, papersIn } from './facts/papers.ts';
import { remarksIn } from './facts/remarks.ts';
import { withSame } from './facts/same-as.ts';
import { type StepRead, stepsIn } from './facts/steps.ts';
import { clausesOf } from './text/clauses.ts';
import { type Read, type Reading, reading } from './text/reading.ts';
import { sidesOf } from './text/sides.ts';

/** A paper that the order asks for, with all that it says of it. */
export interface PaperRead extends Paper {
  readonly pages: PageLimits;
  readonly due: Read<DueRead> | null;
  readonly contents: readonly Topic[];
  readonly circulation: Circulation;
  readonly delivery: Delivery;
  readonly marking: Read<string> | null;
}

/** What was read from an order's text. Null is what it does not say, or says too doubtfully. */
export interface OrderRead {
  readonly reading: Reading;
  readonly judge: Read<string> | null;
  readonly court: Read<string> | null;
  readonly caseNumber: Read<string> | null;
  readonly caption: Read<string> | null;
  readonly conference: Read<Setting> | null;
  readonly ordered: Read<string> | null;
  readonly papers: readonly PaperRead[];
  readonly exchange: Exchange;
  readonly fresh: Read<FreshRead> | null;
  readonly attendance: Attendance;
  readonly who: AttendanceWho;
  /** Further steps with a day of their own. */
  readonly deadlines: readonly Read<DeadlineRead>[];
  readonly steps: readonly Read<StepRead>[];
  /** What no document can violate. */
  readonly remarks: readonly Read<string>[];
}

/** Reads an order. Total: any text gives a result. */
export function readOrder(text: string): OrderRead {
  const r = reading(text);
  const caption = captionIn(r);
  const conference = conferenceIn(r);
  const ordered = orderDateIn(r);
  const sides = sidesOf(caption?.value ?? null);
  const lists = contentLists(r);
  const clauses = clausesOf(r, sides, topicRanges(r, lists));
  const found = papersIn(clauses);
  const about = aboutOf(clauses, found);
  const anchors: Anchors = {
    conference: conference?.value.date ?? null,
    year: yearOf(conference?.value.date ?? ordered?.value),
    ordered: ordered?.value ?? null,
  };
  const contents = contentsOf(r, lists, clauses, about, found, sides);
  const full = found.map((paper, i): PaperRead => {
    const own = clauses.filter((_, n) => about[n]?.includes(i)).map((c) => ownPart(c, paper));
    return {
      ...paper,
      pages: pageLimits(own),
      due: paperDue(own, anchors),
      contents: contents[i] ?? [],
      circulation: circulationOf(own, sides),
      delivery: deliveryOf(own),
      marking: markingOf(
        own.filter(
          (c) =>
            !/^(?:whatever supports|(?:any )?(?:additional|supporting|other) (?:materials?|documents?|papers)|supporting|exhibits|attachments)/i.test(
              c.words,
            ),
        ),
      ),
    };
  });
  const papers = withSame(full, clauses, about);
  const counted: Anchors = { ...anchors, paper: papers[0]?.due?.value ?? null };
  return {
    reading: r,
    judge: judgeIn(r),
    court: courtIn(r),
    caseNumber: caseNumberIn(r),
    caption,
    conference,
    ordered,
    papers,
    exchange: withLetters(exchangeOf(clauses, counted), clauses, about, found, counted),
    fresh: freshIn(r),
    attendance: attendanceOf(r),
    who: attendanceWho(r),
    deadlines: deadlinesIn(clauses, anchors),
    steps: stepsIn(clauses, anchors),
    remarks: remarksIn(r),
  };
}

/** Where topics stand; what else a list says is read like any other clause. */
const topicRanges = (r: Reading, lists: readonly ContentList[]): { start: number; end: number }[] =>
  lists.flatMap((l) => topicsOf(r, l).map((t) => ({ start: t.from, end: t.to })));

const yearOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Number(date.slice(0, 4));
