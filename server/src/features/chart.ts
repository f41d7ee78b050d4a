import type { HeaderValues } from '../../../schemas/header.ts';
import { addDays, daysBetween, formatShort } from '../calendar/index.ts';
import { isBy, isProposal, ledgerOf } from '../order/ledger.ts';
import type { ChartView } from '../protocol.ts';

/** In the SVG's units, which are pixels where it is shown at its own size. */
const WIDTH = 640;
const HEIGHT = 320;
const FRAME = { left: 84, right: 24, top: 40, bottom: 44 } as const;
const RIGHT = WIDTH - FRAME.right;
const BOTTOM = HEIGHT - FRAME.bottom;
/** At most so many sums stand on the axis above zero. */
const TICKS = 5;
/** Labels of dates at least this far apart do not run into each other. */
const LABEL = 100;
const COLOURS = { plaintiff: '#9a3412', defendant: '#1d4ed8', text: '#333333', line: '#8a8a8a' } as const;

type Whose = 'plaintiff' | 'defendant' | 'other';

interface Move {
  readonly date: string;
  readonly whose: Whose;
  readonly by: string;
  readonly kind: string;
  /** Dollars; undefined where there were terms alone. */
  readonly amount: number | undefined;
  readonly terms: string | undefined;
}

/**
 * Demands and offers over time, as lines that hold until the next: sums from zero, dates to scale. A pure
 * SVG with colours of its own, which a style sheet may override by class; undefined without any of them.
 */
export function chartOf(values: HeaderValues): ChartView | undefined {
  const moves = movesOf(values);
  if (moves.length === 0) return undefined;
  const summary = summarize(moves);
  return {
    svg: draw(moves, values, summary),
    summary,
    head: ['Date', 'By', 'What', 'Amount', 'Terms'],
    rows: moves.map((m) => [
      formatShort(m.date),
      m.by,
      capital(m.kind),
      m.amount === undefined ? 'none stated' : dollars(m.amount),
      m.terms ?? '',
    ]),
  };
}

function movesOf(values: HeaderValues): Move[] {
  return (ledgerOf(values) ?? []).filter(isProposal).map((entry): Move => {
    const { amount, terms } = values.negotiations?.[entry.index] ?? {};
    const known = entry.whose !== 'both' && entry.whose !== 'neither';
    const whose = !known ? 'other' : isBy(entry, 'plaintiff') ? 'plaintiff' : 'defendant';
    return { date: entry.date, whose, by: entry.by, kind: entry.kind, amount, terms };
  });
}

function summarize(moves: readonly Move[]): string {
  const last = (whose: Whose): number | undefined =>
    moves.filter((m) => m.whose === whose && m.amount !== undefined).at(-1)?.amount;
  const [demand, offer] = [last('plaintiff'), last('defendant')];
  const parts = [
    demand === undefined ? 'The plaintiff has named no sum' : `The plaintiff stands at ${dollars(demand)}`,
    offer === undefined ? 'the defendant has named none' : `the defendant at ${dollars(offer)}`,
  ];
  if (demand === undefined || offer === undefined) return `${parts.join('; ')}.`;
  const apart = demand - offer;
  if (apart > 0) return `${parts.join(', ')}: ${dollars(apart)} apart.`;
  return `${parts.join(', ')}: ${apart === 0 ? 'they have met' : 'they have crossed'}.`;
}

interface Scale {
  x(date: string): number;
  y(amount: number): number;
}

function draw(moves: readonly Move[], values: HeaderValues, summary: string): string {
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
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>Demands and offers over time</title><desc>${escaped(summary)}</desc>`,
    ...sums(scale, step, ticks),
    ...dayTicks(scale, [...dates, ...(end === held && !dates.includes(end) ? [end] : [])]),
    ...(shownConference === undefined ? [] : conferenceLine(scale, shownConference)),
    ...series(scale, moves, 'plaintiff', held),
    ...series(scale, moves, 'defendant', held),
    ...series(scale, moves, 'other', held),
    ...legend(moves),
    '</svg>',
  ].join('');
}

function sums({ y }: Scale, step: number, ticks: number): string[] {
  return Array.from({ length: ticks + 1 }, (_, i) => {
    const at = y(i * step);
    const line = `<line class="grid" x1="${FRAME.left}" x2="${RIGHT}" y1="${at}" y2="${at}" stroke="${COLOURS.line}" stroke-opacity="${i === 0 ? 1 : 0.35}"/>`;
    return `${line}<text class="label" x="${FRAME.left - 8}" y="${at + 4}" text-anchor="end" fill="${COLOURS.text}">${dollars(i * step)}</text>`;
  });
}

/** Every date has its tick; labels are left out where they would run into each other. */
function dayTicks({ x }: Scale, dates: readonly string[]): string[] {
  let labelled = Number.NEGATIVE_INFINITY;
  return dates.map((date) => {
    const at = x(date);
    const tick = `<line class="grid" x1="${at}" x2="${at}" y1="${BOTTOM}" y2="${BOTTOM + 5}" stroke="${COLOURS.line}"/>`;
    if (at - labelled < LABEL) return tick;
    labelled = at;
    return `${tick}<text class="label" x="${at}" y="${BOTTOM + 19}" text-anchor="middle" fill="${COLOURS.text}">${formatShort(date)}</text>`;
  });
}

function conferenceLine({ x }: Scale, date: string): string[] {
  const at = x(date);
  const inside = at > WIDTH - 120 ? 'end' : 'middle';
  return [
    `<line class="grid" x1="${at}" x2="${at}" y1="${FRAME.top}" y2="${BOTTOM}" stroke="${COLOURS.line}" stroke-dasharray="2 4"/>`,
    `<text class="label" x="${at}" y="${BOTTOM + 35}" text-anchor="${inside}" fill="${COLOURS.text}">Conference, ${formatShort(date)}</text>`,
  ];
}

function series({ x, y }: Scale, moves: readonly Move[], whose: Whose, held: string): string[] {
  const own = moves.filter((m) => m.whose === whose);
  const priced = own.filter((m): m is Move & { amount: number } => m.amount !== undefined);
  const colour = whose === 'other' ? COLOURS.text : COLOURS[whose];
  let line = '';
  priced.forEach((m, i) => {
    line += i === 0 ? `M${x(m.date)} ${y(m.amount)}` : `H${x(m.date)}V${y(m.amount)}`;
  });
  // A mediator's proposal is nobody's position, so nothing goes on from it.
  const path =
    whose === 'other' || line === ''
      ? []
      : [
          `<path class="${whose} line" d="${line}H${x(held)}" fill="none" stroke="${colour}" stroke-width="2"${whose === 'defendant' ? ' stroke-dasharray="7 3"' : ''}/>`,
        ];
  return [
    ...path,
    ...priced.map((m) => mark(whose, x(m.date), y(m.amount), colour, true)),
    ...own.filter((m) => m.amount === undefined).map((m) => mark(whose, x(m.date), BOTTOM, colour, false)),
  ];
}

/** Sides differ by shape, not by colour alone; a mark without a sum is hollow and stands on the axis. */
function mark(whose: Whose, x: number, y: number, colour: string, priced: boolean): string {
  const look = `class="${whose} mark${priced ? '' : ' hollow'}" fill="${priced ? colour : '#ffffff'}" stroke="${colour}" stroke-width="1.5"`;
  if (whose === 'plaintiff') return `<circle cx="${x}" cy="${y}" r="4.5" ${look}/>`;
  if (whose === 'defendant') return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" ${look}/>`;
  return `<path d="M${x} ${y - 6}l6 10h-12z" ${look}/>`;
}

function legend(moves: readonly Move[]): string[] {
  const names = { plaintiff: 'Plaintiff', defendant: 'Defendant', other: 'Others' } as const;
  const there = (['plaintiff', 'defendant', 'other'] as const).filter((w) =>
    moves.some((m) => m.whose === w),
  );
  const entries = there.map((whose, i) => {
    const at = FRAME.left + 6 + i * 110;
    const colour = whose === 'other' ? COLOURS.text : COLOURS[whose];
    return `${mark(whose, at, 16, colour, true)}<text class="label" x="${at + 12}" y="20" fill="${COLOURS.text}">${names[whose]}</text>`;
  });
  if (!moves.some((m) => m.amount === undefined)) return entries;
  return [
    ...entries,
    `<text class="label" x="${RIGHT}" y="20" text-anchor="end" fill="${COLOURS.text}">hollow, on the axis: no sum stated</text>`,
  ];
}

/** A round sum of which `TICKS` are enough for `most`. */
function niceStep(most: number): number {
  const raw = Math.max(most, 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 2.5, 5, 10].find((n) => n * power >= raw * 0.999999) ?? 10) * power;
}

const round = (n: number): number => Math.round(n * 10) / 10;
const dollars = (n: number): string => `$${n.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
