/** A half-open range of UTF-16 offsets into a letter's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });
export const shift = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by });
