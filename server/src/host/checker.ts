import { dirname } from 'node:path';
import { begin, check, type Severities } from '../check/check.ts';
import type { CheckResult } from '../check/result.ts';
import type { Header } from '../letter/header.ts';
import { type Letter, parseLetter } from '../letter/letter.ts';
import { type Matter, openMatter } from '../order/matter.ts';
import type { OrderSet } from '../order/resolve.ts';
import type { Facts } from '../rules/support/rule.ts';
import type { Typesetter } from '../typeset/typesetter.ts';
import { gatherExhibits } from './exhibits.ts';
import type { OrderStore } from './orders.ts';
import { gatherPages } from './pages.ts';

/** Where a letter lies. `root` is the folder that it may refer into. */
export interface Place {
  /** Names the letter to the typesetter. */
  readonly id: string;
  /** Absolute path; absent for standard input and for unsaved files. */
  readonly file?: string;
  readonly root?: string;
}

export interface Checked {
  readonly letter: Letter;
  readonly matter: Matter;
  readonly result: CheckResult;
}

/** A letter with its order, before anything slow is known. */
export interface Opened {
  readonly letter: Letter;
  readonly matter: Matter;
}

/** Longer texts are not letters, and typesetting one would hold up everything else. */
export const LONGEST = 1_000_000;
/** Of those only the beginning is looked at, which holds the header. */
const BEGINNING = 100_000;

/** Up to the end of a paragraph, or of a line, where there is one. */
function beginning(text: string): string {
  const first = text.slice(0, BEGINNING);
  const ends = [/\n[ \t]*\r?\n/g, /\n/g].map((end) => [...first.matchAll(end)].at(-1)?.index ?? 0);
  const end = ends.find((at) => at > 0);
  return end === undefined ? first : first.slice(0, end + 1);
}

const TOO_LONG = `the file is longer than ${LONGEST / 1_000_000} million characters, so it was not read whole`;

export interface How {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly severities?: Severities;
  readonly signal?: AbortSignal;
  readonly tooLong?: boolean;
  /** While this is the same, no exhibit's file has changed; without it they are looked at each time. */
  readonly unchanged?: unknown;
}

/** Gathers the facts of a letter and holds it against its order: the one way in for CLI and server. */
export class Checker {
  readonly #orders: OrderStore;
  readonly #typesetter: Typesetter;
  readonly #matters = new WeakMap<Header, { set: OrderSet; matter: Matter }>();
  readonly #known = new WeakMap<Header, { unchanged: unknown; fact: Facts['exhibits'] }>();

  constructor(orders: OrderStore, typesetter: Typesetter) {
    this.#orders = orders;
    this.#typesetter = typesetter;
  }

  open(text: string, place: Place, previous?: Letter): Opened {
    const letter: Letter =
      text.length > LONGEST
        ? { ...parseLetter(beginning(text), previous), cut: true }
        : parseLetter(text, previous);
    const { order } = letter.header.values;
    const own =
      order === undefined
        ? undefined
        : this.#orders.caseOrder(order, place.file, place.root ?? (place.file && dirname(place.file)));
    return { letter, matter: own ? openMatter(letter, this.#orders.set(), own) : this.#matter(letter) };
  }

  /** What follows from a header holds until it or the orders change. */
  #matter(letter: Letter): Matter {
    const set = this.#orders.set();
    const known = this.#matters.get(letter.header);
    if (known?.set === set) return known.matter;
    const matter = openMatter(letter, set);
    this.#matters.set(letter.header, { set, matter });
    return matter;
  }

  /** Rejects with an AbortError when `signal` fires. */
  async check({ letter, matter }: Opened, place: Place, how: How): Promise<CheckResult> {
    const typeset: Promise<Facts['pages']> = how.tooLong
      ? Promise.resolve({ state: 'failed', reason: TOO_LONG })
      : gatherPages(this.#typesetter, place.id, letter, matter, how.signal);
    // Nobody may be waiting yet when it is superseded; whoever waits below is told.
    typeset.catch(() => {});
    const exhibits = await this.#exhibits(letter, place, how.unchanged);
    const facts = { letter, matter, exhibits, today: how.today };
    // The other rules run while the pages are typeset in their own process.
    const begun = begin({ ...facts, pages: { state: 'pending' } }, how.severities);
    const pages = await typeset;
    const result = check({ ...facts, pages }, how.severities, undefined, begun);
    // Said here too: with the rule on pages switched off nobody else would say it.
    if (!how.tooLong || result.status === 'incomplete') return result;
    return { ...result, status: 'incomplete', incomplete: [{ rule: 'page-limit', reason: TOO_LONG }] };
  }

  /** The exhibits' files are looked at again only where they may have changed. */
  async #exhibits(letter: Letter, place: Place, unchanged: unknown): Promise<Facts['exhibits']> {
    const known = this.#known.get(letter.header);
    if (known && unchanged !== undefined && known.unchanged === unchanged) return known.fact;
    const fact = await gatherExhibits(letter, {
      dir: place.file === undefined ? undefined : dirname(place.file),
      root: place.root,
    });
    this.#known.set(letter.header, { unchanged, fact });
    return fact;
  }
}
