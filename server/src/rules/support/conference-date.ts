import { perProse } from '../../letter/prose.ts';
import type { PlacedProse } from '../../letter/sections.ts';
import { daysNamedIn, inWords, isoOf, type NamedDay } from './dates-in-text.ts';
import { spanIn } from './regions.ts';
import type { Found, OrderContext } from './rule.ts';
import { sentencesOf } from './words.ts';

/** "the settlement conference on", "Conference:", "for the conference, which is set for Tuesday," */
const LED_BY =
  /(?<settlement>settlement\s{1,3})?\bconference(?<gap>(?:[\s,.:(\u2013\u2014-]|\b(?:of|on|for|is|will|be|to|held|now|set|scheduled|takes?|place|begins?|dates?|dated|which|that|the|(?:that|which|by)\s(?:the\scourt|your\shonor)(?:\sha[sd])?|has\sbeen|before\syour\shonor|by|video|zoom|in|person|at|[ap]\.?m|\d{1,2}(?::\d{2})?(?!:)|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b){0,30})$/i;
/** Other conferences, and this one when it was to be on another day. */
const OTHER =
  /\b(?:status|scheduling|rule|16|26|f|pre-?trial|case|management|discovery|pre-?motion|telephone|telephonic|initial|pre|pre-?settlement|press|court|first|second|third|earlier|prior|previous|last|original|originally|adjourned|mediation|meet|video|zoom|confer|planning|preliminary|final|charge|next|another|a|an|no|each|every|state)\W{1,3}(?:settlement\W{1,3})?$/i;
const MOVED = /\b(?:adjourned|rescheduled|continued|moved|postponed|vacated|originally|formerly|had been)\b/i;

/** Said of a conference that is still to come, whatever day is given for it. */
const AHEAD =
  /\blooks? forward\b|\bin (?:advance|preparation|anticipation)\b|\bahead of\b|\bprepar(?:e|es|ing)\b|\bupcoming\b|\bconference\b[^.]{0,60}\bwill be held\b|\bwill (?:attend|appear|be prepared|be ready)\b|\bis (?:now )?(?:set|scheduled|to (?:be|take))\b|\b(?:this letter|this statement|submits?|writes?)\b[^.]{0,80}\bfor the\b/i;

/** A day that is given for the settlement conference; `ahead`: as one that is still to come. */
interface Given extends NamedDay {
  readonly ahead: boolean;
}

/** Dates given for the settlement conference that are not the header's. */
export function conferenceDates(context: OrderContext): Found[] {
  const { letter } = context;
  const conference = letter.header.values.conference?.date;
  if (conference === undefined) return [];
  return letter.proses.flatMap((placed) =>
    daysGiven(placed.prose).flatMap((day): Found[] => {
      const date = isoOf(day, conference);
      return date === conference || (!day.ahead && isPast(context, date))
        ? []
        : [wrong(placed, day, conference)];
    }),
  );
}

/** The days that a block gives for the settlement conference, placed in the block's text. */
export const daysGiven = perProse((prose): readonly Given[] => {
  if (prose.kind === 'code' || prose.inQuote || !/conference/i.test(prose.text)) return [];
  return sentencesOf(prose.text).flatMap(({ text, start }) =>
    daysNamedIn(text)
      .filter((day) => isTheConference(text, day))
      .map((day) => ({ ...day, start: start + day.start, end: start + day.end, ahead: AHEAD.test(text) })),
  );
});

function isTheConference(sentence: string, day: NamedDay): boolean {
  const before = sentence.slice(Math.max(0, day.start - 160), day.start);
  const led = LED_BY.exec(before);
  if (!led)
    return (
      /^ {1,3}settlement\s{1,3}conference\b/i.test(sentence.slice(day.end, day.end + 40)) &&
      !MOVED.test(sentence)
    );
  const lead = before.slice(0, led.index);
  if (OTHER.test(lead) || MOVED.test(sentence)) return false;
  if (led.groups?.settlement !== undefined) return true;
  // A bare "conference" is the one where it is called so: "the conference", or a line that it opens.
  return /\b(?:the|this|our|upcoming|for|before|at)\s{1,3}$/i.test(lead) || /(?:^|\n)\W*$/.test(lead);
}

/** Before the letter's own date it was another conference, unless only the year is off. */
function isPast({ letter, today }: OrderContext, date: string): boolean {
  const conference = letter.header.values.conference?.date ?? '';
  const written = letter.header.values.dated ?? today;
  return date < written && date.slice(5) !== conference.slice(5);
}

function wrong(placed: PlacedProse, day: NamedDay, conference: string): Found {
  const span = spanIn(placed, day.start, day.end);
  const words = placed.prose.text.slice(day.start, day.end).replace(/\s+/g, ' ');
  const text = inWords(conference, day.year !== null);
  return {
    message: `${words} is not the day of the settlement conference: the header says ${inWords(conference)}.`,
    span,
    fixes: [{ title: `Change to ${text}`, edits: [{ span, text }] }],
  };
}
