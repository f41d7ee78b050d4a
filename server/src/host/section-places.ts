import { type BlockPlaces, blockPlaces } from '../features/section-pages.ts';
import { TypesetError, type Typesetter } from '../typeset/typesetter.ts';
import { LONGEST } from './checker.ts';
import { sourceOf } from './pages.ts';
import type { Session, Version } from './session.ts';

/** Where the blocks of a letter stand on its pages, typeset once a version and only where somebody asks. */
export class SectionPlaces {
  readonly #typesetter: Typesetter;
  readonly #known = new WeakMap<
    Session,
    { readonly key: string; readonly places: Promise<BlockPlaces | null> }
  >();

  constructor(typesetter: Typesetter) {
    this.#typesetter = typesetter;
  }

  /** Null where the letter could not be typeset. Rejects with an AbortError when superseded. */
  of(session: Session, { key, letter, matter }: Version): Promise<BlockPlaces | null> {
    const before = this.#known.get(session);
    if (before?.key === key) return before.places;
    const places = this.#typeset(session, letter, matter);
    this.#known.set(session, { key, places });
    // A failure is not kept: whoever asks again has it tried again.
    const forget = (): void => {
      if (this.#known.get(session)?.places === places) this.#known.delete(session);
    };
    places.then((found) => found ?? forget(), forget);
    return places;
  }

  async #typeset(session: Session, letter: Version['letter'], matter: Version['matter']) {
    if (session.document.getText().length > LONGEST) return null;
    const source = sourceOf(letter, matter);
    try {
      return blockPlaces(letter, await this.#typesetter.layout(session.place.id, source), source.format);
    } catch (error) {
      if (error instanceof TypesetError) return null;
      throw error;
    }
  }
}
