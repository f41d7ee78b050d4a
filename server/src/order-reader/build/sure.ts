import type { Read } from '../text/reading.ts';

/** Below this a datum is left out, and asked about. */
export const SURE = 0.6;

/** What is certain enough to stand in the file. */
export const sure = <T>(x: Read<T> | null): Read<T> | null => (x !== null && x.confidence >= SURE ? x : null);
