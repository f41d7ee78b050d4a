import type { Places } from '../../typeset/decode.ts';
import { isPlaces } from './engine.ts';
import type { DrawnBytes, Edition, Gauging } from './press.ts';

/** What the typesetter's process is asked; each but `close` is answered under the same number. */
export type Request =
  | ({ readonly seq: number; readonly want: Exclude<Want, 'gauge'> } & Edition)
  | ({ readonly seq: number; readonly want: 'gauge' } & Gauging)
  | { readonly seq: number; readonly want: 'close'; readonly letter: number };

export type Want = 'count' | 'gauge' | 'places' | 'draw' | 'pdf';

/** What each is asked about. */
export interface Asked {
  readonly count: Edition;
  readonly gauge: Gauging;
  readonly places: Edition;
  readonly draw: Edition;
  readonly pdf: Edition;
}

export interface Answers {
  readonly count: number;
  readonly gauge: Places['marks'];
  readonly places: Places;
  readonly draw: DrawnBytes;
  readonly pdf: Uint8Array;
}

export type Reply = {
  readonly seq: number;
  /** Bytes that the process holds. */
  readonly memory: number;
} & ({ readonly value: Answers[Want] } | { readonly error: string; readonly fatal: boolean });

/** The first message of the process: which engine it runs, or why none. */
export type Hello = { readonly engine: 'native' | 'wasm' } | { readonly failed: string };

export const isHello = (message: unknown): message is Hello =>
  typeof message === 'object' && message !== null && ('engine' in message || 'failed' in message);

export const isReply = (message: unknown): message is Reply =>
  typeof message === 'object' &&
  message !== null &&
  'seq' in message &&
  typeof message.seq === 'number' &&
  'memory' in message &&
  typeof message.memory === 'number' &&
  ('value' in message || ('error' in message && typeof message.error === 'string'));

/** Whether a value can be the answer to what was wanted; it came from another process, which may be out of its mind. */
export function answers(want: Want, value: unknown): boolean {
  switch (want) {
    case 'count':
      return isPageCount(value);
    case 'gauge':
      return Array.isArray(value) && value.every(isMark);
    case 'places':
      return isPlaces(value) && isPageCount(value.pages);
    case 'draw':
      return (
        typeof value === 'object' &&
        value !== null &&
        'places' in value &&
        isPlaces(value.places) &&
        'vector' in value &&
        value.vector instanceof Uint8Array
      );
    case 'pdf':
      return value instanceof Uint8Array;
  }
}

const isMark = (mark: unknown): boolean =>
  Array.isArray(mark) && mark.length === 2 && mark.every(Number.isFinite);

/** Even an empty letter has a page. */
const isPageCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1;
