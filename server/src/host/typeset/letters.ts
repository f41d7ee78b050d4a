import { decodeLayout } from '../../typeset/decode.ts';
import { type EncodedPiece, encode } from '../../typeset/encode.ts';
import { encodeFormat, encodeMeta, NO_META } from '../../typeset/formats.ts';
import {
  type Layout,
  type PageStart,
  type PdfMeta,
  type Source,
  TypesetError,
  type Typesetter,
} from '../../typeset/typesetter.ts';
import type { Ask, Backend } from './backend.ts';
import { EngineError } from './engine.ts';
import { LaidLetters } from './laid.ts';
import type { Answers, Want } from './messages.ts';
import { PageCounter } from './page-counter.ts';
import { locate, WordMarks } from './page-start.ts';
import type { Edition } from './press.ts';
import { Turns } from './turns.ts';
import { readVector, type Vector } from './vector.ts';

/** Numbers for pieces: equal numbers, equal contents, so that a piece is sent once. */
const numbers = new WeakMap<EncodedPiece, number>();
let lastNumber = 0;

function numberOf(piece: EncodedPiece): number {
  let number = numbers.get(piece);
  if (number === undefined) {
    number = ++lastNumber;
    numbers.set(piece, number);
  }
  return number;
}

/** Names what stands in for a letter to count its pages, which the engine holds beside the letter itself. */
const countId = (id: string): string => `count ${id}`;

/** A letter's pages as drawn, with what was counted: both of one compile. */
export interface Drawn {
  readonly layout: Layout;
  readonly vector: Vector;
}

/** What the page view asks of a typesetter beside its counts. */
export interface PageDrawer {
  /** Rejects as the methods of Typesetter do. */
  draw(id: string, source: Source, signal?: AbortSignal): Promise<Drawn>;
}

/** Typesets letters on a backend: what goes to it, and what its answers mean. */
export class LetterTypesetter implements Typesetter, PageDrawer {
  readonly #backend: Backend;
  readonly #turns = new Turns();
  readonly #letters = new Map<string, number>();
  readonly #counter = new PageCounter();
  readonly #laid = new LaidLetters();
  #lastLetter = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  count(id: string, source: Source, signal?: AbortSignal): Promise<number> {
    return this.#turns.take(`count ${id}`, signal, (open) => {
      const encoded = encode(source.chunks);
      const format = encodeFormat(source.format);
      return this.#counter.count(id, encoded.pieces, format, {
        laid: () => this.#laid.of(id, encoded, format)?.then(({ pages }) => pages),
        whole: (pieces) => this.#typeset('count', countId(id), source, pieces, open),
        gauge: (blocks) => this.#backend.typeset('gauge', () => ({ format, blocks }), open),
        open,
      });
    });
  }

  layout(id: string, source: Source, signal?: AbortSignal): Promise<Layout> {
    return this.#turns.take(`layout ${id}`, signal, (open) => this.#layout(id, source, open));
  }

  pageStart(id: string, source: Source, page: number, signal?: AbortSignal): Promise<PageStart | null> {
    return this.#turns.take(`start ${id}`, signal, async (open) => {
      const layout = await this.#layout(id, source, open);
      if (page < 1 || page > layout.pages) return null;
      return locate(layout, source, page, async (chunks) => {
        const marks = new WordMarks();
        const places = await this.#typeset(
          'places',
          id,
          source,
          encode(source.chunks, { chunks, marks }).pieces,
          open,
        );
        return marks.placed(places.marks);
      });
    });
  }

  draw(id: string, source: Source, signal?: AbortSignal): Promise<Drawn> {
    return this.#turns.take(`draw ${id}`, signal, async (open) => {
      const encoded = encode(source.chunks);
      const drawn = this.#typeset('draw', id, source, encoded.pieces, open);
      const laid = drawn.then(({ places }) => decodeLayout(places, encoded));
      this.#laid.keep(id, encoded, encodeFormat(source.format), laid);
      const layout = await laid;
      const { vector } = await drawn;
      try {
        return { layout, vector: readVector(vector) };
      } catch (error) {
        if (error instanceof EngineError) throw new TypesetError(`${error.message}.`);
        throw error;
      }
    });
  }

  pdf(id: string, source: Source, meta: PdfMeta, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#turns.take(`pdf ${id}`, signal, async (open) =>
      this.#typeset('pdf', id, source, encode(source.chunks).pieces, open, {
        meta: encodeMeta(meta),
        archival: meta.archival ?? false,
        exhibits: (meta.exhibits ?? []).map(({ pdf }) => pdf),
      }),
    );
  }

  /** Makes ready, so that the first call need not wait for it. */
  start(): void {
    this.#backend.start();
  }

  close(id: string): void {
    for (const method of ['count', 'layout', 'start', 'draw', 'pdf']) this.#turns.drop(`${method} ${id}`);
    this.#counter.close(id);
    this.#laid.close(id);
    for (const name of [id, countId(id)]) {
      const letter = this.#letters.get(name);
      if (letter === undefined) continue;
      this.#letters.delete(name);
      this.#backend.close(letter);
    }
  }

  dispose(): Promise<void> {
    this.#turns.dropAll();
    return this.#backend.dispose();
  }

  async #layout(id: string, source: Source, open: () => boolean): Promise<Layout> {
    const encoded = encode(source.chunks);
    const format = encodeFormat(source.format);
    // What was drawn of this version, or is being drawn, tells its places too.
    const laid = this.#laid.of(id, encoded, format);
    const known = laid && (await laid.catch(() => undefined));
    if (known) return known;
    const layout = this.#typeset('places', id, source, encoded.pieces, open).then((places) =>
      decodeLayout(places, encoded),
    );
    this.#laid.keep(id, encoded, format, layout);
    return layout;
  }

  /** @param open whether anyone still waits for the answer */
  #typeset<W extends Exclude<Want, 'gauge'>>(
    want: W,
    id: string,
    source: Source,
    pieces: readonly EncodedPiece[],
    open: () => boolean,
    more: Partial<Edition> = {},
  ): Promise<Answers[W]> {
    let letter = this.#letters.get(id);
    if (letter === undefined) {
      letter = ++this.#lastLetter;
      this.#letters.set(id, letter);
    }
    const order = pieces.map(numberOf);
    const edition = { letter, format: encodeFormat(source.format), meta: NO_META, order, ...more };
    const make: Ask<'count'> = (knows) => {
      const added = new Map<number, string>();
      pieces.forEach((piece, i) => {
        const number = edition.order[i] ?? 0;
        if (!knows(edition.letter, number)) added.set(number, piece.json);
      });
      return { ...edition, added: [...added] };
    };
    return this.#backend.typeset<W>(want, make as Ask<W>, open);
  }
}
