import { randomUUID } from 'node:crypto';
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { chartOf } from '../features/chart.ts';
import { nodeSpan } from '../letter/chunk.ts';
import type { Letter } from '../letter/letter.ts';
import { type Drawing, PAGES, type PagesParams, type PagesResult, type PlacedBlock } from '../protocol.ts';
import { describeFormat } from '../typeset/formats.ts';
import { type Layout, TypesetError } from '../typeset/typesetter.ts';
import { Awaited } from './awaited.ts';
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

/** A version that is being typeset for the page view, or was last. */
interface Job {
  readonly key: string;
  readonly shown: Promise<Shown>;
  done: boolean;
}

/** Answers the page view. Nothing is typeset unless it asks, and of a version that it saw only what it lacks. */
export class PagesFeed {
  readonly #drawer: PageDrawer;
  readonly #jobs = new WeakMap<Session, Job>();
  /** Questions for pages that wait for a change of their letter. */
  readonly #awaited = new Awaited();
  /** Made with the first question, so that starting does not wait for Node to load its cryptography. */
  #epoch = '';
  readonly #table = new GlyphTable();
  /** The open letter of a URI. */
  #letterAt: (uri: string) => Session | undefined = () => undefined;

  constructor(drawer: PageDrawer) {
    this.#drawer = drawer;
  }

  /** @param letterAt the open letter of a URI */
  listen(connection: Connection, letterAt: (uri: string) => Session | undefined): void {
    this.#letterAt = letterAt;
    connection.onRequest(PAGES, (params: PagesParams, token) => this.#ask(params, token));
  }

  /** A letter was edited, opened or closed. Where the view looks at it, its pages are begun at once. */
  changed(uri: string): void {
    if (!this.#awaited.has(uri)) return;
    const session = this.#letterAt(uri);
    // Before the check of the same version, which then takes its count from these pages.
    if (session) this.#show(session).catch(() => {});
    this.#awaited.happened(uri);
  }

  /** What letters depend on beside their text has changed. */
  refresh(): void {
    for (const uri of this.#awaited.uris) this.changed(uri);
  }

  async #ask(params: PagesParams, token: CancellationToken): Promise<PagesResult | null> {
    this.#epoch ||= randomUUID();
    while (!token.isCancellationRequested) {
      const session = this.#letterAt(params.uri);
      if (!session) return null;
      const shown = await this.#show(session).catch((error: unknown) => {
        if (error instanceof TypesetError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.reason);
        if (!isAbort(error)) throw error;
        // Closed, and perhaps opened again.
        if (this.#letterAt(params.uri) === session) throw moved();
        return undefined;
      });
      if (!shown) continue;
      if (this.#isNews(shown, params)) return this.#answer(shown, params);
      await this.#awaited.next(params.uri, token);
    }
    throw moved();
  }

  #isNews(shown: Shown, params: PagesParams): boolean {
    if (params.state !== stateOf(shown, params) || params.epoch !== this.#epoch) return true;
    const known = new Set(params.known);
    return inSight(shown, params).some(({ key }) => !known.has(key));
  }

  #answer(shown: Shown, params: PagesParams): PagesResult {
    const { letter, matter, layout, vector, version } = shown;
    const same = params.epoch === this.#epoch;
    const known = new Set(same ? params.known : []);
    const drawings: Record<string, Drawing> = {};
    for (const page of inSight(shown, params)) {
      if (known.has(page.key) || drawings[page.key]) continue;
      try {
        drawings[page.key] = drawingOf(vector, page.draw(), this.#table);
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        throw new ResponseError(LSPErrorCodes.RequestFailed, `${error.message}.`);
      }
    }
    const { format } = sourceOf(letter, matter);
    return {
      state: stateOf(shown, params),
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

  /**
   * The newest version, typeset once; while an older one is on its way, that one: however fast one types, pages
   * come. Rejects with a TypesetError, or with an AbortError when the letter was closed.
   */
  #show(session: Session): Promise<Shown> {
    const before = this.#jobs.get(session);
    if (before && (!before.done || before.key === session.key)) return before.shown;
    const job: Job = { key: session.key, shown: this.#typeset(session), done: false };
    this.#jobs.set(session, job);
    job.shown.then(
      () => {
        job.done = true;
      },
      // A failure is not kept: whoever asks again has it tried again.
      () => this.#jobs.delete(session),
    );
    return job.shown;
  }

  async #typeset(session: Session): Promise<Shown> {
    const { key, document } = session;
    const { version } = document;
    if (document.getText().length > LONGEST) throw new TypesetError('The file is too long to be typeset.');
    const open = session.open();
    const source = sourceOf(open.letter, open.matter);
    return { ...open, ...(await this.#drawer.draw(session.place.id, source)), key, version };
  }
}

const moved = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.ContentModified, 'the letter has changed');

const stateOf = ({ key }: Shown, { chart }: PagesParams): string => `${key} ${chart}`;

const inSight = ({ vector }: Shown, { from, to }: PagesParams) => vector.pages.slice(Math.max(0, from), to);

function blocksOf({ pieces }: Letter, { starts }: Layout): PlacedBlock[] {
  return starts.flatMap(({ chunk, node, page, y }): PlacedBlock[] => {
    const piece = pieces[chunk];
    const found = piece?.chunk.nodes[node];
    if (!piece || !found) return [];
    const { start, end } = nodeSpan(piece.chunk, found);
    return [[page - 1, Math.round(y * 10) / 10, piece.start + start, piece.start + end]];
  });
}
