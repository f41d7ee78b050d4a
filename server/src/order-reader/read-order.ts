import { aboutOf } from './facts/about.ts';
import { type Attendance, attendanceOf } from './facts/attendance.ts';
import { type AttendanceWho, attendanceWho } from './facts/attendance-who.ts';
import { captionIn } from './facts/caption.ts';
import { caseNumberIn } from './facts/case-number.ts';
import { type Circulation, circulationOf } from './facts/circulation.ts';
import { conferenceIn, type Setting } from './facts/conference.ts';
import { type ContentList, contentLists, topicsOf } from './facts/content-lists.ts';
import { contentsOf, type Topic } from './facts/contents.ts';
import { courtIn } from './facts/court.ts';
import { orderDateIn } from './facts/dated.ts';
import { type DeadlineRead, deadlinesIn } from './facts/deadlines.ts';
import { type Delivery, deliveryOf } from './facts/delivery.ts';
import { type Anchors, type DueRead, paperDue } from './facts/due.ts';
import { type Exchange, exchangeOf } from './facts/exchange.ts';
import { withLetters } from './facts/exchange-letters.ts';
import { type FreshRead, freshIn } from './facts/fresh.ts';
import { judgeIn } from './facts/judge.ts';
import { markingOf } from './facts/marking.ts';
import { ownPart } from './facts/own-part.ts';
import { type PageLimits, pageLimits } from './facts/page-limits.ts';
import { type Paper, papersIn } from './facts/papers.ts';
import { remarksIn } from './facts/remarks.ts';
import { type StepRead, stepsIn } from './facts/steps.ts';
import { type Clause, clausesOf } from './text/clauses.ts';
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

const SAME_WAY =
  /\bsame (?:e-?mail )?(?:address|way|manner|fashion)\b|\b(?:send|submit|e-?mail|provide|enclose|include) with (?:it|them)\b/i;

/** "A letter of the same kind and length, by the same day", "with its letter": what the other paper has holds too. */
function withSame(
  papers: readonly PaperRead[],
  clauses: readonly Clause[],
  about: readonly (readonly number[])[],
): PaperRead[] {
  return papers.map((p, i) => {
    const words = clauses
      .filter((_, n) => about[n]?.includes(i))
      .map((c) => c.words)
      .join(' ');
    const twin = papers.find((o, k) => k !== i && o.kind === p.kind && o.by !== p.by);
    const other = papers.find((_, k) => k !== i);
    const alike =
      twin &&
      /\bof the same (?:kind|sort|length|form)\b|\bsame (?:length|limits?|contents|requirements)\b/i.test(
        words,
      );
    const sameDay = /\bsame (?:day|date|time|deadline)\b/i.test(words);
    const due =
      twin && sameDay
        ? twin.due
        : other &&
            /\bat the same time\b|\baccompan(?:y|ies) (?:its|the|their|each|that) \w+|\bsame deadline\b|\b(?:with|together with|along with|accompanying) (?:its|the|their|each|that) (?:letter|statement|memorandum|brief|summary)\b|\b(?:send|submit|e-?mail|provide|enclose|include) with (?:it|them)\b/i.test(
              words,
            )
          ? other.due
          : null;
    const again = clauses.findIndex((c, n) => about[n]?.includes(i) && SAME_WAY.test(c.words));
    return {
      ...p,
      due: p.due ?? due,
      delivery:
        again >= 0 && p.delivery.email === null ? sameDelivery(p, other ?? null, clauses, again) : p.delivery,
      pages: alike && p.pages.text === null ? { ...p.pages, text: twin.pages.text } : p.pages,
      contents: alike && p.contents.length === 0 ? twin.contents : p.contents,
    };
  });
}

/** As what was named last before goes; where nothing was, as the other paper does. */
function sameDelivery(
  p: PaperRead,
  other: PaperRead | null,
  clauses: readonly Clause[],
  from: number,
): Delivery {
  for (const c of clauses.slice(0, from).reverse()) {
    const { email, channels } = deliveryOf([c]);
    if (email)
      return {
        ...p.delivery,
        email,
        channels: p.delivery.channels.length > 0 ? p.delivery.channels : channels,
      };
  }
  if (other) return { ...p.delivery, email: other.delivery.email, channels: other.delivery.channels };
  return p.delivery;
}

/** Where topics stand; what else a list says is read like any other clause. */
const topicRanges = (r: Reading, lists: readonly ContentList[]): { start: number; end: number }[] =>
  lists.flatMap((l) => topicsOf(r, l).map((t) => ({ start: t.from, end: t.to })));

const yearOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Number(date.slice(0, 4));
