/**
 * Ex Parte's own messages beside LSP, shared by client and server so that neither can drift. Only names
 * and shapes stand here: each side wraps a name in the `NotificationType` of its own LSP library.
 */

/** What the client tells the server once, in `initialize`. */
export interface InitializationOptions {
  /**
   * Whether the user trusts the workspace. While it is false the server reads no order file from the
   * workspace: an order decides what counts as clean, and must not come from a folder just unpacked.
   */
  readonly trusted: boolean;
}

/** Client to server: the user has granted trust to the workspace (it is never taken back in a session). */
export const TRUST = 'ex-parte/trust';

export interface TrustParams {
  readonly trusted: true;
}

/**
 * The scheme of addresses under which the server tells an order in plain words, such as
 * `ex-parte-order:/built-in/ID.md`; for clients that show texts of the server's
 * (`workspace/textDocumentContent`).
 */
export const ORDER_PAGE = 'ex-parte-order';

/** Server to client: how one letter stands, sent after each check of it. Never sent for other documents. */
export const STATUS = 'ex-parte/status';

export interface StatusParams {
  readonly uri: string;
  /** The version of the document that was checked. */
  readonly version: number;
  /** The judge's name for display; null while no order matches the header. */
  readonly judge: string | null;
  /** The submission that was chosen, by its title for display; null without an order. */
  readonly submission: string | null;
  /** Pages of the body as typeset; null while they are not known. */
  readonly pages: number | null;
  /** The most pages that the order or a leave allows; null where none is set. */
  readonly limit: number | null;
  /** The format in which the pages were counted, e.g. "letter, single-spaced, 12 point". */
  readonly format: string | null;
  /** Findings at warning or above. */
  readonly gaps: number;
  /** `pending`: pages are still being counted. `incomplete`: something could not be checked, see `reasons`. */
  readonly state: 'complete' | 'incomplete' | 'pending';
  /** Why the check is incomplete, one sentence each; empty otherwise. */
  readonly reasons: readonly string[];
}

/**
 * Client to server, a request: the pages of a letter as typeset, as far as the page view lacks them. It is answered
 * when there is something to tell, so the view asks ahead and a change is drawn as soon as the server hears of it.
 */
export const PAGES = 'ex-parte/pages';

export interface PagesParams {
  readonly uri: string;
  /** What `PagesResult.state` said: the answer waits for another. `null` is answered at once. */
  readonly state: string | null;
  /** What `PagesResult.epoch` said; null at first. Under another epoch numbers of glyphs mean other glyphs. */
  readonly epoch: string | null;
  /** Glyphs known of that epoch. */
  readonly glyphs: number;
  /** Keys of the pages whose drawings are known. */
  readonly known: readonly string[];
  /** The pages that are in sight or nearly so, from 0, `to` not included: only these are drawn. */
  readonly from: number;
  readonly to: number;
  /** Whether the picture of the negotiation is in sight. */
  readonly chart: boolean;
}

/** The answer; null where the document is no letter, or not open. */
export interface PagesResult {
  /** Stands for the text and all that its pages depend on, and for whether the picture was asked for. */
  readonly state: string;
  readonly epoch: string;
  /** The version of the document that was typeset. */
  readonly version: number;
  readonly pages: readonly PageOutline[];
  /** Path data of the glyphs that are new, in the order of their numbers. */
  readonly glyphs: readonly string[];
  readonly drawings: Readonly<Record<string, Drawing>>;
  /** The letter's blocks in order. */
  readonly blocks: readonly PlacedBlock[];
  readonly limit: number | null;
  readonly format: string;
  /** What the picture of the negotiation shows; null where it was not asked for or the header has none. */
  readonly chart: ChartView | null;
}

export interface PageOutline {
  /** Equal keys, equal pages. */
  readonly key: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** Page (from 0), points from its top, and the UTF-16 offsets in the document where the block starts and ends. */
export type PlacedBlock = readonly [page: number, y: number, start: number, end: number];

/** A page as numbers and path data: no markup crosses to the page view. Lengths in points, `y` downwards. */
export interface Drawing {
  /** The page's words, a paragraph each, for those who do not see it. */
  readonly words: readonly string[];
  readonly texts: readonly DrawnText[];
  readonly shapes: readonly DrawnShape[];
}

/** Glyphs by number, with how far right and above the start each stands, in units of the font. */
export type DrawnText = readonly [
  x: number,
  y: number,
  pointsPerUnit: number,
  fill: string,
  glyphs: readonly number[],
  right: readonly number[],
  above: readonly number[] | null,
];

export type DrawnShape = readonly [
  x: number,
  y: number,
  d: string,
  fill: string | null,
  stroke: string | null,
  strokeWidth: number,
];

/** A picture and the same as a table. */
export interface ChartView {
  readonly svg: string;
  readonly summary: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
