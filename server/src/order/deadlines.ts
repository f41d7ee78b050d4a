import { type Deadline as Counted, compareMoments, fixedDate, formatShort } from '../calendar/index.ts';
import type { Letter } from '../letter/letter.ts';
import { lastAnswer } from './answer.ts';
import { type Asked, type AskedWhen, askedDates } from './asked.ts';
import { countDue } from './count.ts';
import { isLack, type Lack } from './events.ts';
import type { Matter } from './matter.ts';

/** A date by which something must be done, with its arithmetic in words. */
export interface Deadline extends Counted {
  /** `submission`, `demand`, `response`, `exchange`, an id of the order's, the case's or the header's. */
  readonly id: string;
  readonly title: string;
  /** Null where the header alone sets the date. */
  readonly paragraph: string | null;
  /** Who must act, where it is not each party. */
  readonly by?: string;
  /** Who sets it: the standing order, the letter's header, or what the order says of this very case. */
  readonly source: 'order' | 'header' | 'case';
}

/** A deadline that is asked for and not known. */
export interface Absent extends Lack {
  readonly id: string;
  readonly title: string;
}

export interface Deadlines {
  /** In the order of their dates. */
  readonly known: readonly Deadline[];
  readonly absent: readonly Absent[];
  get(id: string): Deadline | undefined;
  /** Why a deadline is not known; undefined too where nobody asks for one. */
  lack(id: string): Absent | undefined;
}

const read = new WeakMap<Matter, { readonly header: Letter['header']; readonly deadlines: Deadlines }>();

/** The dates that the order sets for this letter, earliest first. What would have to be guessed is left out. */
export const deadlinesOf = (letter: Letter, matter: Matter): readonly Deadline[] =>
  readDeadlines(letter, matter).known;

/**
 * The dates, and why others that the order sets are not known. Of the letter only its header tells, so they are kept
 * for as long as that is the same: for the rules that ask again, and for the next keys.
 */
export function readDeadlines(letter: Letter, matter: Matter): Deadlines {
  const before = read.get(matter);
  if (before?.header === letter.header) return before.deadlines;
  const deadlines = gather(letter, matter);
  read.set(matter, { header: letter.header, deadlines });
  return deadlines;
}

function gather(letter: Letter, matter: Matter): Deadlines {
  const known: Deadline[] = [];
  const absent: Absent[] = [];
  const asked = askedDates(letter, matter);
  for (const { when, ...what } of asked) {
    const at = isLack(when) ? when : occurs(when, asked, letter, matter);
    if (isLack(at)) absent.push({ id: what.id, title: what.title, ...at });
    else known.push({ ...at, ...what, notes: [...at.notes, ...laterAnswer(what, at, letter, matter)] });
  }
  known.sort((a, b) => compareMoments(a, b));
  return {
    known,
    absent,
    get: (id) => known.find((d) => d.id === id),
    lack: (id) => absent.find((d) => d.id === id),
  };
}

function occurs(when: AskedWhen, asked: readonly Asked[], letter: Letter, matter: Matter): Counted | Lack {
  if ('at' in when) return fixedDate(when.at, when.by);
  if (!('with' in when)) return countDue(when, letter, matter);
  const { submission } = matter;
  const other = asked.find((a) => a.id === (submission?.id === when.with ? 'submission' : when.with));
  // One step only: a date that hangs on another that hangs on it would never be reached.
  if (!other || (!isLack(other.when) && 'with' in other.when)) {
    return { key: null, reason: `the order sets no date for its ${when.with}` };
  }
  return isLack(other.when) ? other.when : occurs(other.when, asked, letter, matter);
}

/** An answer can be in time on a later day than the one shown, which is the one to keep. */
function laterAnswer(what: { id: string; source: string }, at: Counted, letter: Letter, matter: Matter) {
  if (what.id !== 'response' || what.source !== 'order') return [];
  const last = lastAnswer(letter, matter);
  if (isLack(last) || last.date <= at.date) return [];
  return [`An answer by ${formatShort(last.date)} is not late: ${last.words}.`];
}
