import type { HeaderValues } from '../../../schemas/header.ts';
import { addDays, daysBetween, formatLong, formatShort } from '../calendar/index.ts';
import { dollars, type Move, movesOf, summarize, type Whose } from './moves.ts';

/** In the plot's units, which are pixels where it is shown at its own size. */
const WIDTH = 640;
const HEIGHT = 320;
const FRAME = { left: 84, right: 24, top: 40, bottom: 44 } as const;
const RIGHT = WIDTH - FRAME.right;
const BOTTOM = HEIGHT - FRAME.bottom;
/** At most so many sums stand on the axis above zero. */
const TICKS = 5;
/** Labels of dates at least this far apart do not run into each other. */
const LABEL = 100;

/** What a mark is of, which decides its colour. */
export type Role = 'grid' | 'axis' | 'label' | Whose;

/**
 * A mark of the picture, lengths in its units, `y` downwards. Kept terse: template.typ reads it.
 * A sum that was not stated is hollow.
 */
export type Mark =
  | readonly ['line', Role, x1: number, y1: number, x2: number, y2: number, dashed: boolean]
  /** `y` of the baseline. */
  | readonly ['text', x: number, y: number, anchor: 'start' | 'middle' | 'end', words: string]
  /** From corner to corner, each leg across or straight up or down. */
  | readonly ['path', Role, corners: readonly (readonly [x: number, y: number])[]]
  | readonly ['mark', Whose, x: number, y: number, hollow: boolean];

/** The picture of a negotiation: demands and offers over time, as lines that hold until the next. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly moves: readonly Move[];
  /** ISO date up to which the positions hold: the letter's, or the last move's. */
  readonly held: string;
  /** Where the sides stand, as a sentence. */
  readonly summary: string;
  /** The same as the picture, in sentences, for those who do not see it. */
  readonly says: string;
}

const plots = new WeakMap<HeaderValues, { readonly plot: Plot | undefined }>();

/** The picture of a header's negotiations, the same object for the same header; undefined without any of them. */
export function plotOf(values: HeaderValues): Plot | undefined {
  let known = plots.get(values);
  if (!known) {
    const moves = movesOf(values);
    known = { plot: moves.length === 0 ? undefined : plot(moves, values) };
    plots.set(values, known);
  }
  return known.plot;
}

interface Scale {
  x(date: string): number;
  y(amount: number): number;
}

function plot(moves: readonly Move[], values: HeaderValues): Plot {
  const first = moves[0]?.date ?? '';
  const talked = moves.at(-1)?.date ?? first;
  const { dated, conference } = values;
  // The lines go on to the day of the letter, which says where the parties then stand, and no further.
  const held = dated !== undefined && dated > talked ? dated : talked;
  const shownConference = conference && conference.date >= first ? conference.date : undefined;
  let end = shownConference !== undefined && shownConference > held ? shownConference : held;
  if (end === first) end = addDays(first, 1);
  const step = niceStep(Math.max(...moves.map((m) => m.amount ?? 0)));
  const ticks = Math.max(1, Math.ceil(Math.max(...moves.map((m) => m.amount ?? 0)) / step - 0.000001));
  const top = step * ticks;
  const days = daysBetween(first, end);
  const scale: Scale = {
    x: (date) => round(FRAME.left + ((RIGHT - FRAME.left) * daysBetween(first, date)) / days),
    y: (amount) => round(BOTTOM - ((BOTTOM - FRAME.top) * amount) / top),
  };
  const dates = [...new Set(moves.map((m) => m.date))];
  const summary = summarize(moves);
  return {
    width: WIDTH,
    height: HEIGHT,
    moves,
    held,
    summary,
    says: `Chart of demands and offers over time. ${moves.map(sentenceOf).join(' ')} ${summary}`,
    marks: [
      ...sums(scale, step, ticks),
      ...dayTicks(scale, [...dates, ...(end === held && !dates.includes(end) ? [end] : [])]),
      ...(shownConference === undefined ? [] : conferenceLine(scale, shownConference)),
      ...series(scale, moves, 'plaintiff', held),
      ...series(scale, moves, 'defendant', held),
      ...series(scale, moves, 'other', held),
      ...legend(moves),
    ],
  };
}

/** "May 1, 2024: the plaintiff's demand, $450,000." Whose it is, not whom the header names: names need glyphs. */
function sentenceOf({ date, whose, kind, amount }: Move): string {
  const [, ...day] = formatLong(date).split(', ');
  const who = whose === 'other' ? '' : `the ${whose}’s `;
  return `${day.join(', ')}: ${who}${kind}, ${amount === undefined ? 'no sum stated' : dollars(amount)}.`;
}

function sums({ y }: Scale, step: number, ticks: number): Mark[] {
  return Array.from({ length: ticks + 1 }, (_, i): Mark[] => {
    const at = y(i * step);
    return [
      ['line', i === 0 ? 'axis' : 'grid', FRAME.left, at, RIGHT, at, false],
      ['text', FRAME.left - 8, at + 4, 'end', dollars(i * step)],
    ];
  }).flat();
}

/** Every date has its tick; labels are left out where they would run into each other. */
function dayTicks({ x }: Scale, dates: readonly string[]): Mark[] {
  let labelled = Number.NEGATIVE_INFINITY;
  return dates.flatMap((date): Mark[] => {
    const at = x(date);
    const tick: Mark = ['line', 'axis', at, BOTTOM, at, BOTTOM + 5, false];
    if (at - labelled < LABEL) return [tick];
    labelled = at;
    return [tick, ['text', at, BOTTOM + 19, 'middle', formatShort(date)]];
  });
}

function conferenceLine({ x }: Scale, date: string): Mark[] {
  const at = x(date);
  const inside = at > WIDTH - 120 ? 'end' : 'middle';
  return [
    ['line', 'axis', at, FRAME.top, at, BOTTOM, true],
    ['text', at, BOTTOM + 35, inside, `Conference, ${formatShort(date)}`],
  ];
}

function series({ x, y }: Scale, moves: readonly Move[], whose: Whose, held: string): Mark[] {
  const own = moves.filter((m) => m.whose === whose);
  const priced = own.filter((m): m is Move & { amount: number } => m.amount !== undefined);
  const corners = cornersOf(priced, held).map(([date, amount]) => [x(date), y(amount)] as const);
  return [
    // A mediator's proposal is nobody's position, so nothing goes on from it.
    ...(whose === 'other' || corners.length === 0 ? [] : [['path', whose, corners] as const]),
    ...priced.map((m) => ['mark', whose, x(m.date), y(m.amount), false] as const),
    ...own
      .filter((m) => m.amount === undefined)
      .map((m) => ['mark', whose, x(m.date), BOTTOM, true] as const),
  ];
}

/** The corners of a side's line: each sum holds until the next, and the last until `held`. */
export function cornersOf(
  priced: readonly { readonly date: string; readonly amount: number }[],
  held: string,
): (readonly [date: string, amount: number])[] {
  const corners = priced.flatMap(({ date, amount }, i) => {
    const before = priced[i - 1]?.amount;
    return before === undefined
      ? [[date, amount] as const]
      : ([
          [date, before],
          [date, amount],
        ] as const);
  });
  const last = priced.at(-1);
  return last ? [...corners, [held, last.amount] as const] : corners;
}

function legend(moves: readonly Move[]): Mark[] {
  const names = { plaintiff: 'Plaintiff', defendant: 'Defendant', other: 'Others' } as const;
  const there = (['plaintiff', 'defendant', 'other'] as const).filter((w) =>
    moves.some((m) => m.whose === w),
  );
  const entries = there.flatMap((whose, i): Mark[] => {
    const at = FRAME.left + 6 + i * 110;
    return [
      ['mark', whose, at, 16, false],
      ['text', at + 12, 20, 'start', names[whose]],
    ];
  });
  if (!moves.some((m) => m.amount === undefined)) return entries;
  return [...entries, ['text', RIGHT, 20, 'end', 'hollow, on the axis: no sum stated']];
}

/** A round sum of which `TICKS` are enough for `most`. */
function niceStep(most: number): number {
  const raw = Math.max(most, 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 2.5, 5, 10].find((n) => n * power >= raw * 0.999999) ?? 10) * power;
}

const round = (n: number): number => Math.round(n * 10) / 10;
