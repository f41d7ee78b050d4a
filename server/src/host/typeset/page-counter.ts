import type { EncodedPiece } from '../../typeset/encode.ts';
import { type Gauge, gaugeOf } from '../../typeset/gauge.ts';
import { TypesetError } from '../../typeset/typesetter.ts';
import { type StandInPiece, standInFor } from './stand-ins.ts';

/** Numbers of marks, each with points from the top. */
type Marks = readonly (readonly [number, number])[];

/** Asks the engine. Both reject with a TypesetError, or with an AbortError when nobody waits any more. */
export interface Asking {
  /** The count of the letter, where it is being set anyway. */
  readonly laid?: () => Promise<number> | undefined;
  /** @param pieces what is set in their place */
  readonly whole: (pieces: readonly EncodedPiece[]) => Promise<number>;
  /** @param blocks JSON. @returns marks with how far down they stand */
  readonly gauge: (blocks: string) => Promise<Marks>;
  readonly open: () => boolean;
}

/** A version of a letter whose pages are known, as what stands in for its pieces. */
interface Counted {
  readonly format: string;
  readonly pieces: readonly StandInPiece[];
  readonly pages: number;
  /** How many versions ago the whole letter was counted. */
  readonly since: number;
}

/**
 * After so many versions the whole letter is counted again, so that the engine still remembers it when it must be and
 * drops what it remembers of those versions.
 */
const MOST_SINCE = 200;
/** Characters of JSON beyond which a change is no keystroke. */
const MOST_CHANGED = 20_000;

/**
 * Counts a letter's pages at each key without setting it whole: where the blocks that changed have as many
 * lines as before, at the same places, no page begins anywhere else than it did. How many they have is mostly told
 * by the widths of their words: then what stands in for them is the same (see `standIn`). Else these blocks are set
 * alone, and measured (see `gaugeOf`).
 */
export class PageCounter {
  readonly #letters = new Map<string, Counted>();

  /** Asks for the whole letter at once where it comes to that, so that calls keep their turns. */
  async count(id: string, printed: readonly EncodedPiece[], format: string, asking: Asking): Promise<number> {
    const pieces = printed.map((piece) => standInFor(piece, format));
    const whole = () => asking.whole(pieces);
    const laid = asking.laid?.();
    const pages = laid && (await laid.catch(() => undefined));
    if (pages !== undefined) return this.#keep(id, { format, pieces, pages, since: 0 }, asking);
    const before = this.#letters.get(id);
    const { gone, come } = changed(before?.pieces ?? [], pieces);
    if (before?.format === format && gone.length === 0 && come.length === 0) {
      return this.#keep(id, { ...before, pieces }, asking);
    }
    const alike =
      before?.format === format &&
      before.since < MOST_SINCE &&
      // Else it is known already that lines have come or gone.
      ![...gone, ...come].every((piece) => piece.isTold) &&
      shapeOf(gone) === shapeOf(come) &&
      [...gone, ...come].every(isFit);
    if (!alike) return this.#keep(id, { format, pieces, pages: await whole(), since: 0 }, asking);
    const same = await areAsHigh(gone, come, format, asking);
    const count = same ? before.pages : await whole();
    return this.#keep(id, { format, pieces, pages: count, since: same ? before.since + 1 : 0 }, asking);
  }

  #keep(id: string, counted: Counted, { open }: Asking): number {
    // A newer version may have been counted meanwhile.
    if (open()) this.#letters.set(id, counted);
    return counted.pages;
  }

  close(id: string): void {
    this.#letters.delete(id);
  }
}

/** What stands between the pieces that two versions share at the start and at the end. */
function changed(before: readonly StandInPiece[], now: readonly StandInPiece[]) {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { gone: before.slice(head, before.length - tail), come: now.slice(head, now.length - tail) };
}

/** Whether pieces of one shape fill the same lines. `false` also where that cannot be told. */
async function areAsHigh(
  gone: readonly EncodedPiece[],
  come: readonly EncodedPiece[],
  format: string,
  { gauge }: Asking,
): Promise<boolean> {
  try {
    await measure([...gone, ...come], format, gauge);
  } catch (error) {
    // What it stumbled over it may stumble over in the whole letter too, which then says so.
    if (error instanceof TypesetError) return false;
    throw error;
  }
  const before = linesOf(gone, format);
  return before !== undefined && before === linesOf(come, format);
}

const gauges = new WeakMap<EncodedPiece, Gauge | null>();

function gaugeOfPiece(piece: EncodedPiece): Gauge | null {
  let found = gauges.get(piece);
  if (found === undefined) {
    found = piece.json.length > MOST_CHANGED ? null : gaugeOf(piece.json);
    gauges.set(piece, found);
  }
  return found;
}

const isFit = (piece: EncodedPiece): boolean => gaugeOfPiece(piece) !== null;

const shapeOf = (pieces: readonly EncodedPiece[]): string =>
  pieces.map((piece) => gaugeOfPiece(piece)?.shape ?? '').join();

/** How high each leaf of a piece is, by format: a letter over its limit is set in two by turns. */
const heights = new WeakMap<EncodedPiece, Map<string, string>>();

const known = (piece: EncodedPiece, format: string): string | undefined => heights.get(piece)?.get(format);

/** Undefined where one is not known: what is unknown is equal to nothing. */
function linesOf(pieces: readonly EncodedPiece[], format: string): string | undefined {
  const lines = pieces.map((piece) => known(piece, format));
  return lines.includes(undefined) ? undefined : lines.join(';');
}

async function measure(
  pieces: readonly EncodedPiece[],
  format: string,
  gauge: Asking['gauge'],
): Promise<void> {
  const wanted = pieces.filter((piece) => known(piece, format) === undefined);
  if (wanted.length === 0) return;
  const blocks = wanted.flatMap((piece) => gaugeOfPiece(piece)?.blocks ?? []);
  const at = new Map(await gauge(JSON.stringify(blocks)));
  for (const piece of wanted) {
    const leaves = gaugeOfPiece(piece)?.leaves ?? [];
    const byFormat = heights.get(piece) ?? new Map<string, string>();
    byFormat.set(format, leaves.map((marks) => lines(marks, at)).join(';'));
    heights.set(piece, byFormat);
  }
}

/** How far below a leaf's first line each of its marks stands. */
function lines(marks: readonly number[], at: ReadonlyMap<number, number>): string {
  const [first = Number.NaN, ...rest] = marks.map((mark) => {
    const y = at.get(mark);
    if (y === undefined) throw new TypesetError('The typesetter lost a mark.');
    return y;
  });
  // Hundredths of a point: lines are ten points apart, and sums of fractions differ in the last place.
  return rest.map((y) => Math.round((y - first) * 100)).join(' ');
}
