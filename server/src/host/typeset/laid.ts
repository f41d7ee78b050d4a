import type { Encoded, EncodedPiece } from '../../typeset/encode.ts';
import type { Layout } from '../../typeset/typesetter.ts';

/** A version of a letter that was set with its places, or is being set. */
interface Laid {
  readonly format: string;
  readonly pieces: readonly EncodedPiece[];
  /** May reject, as the typesetter's methods do. */
  readonly layout: Promise<Layout>;
}

/**
 * The newest version of each letter that was set with its places, so that the page view, the count and the
 * places of one version are of one compile.
 */
export class LaidLetters {
  readonly #letters = new Map<string, Laid>();

  /** The layout of just these pieces, where there is one or one is on its way. */
  of(id: string, { pieces }: Encoded, format: string): Promise<Layout> | undefined {
    const laid = this.#letters.get(id);
    if (laid?.format !== format || laid.pieces.length !== pieces.length) return undefined;
    // Equal pieces are one object.
    return laid.pieces.every((piece, i) => piece === pieces[i]) ? laid.layout : undefined;
  }

  /** A failure is not kept: whoever asks again has it tried again. */
  keep(id: string, { pieces }: Encoded, format: string, layout: Promise<Layout>): void {
    const laid = { format, pieces, layout };
    this.#letters.set(id, laid);
    layout.catch(() => {
      if (this.#letters.get(id) === laid) this.#letters.delete(id);
    });
  }

  close(id: string): void {
    this.#letters.delete(id);
  }
}
