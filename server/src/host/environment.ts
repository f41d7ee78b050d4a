import { today } from './clock.ts';
import { DEFAULTS, type Settings } from './settings.ts';

/** What all letters' checks depend on. Each change makes a new generation, and results of older ones stale. */
export class Environment {
  #generation = 1;
  #settings: Settings = DEFAULTS;
  #today = today();

  get generation(): number {
    return this.#generation;
  }

  get settings(): Settings {
    return this.#settings;
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
