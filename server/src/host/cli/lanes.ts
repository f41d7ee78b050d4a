import type { Input } from '../letter-files.ts';
import type { Lane, Told } from './lane.ts';

/** How many letters a lane has in hand, so that while one is typeset the next is read. */
const AHEAD = 4;
/** A further thread pays from so many letters on: it takes a while until its code is as fast as the first one's. */
const LETTERS_A_THREAD = 16;

/** Shares letters out among the lanes: this thread, and others where there are many letters. */
export class Lanes {
  readonly #own: Lane;
  readonly #more: { readonly most: number; readonly start: () => Lane } | undefined;
  /** Letters that each has in hand. */
  readonly #inHand: Map<Lane, number>;
  readonly #all: Lane[];
  #given = 0;
  #wake: () => void = () => {};

  constructor(own: Lane, more?: { readonly most: number; readonly start: () => Lane }) {
    this.#own = own;
    this.#more = more;
    this.#all = [own];
    this.#inHand = new Map([[own, 0]]);
  }

  /** Waits until a lane has room for the letter; its outcome comes later. */
  async give(input: Input): Promise<{ readonly outcome: Promise<Told> }> {
    const turn = this.#given++;
    const threads = this.#all.length - 1;
    if (this.#more && threads < this.#more.most && turn >= LETTERS_A_THREAD * (threads + 1)) {
      const lane = this.#more.start();
      this.#all.push(lane);
      this.#inHand.set(lane, 0);
    }
    let lane = this.#freest();
    while (this.#count(lane) >= AHEAD) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      lane = this.#freest();
    }
    const outcome = this.#check(lane, input, turn);
    // Awaited in turn; what fails while another is awaited is told when its turn comes.
    outcome.catch(() => {});
    return { outcome };
  }

  async end(): Promise<void> {
    await Promise.all(this.#all.map((lane) => lane.end()));
  }

  async #check(lane: Lane, input: Input, turn: number): Promise<Told> {
    this.#inHand.set(lane, this.#count(lane) + 1);
    try {
      return await lane.check(input, turn);
    } catch (error) {
      if (lane === this.#own) throw error;
      // A thread that is gone has not checked its letters: they are checked here, and it is given no more.
      this.#inHand.delete(lane);
      return await this.#check(this.#own, input, turn);
    } finally {
      if (this.#inHand.has(lane)) this.#inHand.set(lane, this.#count(lane) - 1);
      this.#wake();
    }
  }

  #count(lane: Lane): number {
    return this.#inHand.get(lane) ?? 0;
  }

  #freest(): Lane {
    let found = this.#own;
    // Of equals the last: this thread has the reading and the printing to do as well.
    for (const [lane, count] of this.#inHand) if (count <= this.#count(found)) found = lane;
    return found;
  }
}
