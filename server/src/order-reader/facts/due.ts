import { daysIn } from '../../../../schemas/dates.ts';
import { addDays } from '../../calendar/dates.ts';
import { daysNamed, periodsIn, type Unit } from '../text/when.ts';

export type DueRead =
  | {
      readonly count: number;
      readonly unit: Unit;
      readonly before: 'conference';
      readonly time: string | null;
    }
  | {
      readonly count: number;
      readonly unit: Unit;
      readonly after: 'demand' | 'order';
      readonly time: string | null;
    }
  | { readonly date: string; readonly time: string | null };

/** What a count before a day means: the conference, whose day may stand instead of its name. */
export interface Anchors {
  readonly conference: string | null;
  /** For days written without their year. */
  readonly year: number | undefined;
  /** ISO date of the order. */
  readonly ordered?: string | null;
  /** When the court's paper is due, for what is counted back from that. */
  readonly paper?: DueRead | null;
}

export interface TimeRead {
  readonly due: DueRead;
  readonly start: number;
  readonly end: number;
}

/** Every time by which something is to happen in a stretch of text; `offset` is where it begins in the whole. */
export function timesIn(text: string, offset: number, anchors: Anchors): TimeRead[] {
  const found: TimeRead[] = [];
  for (const p of periodsIn(text)) {
    const at = { start: offset + p.start, end: offset + p.end };
    const time = clockBeside(text, p.start);
    const { count, unit } = p;
    if (p.direction === 'before') {
      if (PAPER_DUE.test(p.from)) {
        const due = backFrom(anchors.paper ?? null, count, unit);
        if (due) found.push({ due, ...at });
        continue;
      }
      if (OTHER_EVENT.test(p.from) && !/\bconference|mediation\b/i.test(p.from.slice(0, 24))) continue;
      found.push({ due: { count, unit, before: 'conference', time }, ...at });
    } else if (
      /^[\s,]{0,2}(?:thereafter|later|after (?:it |they |he |she )?(?:receiv|gets?\b|getting|the demand|(?:the )?(?:receipt|service|delivery)|(?:the )?plaintiffs?'?s?|being|that|such|its|demand|(?:the )?(?:opening|written|settlement))|of (?:the |its |their |such |that |receiv|receipt|service|demand|plaintiff|being)|from (?:the |its )?(?:receipt|date|service|demand)|following (?:the |its |receipt|service|plaintiff|demand))/i.test(
        p.from,
      )
    ) {
      found.push({ due: { count, unit, after: AFTER_ORDER.test(p.from) ? 'order' : 'demand', time }, ...at });
    } else if (
      p.direction === null &&
      /\b(?:within|have|has|allowed)\s*$/i.test(text.slice(0, p.start)) &&
      /^\s*(?:[.,;]|$|to (?:respond|answer|reply))/.test(p.from)
    ) {
      found.push({ due: { count, unit, after: 'demand', time }, ...at });
    }
  }
  for (const named of daysNamed(text, anchors.year)) {
    const d = named.guessedYear ? { ...named, date: nearest(named.date, anchors) } : named;
    if (
      d.date === anchors.conference ||
      (/\b(?:before|prior to|ahead of|preceding|advance of)\s*(?:the )?$/i.test(
        text.slice(Math.max(0, d.start - 20), d.start),
      ) &&
        periodsIn(text.slice(Math.max(0, d.start - 50), d.start)).length > 0)
    )
      continue;
    found.push({ due: { date: d.date, time: d.time }, start: offset + d.start, end: offset + d.end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A day written without its year, in the year in which it lies between the order and the conference. */
function nearest(date: string, { conference, ordered }: Anchors): string {
  const inYear = (years: number): string => {
    const year = Number(date.slice(0, 4)) + years;
    // A leap day has no like in the years beside its own.
    return date.endsWith('-02-29') && daysIn(year, 2) < 29 ? date : `${year}${date.slice(4)}`;
  };
  if (conference) return date > conference ? inYear(-1) : date;
  return ordered && date < ordered ? inYear(1) : date;
}

/** "Ten days before the date on which the memoranda are due". */
const PAPER_DUE =
  /^[\s,]{0,2}(?:before|prior to|in advance of|ahead of|preceding) (?:the (?:date|day) (?:on which |when |that )?)?(?:the |each |its )?(?:[\w-]+ ){0,3}(?:letters?|statements?|memorand\w+|briefs?|submissions?|papers?|summar\w+)(?:'s)? (?:(?:is|are|must be|is to be|become) (?:due|delivered|sent|submitted)|due date|deadline)\b/i;

/** So many days or weeks before a paper's own day; null where that is not known, or counted in other days. */
function backFrom(paper: DueRead | null, count: number, unit: Unit): DueRead | null {
  const days = unit === 'days' ? count : unit === 'weeks' ? count * 7 : null;
  if (paper === null || days === null) return null;
  if ('date' in paper) return { date: addDays(paper.date, -days), time: null };
  if ('after' in paper) return null;
  const own = paper.unit === 'days' ? paper.count : paper.unit === 'weeks' ? paper.count * 7 : null;
  return own === null ? null : { count: own + days, unit: 'days', before: 'conference', time: null };
}

const AFTER_ORDER =
  /^[\s,]{0,2}(?:of|after|from|following) (?:the )?(?:date of |entry of |issuance of |receipt of )*(?:this|the) (?:order|notice)/i;
const OTHER_EVENT =
  /^[\s,]{0,2}(?:before|prior to|in advance of|ahead of|preceding) (?:the |that |any |its )?(?:(?:letters?|statements?|memorand\w+|briefs?|submissions?|pre-settlement|meeting|hearing|trial|deadline|status|telephone)\b)/i;
const clockBeside = (text: string, at: number): string | null => {
  const m = /\b(noon|\d{1,2}(?::\d{2})?\s?[ap]\.?m\.?)[^.;]{0,30}$/i.exec(
    text.slice(Math.max(0, at - 50), at),
  );
  if (!m) return null;
  const words = (m[1] ?? '').toLowerCase().replace(/\s/g, '');
  if (words === 'noon') return '12:00';
  const t = /^(\d{1,2})(?::(\d{2}))?([ap])/.exec(words);
  if (!t) return null;
  const hour = (Number(t[1]) % 12) + (t[3] === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${t[2] ?? '00'}`;
};
