import { today } from './clock.ts';
import { DEFAULTS, type Settings } from './settings.ts';

/** What all letters' checks depend on. Each change makes a new generation, and results of older ones stale. */
export class Environment {
  #generation = 1;
  #settings: Settings = DEFAULTS;
  #today = today();
  /** Whether the client tells of files that change in a folder. */
  watches: (dir: string) => boolean = () => false;

  get generation(): number {
    return this.#generation;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /**
   * While this is the same, no exhibit's file below `dir` is looked at again: until the client tells of a
   * change, or, where it does not tell, for a second.
   */
  exhibitsStamp(dir: string | undefined): string {
    if (dir !== undefined && this.watches(dir)) return `${this.#generation}`;
    return `${this.#generation} ${Math.floor(Date.now() / 1_000)}`;
  }

  get today(): string {
    return this.#today;
  }

  set settings(settings: Settings) {
    this.#settings = settings;
    this.#generation++;
  }

  /** Orders or exhibits changed. */
  changed(): void {
    this.#generation++;
  }

  /** Looks at the clock; true when the day has turned. */
  turn(): boolean {
    const now = today();
    if (now === this.#today) return false;
    this.#today = now;
    this.#generation++;
    return true;
  }
}
