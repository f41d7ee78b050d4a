import type { PagesParams, PagesResult } from '../../../server/src/protocol.ts';

/** What the view has and what is in sight: the server's question but for the letter and its state, of which the view knows nothing. */
export type Wants = Omit<PagesParams, 'uri' | 'state'>;

/** To the view. Offsets are UTF-16, in the version that the pages are of. */
export type ToView =
  | { readonly type: 'pages'; readonly result: PagesResult; readonly cursor: number | null }
  | { readonly type: 'cursor'; readonly offset: number }
  /** The pages cannot be shown; those that are there may be old. */
  | { readonly type: 'problem'; readonly reason: string }
  /** Kept by the view for a reload of the window. */
  | { readonly type: 'letter'; readonly uri: string };

/** From the view. */
export type FromView =
  /** It has come up, was scrolled or turned to the picture, and lacks something. */
  | { readonly type: 'wants'; readonly wants: Wants }
  /** A `pages` is on the screen, since `at` (milliseconds since 1970, with fractions). */
  | { readonly type: 'drawn'; readonly version: number; readonly at: number; readonly wants: Wants }
  | { readonly type: 'goto'; readonly offset: number; readonly version: number };

/** What the view keeps over a reload. */
export interface ViewState {
  readonly uri?: string;
  /** 1 is the size of the paper; `null` fits the width. */
  readonly zoom?: number | null;
  readonly chart?: boolean;
}

/** Whether something kept by an earlier version, or by nobody, is a state. */
export const uriOf = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string'
    ? state.uri
    : undefined;
