import type { Engine } from './engine.ts';
import type { Edition } from './press.ts';

/** A run ends where a piece's number says so: thus an edit changes one run, and moves none of the others' bounds. */
const RUN = 8;
const LONGEST_RUN = 4 * RUN;

/**
 * The pieces of one letter as the engine's files, some neighbours in each: a file for each piece costs the
 * engine more at each key than reading a few pieces again.
 */
export class PieceFiles {
  readonly #engine: Engine;
  readonly #folder: string;
  /** The pieces' JSON, by number. */
  readonly #pieces = new Map<number, string>();
  /** The files, by the numbers of the pieces in them. */
  #files: ReadonlyMap<string, string> = new Map();
  #lastFile = 0;

  /** @param folder the letter's, with a `/` before and behind */
  constructor(engine: Engine, folder: string) {
    this.#engine = engine;
    this.#folder = folder;
  }

  has(id: number): boolean {
    return this.#pieces.has(id);
  }

  /**
   * Writes the files that are new, and only those, so that only they are read again.
   * @returns all files, in the letter's order
   */
  update({ order, added }: Edition): string[] {
    for (const [id, json] of added) this.#pieces.set(id, json);
    const wanted = new Set(order);
    for (const id of this.#pieces.keys()) if (!wanted.has(id)) this.#pieces.delete(id);
    const files = new Map<string, string>();
    const listed = runs(order).map((run) => {
      const key = run.join();
      const file = files.get(key) ?? this.#files.get(key) ?? this.#write(run);
      files.set(key, file);
      return file;
    });
    for (const [key, file] of this.#files) if (!files.has(key)) this.#engine.removeFile(file);
    this.#files = files;
    return listed;
  }

  remove(): void {
    for (const file of this.#files.values()) this.#engine.removeFile(file);
  }

  /** Under a name that was never used, so that what the engine remembers of a name stays true. */
  #write(run: readonly number[]): string {
    const file = `${this.#folder}${++this.#lastFile}.json`;
    const arrays = run.map((id) => this.#pieces.get(id)?.slice(1, -1)).filter(Boolean);
    this.#engine.setFile(file, `[${arrays.join()}]`);
    return file;
  }
}

function runs(order: readonly number[]): number[][] {
  const found: number[][] = [];
  let run: number[] = [];
  for (const id of order) {
    run.push(id);
    if (id % RUN > 0 && run.length < LONGEST_RUN) continue;
    found.push(run);
    run = [];
  }
  if (run.length > 0) found.push(run);
  return found;
}
