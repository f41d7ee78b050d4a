import type { Places } from '../../typeset/decode.ts';
import template from '../../typeset/template.typ';
import type { Compiled, Engine } from './engine.ts';
import { PieceFiles } from './piece-files.ts';

/** A piece of a letter: a number that is never given to other contents, and the contents as JSON. */
export type PieceFile = readonly [id: number, json: string];

/** One version of a letter, as what changed in it. */
export interface Edition {
  /** Names the letter between calls. */
  readonly letter: number;
  /** What `encodeFormat` made. */
  readonly format: string;
  /** What `encodeMeta` made, or `NO_META`. */
  readonly meta: string;
  /** The pieces in order. */
  readonly order: readonly number[];
  /** Those of them that this press has not seen in this letter. */
  readonly added: readonly PieceFile[];
  /** For a PDF: whether PDF/A is asked for, and the files of the exhibits that `meta` describes. */
  readonly archival?: boolean;
  readonly exhibits?: readonly Uint8Array[];
}

/** Blocks that are set by themselves, only to see how many lines they fill. */
export interface Gauging {
  readonly format: string;
  /** A JSON array of blocks, as `gaugeOf` makes them. */
  readonly blocks: string;
}

export interface DrawnBytes {
  readonly places: Places;
  /** For `readVector`. */
  readonly vector: Uint8Array;
}

/** Holds the letters' pieces as the engine's files, and typesets. Synchronous; throws EngineError. */
export class Press {
  readonly engine: Engine;
  readonly #letters = new Map<number, PieceFiles>();

  constructor(engine: Engine) {
    this.engine = engine;
    engine.setFile('/template.typ', template);
    engine.setFile(GAUGE, gauge);
  }

  /** Whether a piece of a letter is held. */
  readonly knows = (letter: number, id: number): boolean => this.#letters.get(letter)?.has(id) ?? false;

  count(edition: Edition): number {
    return this.#typeset(
      edition,
      `/${edition.letter}/${this.engine.counts ? 'count' : 'main'}.typ`,
      (compiled) => compiled.pages ?? compiled.places().pages,
    );
  }

  /**
   * How far down each mark stands, in points. What is remembered of whole letters does not
   * age by it: it is small, and dropped when a letter is next counted.
   */
  gauge({ format, blocks }: Gauging): Places['marks'] {
    this.engine.setFile('/gauge/format.json', format);
    this.engine.setFile('/gauge/blocks.json', blocks);
    const compiled = this.engine.compile(GAUGE);
    try {
      return compiled.places().marks;
    } finally {
      compiled.free();
    }
  }

  places(edition: Edition): Places {
    return this.#typeset(edition, `/${edition.letter}/main.typ`, (compiled) => compiled.places());
  }

  /** Places and pages of one compile, so that they are of one version. */
  draw(edition: Edition): DrawnBytes {
    return this.#typeset(edition, `/${edition.letter}/main.typ`, (compiled) => ({
      places: compiled.places(),
      vector: compiled.vector(),
    }));
  }

  pdf(edition: Edition): Uint8Array {
    const { letter, archival = false, exhibits = [] } = edition;
    const paths = exhibits.map((_, i) => `/${letter}/exhibit-${i}.pdf`);
    const main = `/${letter}/pdf.typ`;
    try {
      exhibits.forEach((bytes, i) => {
        this.engine.setFile(paths[i] ?? '', bytes);
      });
      this.engine.setFile(main, withExhibits(paths));
      return this.#typeset(edition, main, (compiled) => compiled.pdf(archival));
    } finally {
      // Exhibits are big, and a letter becomes a PDF now and then.
      for (const path of [main, ...paths]) this.engine.removeFile(path);
    }
  }

  /** Forgets a letter. */
  close(letter: number): void {
    this.#letters.get(letter)?.remove();
    if (this.#letters.delete(letter)) {
      for (const name of ['main.typ', 'count.typ', 'format.json', 'meta.json', 'pieces.json']) {
        this.engine.removeFile(`/${letter}/${name}`);
      }
    }
  }

  #typeset<T>(edition: Edition, main: string, read: (compiled: Compiled) => T): T {
    this.#load(edition);
    let compiled: Compiled | undefined;
    try {
      compiled = this.engine.compile(main);
      return read(compiled);
    } finally {
      compiled?.free();
      this.engine.evict();
    }
  }

  #load(edition: Edition): void {
    const { letter, format, meta } = edition;
    let files = this.#letters.get(letter);
    if (!files) {
      files = new PieceFiles(this.engine, `/${letter}/`);
      this.#letters.set(letter, files);
      this.engine.setFile(`/${letter}/main.typ`, main(false));
      this.engine.setFile(`/${letter}/count.typ`, main(true));
    }
    this.engine.setFile(`/${letter}/format.json`, format);
    this.engine.setFile(`/${letter}/meta.json`, meta);
    this.engine.setFile(`/${letter}/pieces.json`, JSON.stringify(files.update(edition)));
  }
}

const main = (countOnly: boolean): string => `#import "/template.typ": letter
#letter(json("format.json"), json("pieces.json"), json("meta.json"), ${countOnly})
`;

const GAUGE = '/gauge/main.typ';
const gauge = `#import "/template.typ": letter
#letter(json("format.json"), ("/gauge/blocks.json",), none, true, gauged: true)
`;

/** The same letter, and behind it the exhibits. */
const withExhibits = (paths: readonly string[]): string => `#import "/template.typ": letter
#letter(json("format.json"), json("pieces.json"), json("meta.json"), false, exhibits: ${list(paths)})
`;

/** Paths are this file's own, so they need no escapes. A list of one needs its comma. */
const list = (paths: readonly string[]): string => `(${paths.map((path) => `"${path}",`).join(' ')})`;
