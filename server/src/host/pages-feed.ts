import { randomUUID } from 'node:crypto';
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { chartOf } from '../features/chart.ts';
import { nodeSpan } from '../letter/chunk.ts';
import type { Letter } from '../letter/letter.ts';
import { type Drawing, PAGES, type PagesParams, type PagesResult, type PlacedBlock } from '../protocol.ts';
import { describeFormat } from '../typeset/formats.ts';
import { type Layout, TypesetError } from '../typeset/typesetter.ts';
import { LONGEST, type Opened } from './checker.ts';
import { sourceOf } from './pages.ts';
import { drawingOf, GlyphTable } from './pages-drawing.ts';
import { isAbort, type Session } from './session.ts';
import { EngineError } from './typeset/engine.ts';
import type { Drawn, PageDrawer } from './typeset/letters.ts';

interface Shown extends Opened, Drawn {
  /** Of the session. */
  readonly key: string;
  readonly version: number;
}

/** Answers the page view. Nothing is typeset unless it asks, and of a version that it saw only what it lacks. */
export class PagesFeed {
  readonly #drawer: PageDrawer;
  readonly #shown = new WeakMap<Session, Shown>();
  readonly #epoch = randomUUID();
  readonly #table = new GlyphTable();

  constructor(drawer: PageDrawer) {
    this.#drawer = drawer;
  }

  /** @param letterAt the open letter of a URI */
  listen(connection: Connection, letterAt: (uri: string) => Session | undefined): void {
    connection.onRequest(PAGES, async (params: PagesParams, token): Promise<PagesResult | null> => {
      const session = letterAt(params.uri);
      if (!session) return null;
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      try {
        return await this.answer(session, params, abort.signal);
      } catch (error) {
        if (isAbort(error)) throw new ResponseError(LSPErrorCodes.ContentModified, 'the letter has changed');
        if (error instanceof TypesetError) {
          throw new ResponseError(LSPErrorCodes.RequestFailed, error.reason);
        }
        throw error;
      }
    });
  }

  /** Rejects with a TypesetError, or with an AbortError when superseded. */
  async answer(session: Session, params: PagesParams, signal?: AbortSignal): Promise<PagesResult> {
    const { letter, matter, layout, vector, version } = await this.#show(session, signal);
    const same = params.epoch === this.#epoch;
    const known = new Set(same ? params.known : []);
    const drawings: Record<string, Drawing> = {};
    for (const page of vector.pages.slice(Math.max(0, params.from), params.to)) {
      if (known.has(page.key) || drawings[page.key]) continue;
      try {
        drawings[page.key] = drawingOf(vector, page.draw(), this.#table);
      } catch (error) {
        if (error instanceof EngineError) throw new TypesetError(`${error.message}.`);
        throw error;
      }
    }
    const { format } = sourceOf(letter, matter);
    return {
      epoch: this.#epoch,
      version,
      pages: vector.pages.map(({ key, width, height }) => ({ key, width, height })),
      glyphs: this.#table.outlines.slice(same ? params.glyphs : 0),
      drawings,
      blocks: blocksOf(letter, layout),
      limit: matter.pageLimit?.max ?? null,
      format: describeFormat(format, matter.format.name),
      chart: params.chart ? (chartOf(letter.header.values) ?? null) : null,
    };
  }

  /** The newest version, typeset once. */
  async #show(session: Session, signal?: AbortSignal): Promise<Shown> {
    const { key, document } = session;
    const before = this.#shown.get(session);
    if (before?.key === key) return before;
    const { version } = document;
    if (document.getText().length > LONGEST) throw new TypesetError('The file is too long to be typeset.');
    const open = session.open();
    const source = sourceOf(open.letter, open.matter);
    const shown = { ...open, ...(await this.#drawer.draw(session.place.id, source, signal)), key, version };
    this.#shown.set(session, shown);
    return shown;
  }
}

function blocksOf({ pieces }: Letter, { starts }: Layout): PlacedBlock[] {
  return starts.flatMap(({ chunk, node, page, y }): PlacedBlock[] => {
    const piece = pieces[chunk];
    const found = piece?.chunk.nodes[node];
    if (!piece || !found) return [];
    const { start, end } = nodeSpan(piece.chunk, found);
    return [[page - 1, Math.round(y * 10) / 10, piece.start + start, piece.start + end]];
  });
}
