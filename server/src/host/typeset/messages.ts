import type { Places } from '../../typeset/decode.ts';
import type { DrawnBytes, Edition } from './press.ts';

/** What the typesetter's process is asked; each but `close` is answered under the same number. */
export type Request =
  | ({ readonly seq: number; readonly want: Want } & Edition)
  | { readonly seq: number; readonly want: 'close'; readonly letter: number };

export type Want = 'count' | 'places' | 'draw' | 'pdf';

export interface Answers {
  readonly count: number;
  readonly places: Places;
  readonly draw: DrawnBytes;
  readonly pdf: Uint8Array;
}

export type Reply = {
  readonly seq: number;
  /** Bytes that the process holds. */
  readonly memory: number;
} & ({ readonly value: Answers[Want] } | { readonly error: string });

/** The first message of the process: which engine it runs, or why none. */
export type Hello = { readonly engine: 'native' | 'wasm' } | { readonly failed: string };

export const isHello = (message: unknown): message is Hello =>
  typeof message === 'object' && message !== null && ('engine' in message || 'failed' in message);
