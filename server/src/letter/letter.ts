import type { Piece } from './chunk.ts';
import { type DisableDirective, directives } from './directives.ts';
import { findFrontmatter } from './frontmatter.ts';
import { type Header, readHeader } from './header.ts';
import { LineIndex } from './lines.ts';
import { parseBody } from './markdown.ts';
import { findSections, type PlacedProse, placedProses, type Section } from './sections.ts';
import { type Span, shift, span } from './span.ts';

/** A letter as written: readonly and total, any text gives one. Spans are UTF-16 offsets into `text`. */
export interface Letter {
  readonly text: string;
  readonly header: Header;
  /** What is printed, in order. */
  readonly body: Span;
  readonly pieces: readonly Piece[];
  readonly proses: readonly PlacedProse[];
  readonly sections: readonly Section[];
  readonly disables: readonly DisableDirective[];
  readonly lines: LineIndex;
  /** The pieces without what other chunks define; for the next version. */
  readonly bare: readonly Piece[];
  /** The header's source, by which the next version knows whether to read it again. */
  readonly headerKey: string;
  /** It is but the beginning of a text too long to be read: of what is not in it nothing can be said. */
  readonly cut?: true;
}

/** Reads a letter. What `previous` (an earlier version of it) shares with `text` is not read again. */
export function parseLetter(text: string, previous?: Letter): Letter {
  const found = findFrontmatter(text);
  const headerKey = `${found.state} ${text.slice(0, found.body)}`;
  const header =
    previous?.headerKey === headerKey ? previous.header : readHeader(text, found, previous?.header);
  const { pieces, bare } = parseBody(
    text,
    found.body,
    previous && { text: previous.text, from: previous.body.start, bare: previous.bare },
  );
  return {
    text,
    header,
    body: span(found.body, text.length),
    pieces,
    proses: placedProses(pieces),
    sections: findSections(pieces, text.length),
    disables: pieces.flatMap((piece) =>
      directives(piece.chunk).flatMap((d) =>
        d.kind === 'disable' ? [{ ...d, span: shift(d.span, piece.start) }] : [],
      ),
    ),
    lines: new LineIndex(text),
    bare,
    headerKey,
  };
}
