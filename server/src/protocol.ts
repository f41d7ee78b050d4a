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
