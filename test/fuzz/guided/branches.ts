import { registerHooks } from 'node:module';
import { instrumented } from './instrument.ts';

/** More branches than all modules have. */
const ROOM = 1 << 16;

/** What ran since the last look, and how much of it is new. */
export interface Look {
  readonly fresh: number;
  /** Takes it into what has run. */
  keep(): void;
}

/** Tells what ran. */
export interface Gauge {
  look(): Look;
}

/** The branches of modules that are loaded from now on, and how often they ran. */
export class Branches implements Gauge {
  readonly #now = new Uint32Array(ROOM);
  /** For each branch a bit for each order of magnitude that it ran in one case: once, twice, up to 7, to 31, … */
  readonly #seen = new Uint8Array(ROOM);
  #count = 0;

  /** @param counts which modules' branches are counted, by their addresses */
  constructor(counts: (url: string) => boolean) {
    Object.assign(globalThis, { __ran: this.#now });
    registerHooks({
      load: (url, context, next) => {
        const loaded = next(url, context);
        if (!counts(url) || !loaded.source) return loaded;
        return { ...loaded, source: instrumented(loaded.source.toString(), () => this.#count++) };
      },
    });
  }

  look(): Look {
    const met: (readonly [number, number])[] = [];
    let fresh = 0;
    for (let i = 0; i < this.#count; i++) {
      const times = this.#now[i] ?? 0;
      if (times === 0) continue;
      const bit = 1 << magnitude(times);
      if (((this.#seen[i] ?? 0) & bit) !== 0) continue;
      fresh++;
      met.push([i, bit]);
    }
    this.#now.fill(0, 0, this.#count);
    return {
      fresh,
      keep: () => {
        for (const [i, bit] of met) this.#seen[i] = (this.#seen[i] ?? 0) | bit;
      },
    };
  }

  /** How many branches ran, of how many that were loaded. */
  get ran(): { readonly ran: number; readonly of: number } {
    return { ran: this.numbers.length, of: this.#count };
  }

  /** The numbers of the branches that ran; the same modules loaded in the same order have the same. */
  get numbers(): readonly number[] {
    return [...this.#seen.subarray(0, this.#count).entries()].flatMap(([i, bits]) => (bits > 0 ? [i] : []));
  }
}

/** 0 for once, 1 for twice, and so on up to 7 for 128 times and more. */
function magnitude(times: number): number {
  return Math.min(7, 31 - Math.clz32(times));
}
