import { daysIn } from '../../../../schemas/dates.ts';
import { NUMBER, numberOf, ordinalOf } from './numbers.ts';

/** A day that a text names; `start` and `end` are offsets into it. */
export interface NamedDay {
  readonly date: string;
  /** HH:MM, where a clock time follows. */
  readonly time: string | null;
  readonly start: number;
  readonly end: number;
  /** The text left the year out, and it was taken from elsewhere. */
  readonly guessedYear: boolean;
}

export type Unit = 'days' | 'business days' | 'weeks' | 'hours';

/** "five (5) business days before the conference". */
export interface Period {
  readonly count: number;
  readonly unit: Unit;
  readonly direction: 'before' | 'after' | null;
  readonly start: number;
  readonly end: number;
  /** What follows the period, to tell from what it counts. */
  readonly from: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const CLOCK =
  '(?:12(?::00)?\\s+)?(?:noon|midnight)|\\d{1,2}(?:[:.]\\d{2})?\\s?[ap]\\.?\\s?m\\b\\.?|\\d{1,2}:\\d{2}';
const DAY = new RegExp(
  [
    `\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,?\\s?((?:19|20)\\d{2}))?\\b`,
    `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:day\\s+of\\s+)?(${MONTH})\\s?,?\\s?((?:19|20)\\d{2})\\b`,
    '(?<![\\d/-])(\\d{1,2})([/-])(\\d{1,2})\\8((?:19|20)?\\d{2})(?![\\d/-])',
    '(?<![\\d/-])((?:19|20)\\d{2})-(\\d{1,2})-(\\d{1,2})(?![\\d/-])',
  ].join('|'),
  'gi',
);
const TIME = new RegExp(
  `^[\\s,(]{0,4}(?:(?:at|starting|beginning|commencing|from|@)\\s+){0,2}(?:at\\s+)?(${CLOCK})`,
  'i',
);
/** "by noon on Tuesday", "at 9:30 a.m. on". */
const TIME_BEFORE = new RegExp(
  `(${CLOCK})\\s?(?:\\([A-Z]{2,4}\\)\\s?)?(?:,?\\s+on|,)\\s+(?:[A-Z][a-z]+day,?\\s+)?$`,
  'i',
);

/** Every day in a text; `year` is taken where the text leaves it out. */
export function daysNamed(text: string, year?: number): NamedDay[] {
  const found: NamedDay[] = [];
  for (const m of text.matchAll(DAY)) {
    const [y, mo, d] = m[1]
      ? [m[3] ? Number(m[3]) : undefined, monthOf(m[1]), Number(m[2])]
      : m[5]
        ? [Number(m[6]), monthOf(m[5]), Number(m[4])]
        : m[7]
          ? [fullYear(m[10] ?? ''), Number(m[7]), Number(m[9])]
          : [Number(m[11]), Number(m[12]), Number(m[13])];
    // "May 5" may be a verb and a number; a month that is also a word wants its year or a capital.
    if (y === undefined && (year === undefined || !/^[A-Z]/.test(m[0]))) continue;
    const whole = y ?? year ?? 0;
    if (mo < 1 || mo > 12 || d < 1 || d > daysIn(whole, mo)) continue;
    const end = m.index + m[0].length;
    const time =
      TIME.exec(text.slice(end, end + 50)) ??
      TIME_BEFORE.exec(text.slice(Math.max(0, m.index - 60), m.index));
    found.push({
      date: `${whole}-${two(mo)}-${two(d)}`,
      time: time ? clockOf(time[1] ?? '') : null,
      start: m.index,
      end,
      guessedYear: y === undefined,
    });
  }
  return found;
}

const two = (n: number): string => String(n).padStart(2, '0');
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const fullYear = (y: string): number => (y.length === 4 ? Number(y) : 2000 + Number(y));

/** HH:MM, or null where the words are no clock time, or leave open which half of the day is meant. */
export function clockOf(words: string): string | null {
  const w = words.toLowerCase().replace(/\s+/g, '');
  if (w.endsWith('noon')) return '12:00';
  if (w.endsWith('midnight')) return '23:59';
  const m = /^(\d{1,2})(?:[:.](\d{2}))?(?:([ap])\.?m\.?)?$/.exec(w);
  if (!m) return null;
  let hour = Number(m[1]);
  if (m[3]) hour = (hour % 12) + (m[3] === 'p' ? 12 : 0);
  // "At 2:00" is an afternoon's: no court sits at night, and nothing says that it counts to twenty-four.
  else if (/^[1-7]$/.test(m[1] ?? '')) return null;
  return hour < 24 ? `${two(hour)}:${m[2] ?? '00'}` : null;
}

const PERIOD = new RegExp(
  `\\b(${NUMBER}|an?)\\s{1,6}(?:(?:full|clear)[\\s-]{1,6})?(?:(full|clear|calendar|consecutive|business|court|working|work|judicial)[\\s-]{1,6})?(?:(days?|weeks?|hours?|weekdays?)(?![- ]old)\\b'?)?`,
  'gi',
);
/** "the third business day before the conference". */
const NTH_DAY =
  /\b(\w{3,11}(?:st|nd|rd|th)|first|second|third|\d{1,2}(?:st|nd|rd|th))\s+(?:(calendar|business|court|working|judicial)\s+)?(day|week)\b/gi;
const BEFORE =
  /^[\s,(]{0,3}(?:or more\s)?(?:before|prior to|in advance(?: of)?|ahead(?: of)?|preceding|beforehand|earlier than|previous to)\b/i;
const AFTER = /^[\s,(]{0,3}(?:after|of|from|following|thereafter|later|afterwards?)\b/i;

/** Every period of time in a text. A number right before "before the conference" is taken for days. */
export function periodsIn(text: string): Period[] {
  const found: Period[] = [];
  for (const m of text.matchAll(PERIOD)) {
    const end = m.index + m[0].trimEnd().length;
    const rest = text.slice(end, end + 80);
    const direction = BEFORE.test(rest) ? 'before' : AFTER.test(rest) ? 'after' : null;
    const unit = m[3]?.toLowerCase();
    if (!unit && (direction !== 'before' || !/\(\d/.test(m[0]))) continue;
    const article = /^an?$/i.test(m[1] ?? '');
    const within = /\bwithin $/i.test(text.slice(Math.max(0, m.index - 8), m.index));
    if (article && (!unit || (direction !== 'before' && !within))) continue;
    const count = article ? 1 : numberOf(m[1] ?? '');
    if (count === undefined || count === 0) continue;
    found.push({ count, unit: unitOf(unit ?? 'days', m[2]), direction, start: m.index, end, from: rest });
  }
  for (const m of text.matchAll(NTH_DAY)) {
    const count = ordinalOf(m[1] ?? '');
    const end = m.index + m[0].length;
    if (count === undefined) continue;
    const from = text.slice(end, end + 80);
    if (BEFORE.test(from))
      found.push({
        count,
        unit: unitOf(m[3]?.toLowerCase() ?? 'day', m[2]),
        direction: 'before',
        start: m.index,
        end,
        from,
      });
  }
  return found;
}

function unitOf(noun: string, sort: string | undefined): Unit {
  if (noun.startsWith('week') && !noun.startsWith('weekd')) return 'weeks';
  if (noun.startsWith('hour')) return 'hours';
  if (noun.startsWith('weekd')) return 'business days';
  return /business|court|work|judicial|week/i.test(sort ?? '') ? 'business days' : 'days';
}
